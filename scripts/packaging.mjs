import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { runOrFail } from './child-process.mjs';
import { UserError, say } from './command-line.mjs';
import { ensureElectron } from './electron-runtime.mjs';

const LIMIT_MS = 10 * 60_000;

/**
 * @typedef {object} Packaged
 * @property {string} folder absolute; the whole program
 * @property {string} executable absolute
 * @property {string} resources absolute; where `app.asar` is
 */

/**
 * Packages the program for this system, unsigned, around the Electron that is in `node_modules`: no host is asked.
 * @param {string} root the project folder
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Packaged>}
 */
export async function packageDirectory(root, env = process.env) {
  const runtime = await ensureElectron(root);
  if (runtime.version === '') {
    throw new UserError('Packaging needs the Electron of node_modules: unset ELECTRON_OVERRIDE_DIST_PATH.');
  }
  if (runtime.kind === 'fallback') {
    say(`Around Electron ${runtime.version}, the fallback: for tests, never to be given away.`);
  }
  await ensureBuilt(root, env);
  const packaged = packagedProgram(root);
  await rm(packaged.folder, { recursive: true, force: true });
  const startedMs = performance.now();
  await runOrFail(process.execPath, packagingCommand(runtime.version), {
    cwd: root,
    // Looked for in the user's keychain otherwise.
    env: { ...env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    timeoutMs: LIMIT_MS,
    label: 'packaging',
    failure: 'The packaging failed:',
  });
  const megabytes = Math.round((await sizeOf(packaged.folder)) / 1e6);
  say(`Packaged in ${((performance.now() - startedMs) / 1000).toFixed(1)} s, ${megabytes} MB.`);
  return packaged;
}

/** @param {string} electronVersion */
function packagingCommand(electronVersion) {
  const system = { darwin: '--mac', win32: '--win' }[/** @type {string} */ (process.platform)] ?? '--linux';
  return [
    fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
    ...[system, '--dir', process.arch === 'arm64' ? '--arm64' : '--x64', '--publish', 'never'],
    `-c.electronVersion=${electronVersion}`,
    '-c.electronDist=node_modules/electron/dist',
  ];
}

/**
 * Where {@link packageDirectory} puts the program of this system.
 * @param {string} root the project folder
 * @returns {Packaged}
 */
export function packagedProgram(root) {
  const arm = process.arch === 'arm64' ? '-arm64' : '';
  const release = path.join(root, 'release');
  if (process.platform === 'darwin') {
    const folder = path.join(release, `mac${arm}`);
    const contents = path.join(folder, 'Zoetrope.app/Contents');
    return {
      folder,
      executable: path.join(contents, 'MacOS/Zoetrope'),
      resources: path.join(contents, 'Resources'),
    };
  }
  const isWindows = process.platform === 'win32';
  const folder = path.join(release, `${isWindows ? 'win' : 'linux'}${arm}-unpacked`);
  return {
    folder,
    executable: path.join(folder, isWindows ? 'Zoetrope.exe' : 'zoetrope'),
    resources: path.join(folder, 'resources'),
  };
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes
 */
async function sizeOf(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

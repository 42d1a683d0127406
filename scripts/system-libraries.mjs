import { accessSync, constants, existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { runOrFail, runQuietly } from './child-process.mjs';
import { UserError, errorCode, say } from './command-line.mjs';
import { needsVirtualDisplay } from './display.mjs';
import {
  isDebianFamily,
  missingLibraries,
  namesThatAptKnows,
  packagesFor,
  renamed,
} from './system-packages.mjs';

const CHECK_TIMEOUT_MS = 60_000;
const UPDATE_TIMEOUT_MS = 5 * 60_000;
const INSTALL_TIMEOUT_MS = 15 * 60_000;
/** How long to wait for another apt on the same machine. */
const LOCK_TIMEOUT_MS = 5 * 60_000;
const LOCK_RETRY_MS = 2_000;
const FONT_FILE = /\.(ttf|otf|ttc|pfb)$/i;

/**
 * Sees to the shared libraries, the X server and the font that Electron needs on Linux. As root on Debian or Ubuntu
 * it installs what is missing and says so.
 * @param {string} executable Electron's binary
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 * @throws {UserError} with the one command to run, when it may not install
 */
export async function ensureSystemLibraries(executable, env = process.env) {
  if (process.platform !== 'linux') return;
  const missing = await whatIsMissing(executable, env);
  const packages = packagesFor(missing);
  if (packages.length === 0) return;

  const debian = isDebianFamily(
    existsSync('/etc/os-release') ? await readFile('/etc/os-release', 'utf8') : '',
  );
  const names = debian ? await aptNames(packages) : packages;
  const description = describe(missing);
  if (!debian || !hasProgram('apt-get', env)) {
    throw new UserError(
      `Electron needs more from this system: ${description}.\n` +
        `Install it with the system's package manager (Debian calls the packages ${names.join(' ')}) and try again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new UserError(
      `Electron needs more from this system: ${description}. Install it with\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n\n` +
        'and try again.',
    );
  }
  say(`Electron needs more from this system (${description}): installing it with apt-get …`);
  await installWithApt(packages, env);
  const still = await whatIsMissing(executable, env);
  if (packagesFor(still).length > 0) {
    throw new UserError(`The packages are installed, but Electron still misses ${describe(still)}.`);
  }
}

/**
 * @typedef {{ libraries: string[], display: boolean, font: boolean }} Missing
 */

/**
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Missing>}
 */
async function whatIsMissing(executable, env) {
  // Its words are what we read; a translated ldd would say them differently.
  const ldd = await runQuietly('ldd', [executable], {
    env: { ...env, LC_ALL: 'C' },
    timeoutMs: CHECK_TIMEOUT_MS,
    label: 'looking for libraries',
  });
  return {
    libraries: missingLibraries(ldd.stdout),
    display: needsVirtualDisplay(env) && !hasProgram('Xvfb', env),
    font: !(await hasFont(env)),
  };
}

/** @param {Missing} missing */
function describe({ libraries, display, font }) {
  const parts = [...libraries];
  if (display) parts.push('Xvfb, as there is no display');
  if (font) parts.push('a font');
  return parts.join(', ');
}

/**
 * Fontconfig's answer where it is installed; else whether there is a font file in one of the usual folders.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
async function hasFont(env) {
  const home = os.homedir();
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(home, '.local/share/fonts'),
    path.join(home, '.fonts'),
  ];
  for (const folder of folders) {
    if (await containsFont(folder)) return true;
  }
  const list = await runQuietly('fc-list', [], {
    env,
    timeoutMs: CHECK_TIMEOUT_MS,
    label: 'looking for fonts',
  });
  return list.code === 0 && list.stdout.trim() !== '';
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
async function containsFont(folder) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    if (entries.some((entry) => FONT_FILE.test(entry.name))) return true;
    for (const entry of entries) {
      if (entry.isDirectory() && (await containsFont(path.join(folder, entry.name)))) return true;
    }
    return false;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string[]>}
 */
async function aptNames(packages) {
  const policy = await runQuietly('apt-cache', ['policy', ...renamed(packages)], {
    env: { ...process.env, LC_ALL: 'C' },
    timeoutMs: CHECK_TIMEOUT_MS,
    label: 'asking apt',
  });
  return namesThatAptKnows(packages, policy.stdout);
}

/**
 * @param {readonly string[]} packages
 * @param {NodeJS.ProcessEnv} env
 */
async function installWithApt(packages, env) {
  const startedMs = performance.now();
  const aptEnv = { ...env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  // A source of the user's that cannot be reached does not matter when the packages are found elsewhere.
  const updateProblem = await aptUpdate(aptEnv);
  const names = await aptNames(packages);
  await runOrFail(
    'apt-get',
    [
      '-qq',
      '-o',
      `DPkg::Lock::Timeout=${LOCK_TIMEOUT_MS / 1000}`,
      'install',
      '-y',
      '--no-install-recommends',
      ...names,
    ],
    {
      env: aptEnv,
      timeoutMs: INSTALL_TIMEOUT_MS,
      label: 'installing',
      failure: ['Could not install the system packages.', updateProblem]
        .filter((text) => text !== '')
        .join('\n'),
    },
  );
  say(`Installed ${names.join(', ')} (${Math.round((performance.now() - startedMs) / 1000)} s).`);
}

/**
 * Unlike `install`, `apt-get update` gives up at once while another apt holds the package lists.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what went wrong, empty when nothing did
 */
async function aptUpdate(env) {
  const startedMs = performance.now();
  for (;;) {
    const update = await runQuietly('apt-get', ['-qq', 'update'], {
      env,
      timeoutMs: UPDATE_TIMEOUT_MS,
      label: 'reading the package lists',
    });
    if (update.code === 0) return '';
    const locked = /could not get lock/i.test(update.stderr);
    if (!locked || performance.now() - startedMs > LOCK_TIMEOUT_MS) return update.stderr.trim();
    await delay(LOCK_RETRY_MS);
  }
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether the search path has it
 */
function hasProgram(name, env) {
  return (env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

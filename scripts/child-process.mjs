import { spawn } from 'node:child_process';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { Interrupted, UserError, errorCode, say } from './command-line.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** npm repeats the terminal's Ctrl+C to its scripts; within this time a repeated signal is the same key press. */
const SAME_SIGNAL_MS = 500;
const PARENT = process.ppid;
/** How soon the end of `npm` is noticed. */
const ORPHAN_CHECK_MS = 1_000;
/** How often a long quiet command says that it is still at work. */
const STILL_WORKING_MS = 30_000;

/**
 * Waits for a child that was started in its own process group, passing our signals on to it.
 *
 * Its own group, because a terminal sends Ctrl+C to the whole group, and a second SIGINT makes Electron quit at
 * once instead of closing its windows and database: the child must see each signal exactly once.
 * @param {ChildProcess} child
 * @returns {Promise<{ code: number, interrupted: boolean }>} the exit code (128 + number when a signal ended it)
 */
export function settled(child) {
  let interrupted = false;
  /** @type {Map<string, number>} */
  const lastSeenMs = new Map();
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    interrupted = true;
    const nowMs = performance.now();
    if (nowMs - (lastSeenMs.get(signal) ?? -Infinity) < SAME_SIGNAL_MS) return;
    lastSeenMs.set(signal, nowMs);
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const orphanWatch = watchForOrphaning(() => {
    forward('SIGTERM');
  });
  return new Promise((resolve, reject) => {
    const done = () => {
      clearInterval(orphanWatch);
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      resolve({ code: code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]), interrupted });
    });
  });
}

/**
 * npm passes a signal on to the shell between it and us, and that shell dies without telling anybody. Our parent
 * process is then another one.
 * @param {() => void} onOrphaned
 * @returns {NodeJS.Timeout | undefined}
 */
function watchForOrphaning(onOrphaned) {
  // Started by hand, outliving the parent may be what was wanted.
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(watch);
    onOrphaned();
  }, ORPHAN_CHECK_MS);
  return watch;
}

/** Whether children get their own process group; on Windows that would open a console window. */
export const OWN_GROUP = process.platform !== 'win32';

/**
 * Runs a command on our own terminal and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 * @throws {Interrupted} when we were told to stop while it ran
 */
export async function runOnTerminal(command, args, { cwd, env }) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: OWN_GROUP,
  });
  const { code, interrupted } = await settled(child);
  if (interrupted) throw new Interrupted(code === 0 ? 130 : code);
  return code;
}

/**
 * Runs a command without showing its output, and says every 30 seconds that it still works.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs: number, label: string }} options label: what the
 *   person waits for, as in "still <label>"
 * @returns {Promise<{ code: number, stdout: string, stderr: string, timedOut: boolean }>} code 127 when there is
 *   no such command
 * @throws {Interrupted} when we were told to stop while it ran
 */
export async function runQuietly(command, args, { cwd, env, timeoutMs, label }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: OWN_GROUP });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
  const startedMs = performance.now();
  const heartbeat = setInterval(() => {
    say(`… still ${label} (${Math.round((performance.now() - startedMs) / 1000)} s)`);
  }, STILL_WORKING_MS);
  let timedOut = false;
  const deadline = setTimeout(() => {
    timedOut = true;
    killGroup(child);
  }, timeoutMs);
  try {
    const { code, interrupted } = await settled(child);
    if (interrupted) throw new Interrupted(code === 0 ? 130 : code);
    return { code, stdout, stderr, timedOut };
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      return { code: 127, stdout, stderr: `${command}: not found`, timedOut };
    throw error;
  } finally {
    clearInterval(heartbeat);
    clearTimeout(deadline);
  }
}

/**
 * As {@link runQuietly}, for commands that have to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs: number, label: string, failure: string }} options
 *   failure: the sentence that starts the error message
 * @returns {Promise<string>} what it wrote to stdout
 */
export async function runOrFail(command, args, { failure, ...options }) {
  const result = await runQuietly(command, args, options);
  if (result.code === 0) return result.stdout;
  const reason = result.timedOut ? `no end after ${Math.round(options.timeoutMs / 60_000)} minutes` : '';
  const details = [reason, result.stderr.trim(), result.stdout.trim()].filter((text) => text !== '');
  throw new UserError([failure, ...details].join('\n'));
}

/** @param {ChildProcess} child one that leads its own process group */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(OWN_GROUP ? -child.pid : child.pid, 'SIGKILL');
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error; // ESRCH: it ended by itself meanwhile
  }
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { OWN_GROUP } from './child-process.mjs';
import { UserError, errorText, say } from './command-line.mjs';

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env the environment in which windows can open
 * @property {() => void} stop ends the virtual display, if one was started
 */

const SCREEN = '1920x1200x24';
const START_TIMEOUT_MS = 20_000;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean}
 */
export function needsVirtualDisplay(env) {
  return (
    process.platform === 'linux' && (env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === ''
  );
}

/**
 * Starts Xvfb where there is no display, and says so. It ends with `stop` or, at the latest, with this process.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Display>}
 * @throws {UserError} when Xvfb cannot be started
 */
export async function openDisplay(env = process.env) {
  if (!needsVirtualDisplay(env)) {
    // Electron before 38 tries X11 alone unless told otherwise, and the fallback runtime is older than that.
    const waylandOnly = process.platform === 'linux' && (env['DISPLAY'] ?? '') === '';
    return {
      env: waylandOnly ? { ELECTRON_OZONE_PLATFORM_HINT: 'auto', ...env } : env,
      stop: () => undefined,
    };
  }

  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-display-'));
  const authority = path.join(folder, 'Xauthority');
  // Without a secret every user of the machine could look at the windows and type into them.
  await writeFile(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const server = spawn(
    'Xvfb',
    // The server picks a free number itself and writes it to descriptor 3; it must not start over when the last
    // window of one run has closed and the next run is about to open its first.
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: OWN_GROUP, env },
  );
  const stop = () => {
    process.off('exit', stop);
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  try {
    const number = await displayNumber(server);
    say(`No display here: using a virtual one (Xvfb :${number}, ${SCREEN}).`);
    return { env: { ...env, DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
  } catch (error) {
    stop();
    throw new UserError(`Could not start a virtual display (Xvfb): ${errorText(error)}`);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function displayNumber(server) {
  const descriptor = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  let written = '';
  let complaints = '';
  server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (complaints += text));
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      reject(new Error(`no answer within ${START_TIMEOUT_MS / 1000} s\n${complaints}`));
    }, START_TIMEOUT_MS);
    descriptor.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      written += text;
      if (!written.includes('\n')) return;
      clearTimeout(deadline);
      resolve(Number(written));
    });
    server.once('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    server.once('close', (code) => {
      clearTimeout(deadline);
      reject(new Error(`it ended with code ${code ?? 'none'}\n${complaints.trim()}`));
    });
  });
}

/**
 * One entry of an X authority file that holds for every address and display: family 65535 ("wild"), then address,
 * display number, name of the method and the secret, each after its length as a 16-bit big-endian number
 * (https://gitlab.freedesktop.org/xorg/lib/libxau, AuWrite.c).
 * @param {Buffer} secret
 * @returns {Buffer}
 */
function authorityFile(secret) {
  /** @param {Buffer} bytes */
  const counted = (bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(secret),
  ]);
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder: the one that holds `scripts/`. */
export const PROJECT_ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Something the person at the keyboard can act on: printed as it is, without a stack trace. */
export class UserError extends Error {}

/** Ctrl+C or a signal ended the work: nothing is left to explain. */
export class Interrupted extends Error {
  /** @param {number} exitCode as shells count it, 128 + the signal's number */
  constructor(exitCode) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

/**
 * One plain line for the person at the keyboard.
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a script's body and sets the exit code to what it returns. A {@link UserError} becomes its message and
 * exit code 1; anything else is a defect in the script and keeps its stack trace.
 * @param {() => Promise<number>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = error.exitCode;
    } else if (error instanceof UserError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}

/**
 * The error's code as Node's system errors carry it (`ENOENT`), or undefined.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function errorText(error) {
  return error instanceof Error ? error.message : String(error);
}

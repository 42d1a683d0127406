/** Somebody who is not root, where the tests run as root. Linux. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export const runtime = path.resolve('node_modules/electron/dist/electron');
/** As good as any other: what is tried needs no home and no name. */
export const ordinaryUserId = 65_534;
export const isRoot = process.getuid?.() === 0;
/** What a shell puts before a command to run it as that user; empty for those who are not root. */
export const asOrdinaryUser = isRoot
  ? ['setpriv', `--reuid=${ordinaryUserId}`, `--regid=${ordinaryUserId}`, '--clear-groups']
  : [];

/** Runs a command as an ordinary user; null when it works, else what it said. */
export function tried(...command: string[]): string | null {
  const [first = '', ...rest] = [...asOrdinaryUser, ...command];
  try {
    execFileSync(first, rest, { stdio: 'pipe' });
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Why an ordinary user cannot start the app from where it lies; null when they can. */
export const outOfReach = (): string | null =>
  tried('test', '-x', runtime) ?? tried('test', '-r', path.resolve('out/main/index.js'));

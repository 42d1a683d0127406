import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from './log.ts';

/**
 * Lets `fill` write a new file beside the one that the user chose, so that a file of that name is only replaced by a
 * whole one. Throws what went wrong; of the half file nothing is left then, or the log says so.
 */
export async function saveBeside(
  target: string,
  fill: (temporary: string) => Promise<void>,
  log: Log,
): Promise<void> {
  const temporary = path.join(path.dirname(target), `.zoetrope-${randomUUID()}.part`);
  try {
    await fill(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch((left: unknown) => {
      log.warn('A half file could not be removed', { error: left });
    });
    throw error;
  }
}

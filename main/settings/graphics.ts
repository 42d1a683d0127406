/** Whether this computer's graphics can be used: `graphics.json` in the data folder, read before Electron is ready. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const day = 24 * 60 * 60_000;
/** Then the computer's graphics are tried again: a driver may have been set right. */
const holdsMs = 7 * day;

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'graphics.json');

/** True within a week after the graphics process was lost again and again. */
export function isGraphicsUnreliable(dataFolder: string, now: number): boolean {
  try {
    const { failedAt } = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as { failedAt?: unknown };
    if (typeof failedAt === 'number' && failedAt <= now && now - failedAt < holdsMs) return true;
    rmSync(fileIn(dataFolder), { force: true });
  } catch {
    // Not there, or nothing that was written here: the graphics are used.
  }
  return false;
}

/** Synchronous: Chromium may end the app a moment later. */
export function noteGraphicsFailed(dataFolder: string, now: number): void {
  writeFileSync(fileIn(dataFolder), JSON.stringify({ failedAt: now }));
}

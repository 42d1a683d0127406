/**
 * Says at a start whether the database is just as the app left it. Then checking all of it, which takes a second in a
 * library of 100,000, can wait until the window is open (app/check-database.ts).
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface CleanClose {
  /** True once after a close, if nobody has touched the file since. */
  take(): boolean;
  /** The database was closed as it should be. */
  leave(): void;
}

export function createCleanClose(dataFolder: string): CleanClose {
  const file = path.join(dataFolder, 'zoetrope.db');
  const mark = path.join(dataFolder, 'zoetrope.db.closed');
  const stateOf = (): string | null => {
    try {
      const { size, mtimeMs } = statSync(file);
      return `${size} ${mtimeMs}`;
    } catch {
      return null;
    }
  };
  return {
    take() {
      try {
        const isClean = readFileSync(mark, 'utf8') === stateOf();
        rmSync(mark);
        return isClean;
      } catch {
        return false;
      }
    },
    leave() {
      const state = stateOf();
      if (state !== null) writeFileSync(mark, state);
    },
  };
}

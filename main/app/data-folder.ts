import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';

export interface DataFolder {
  folder: string;
  /** Why nothing can be kept in it; null when it can. */
  trouble: unknown;
  /** Takes away what was needed to say so. */
  leave(): void;
}

/** A little more than a disk that is full still takes. */
const triedBytes = 8192;

/** Throws where the folder is not there and cannot be made, or takes nothing. */
function tryToWrite(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `.tried-${process.pid}`);
  try {
    writeFileSync(file, Buffer.alloc(triedBytes));
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Puts Electron's own files and ours where the environment says. Must run before the app is ready. In a folder that
 * cannot be written Electron would end without a word, as if another Zoetrope were running: it gets a temporary one,
 * for as long as it takes to say so.
 */
export function setUpDataFolder(fromEnvironment: string | null): DataFolder {
  const folder = fromEnvironment ?? app.getPath('userData');
  try {
    tryToWrite(folder);
    app.setPath('userData', folder);
    return { folder, trouble: null, leave: () => undefined };
  } catch (trouble) {
    const temporary = mkdtempSync(path.join(os.tmpdir(), 'zoetrope-'));
    app.setPath('userData', temporary);
    const leave = (): void => {
      rmSync(temporary, { recursive: true, force: true });
    };
    return { folder, trouble, leave };
  }
}

/** `Videos/Zoetrope`, or the library in the folder that the environment names. */
export function defaultLibraryFolder(fromEnvironment: string | null): string {
  return fromEnvironment === null
    ? path.join(app.getPath('videos'), 'Zoetrope')
    : path.join(fromEnvironment, 'library');
}

/** The folder that clips are brought into, and what earlier ones may still hold of a clip. */
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ClipRows } from '../../storage/clip-rows.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { Log } from '../log.ts';

export interface LibraryFolder {
  /**
   * The present library folder, there and known. Throws where it is gone: one that clips were brought into before is
   * not made anew together with what it lay in, since that may be a disk that is not plugged in.
   */
  open(): Promise<string>;
  /** Takes what has arrived of a clip over from the folders of before; what cannot move is removed. */
  gather(id: string, folder: string): Promise<void>;
  /** Removes the unfinished files of operations that `isWanted` does not know, in every folder there is. */
  sweep(isWanted: (id: string) => boolean): Promise<void>;
}

export interface LibraryFolderDeps {
  clips: ClipRows;
  log: Log;
  libraryFolder(): string;
}

const partPattern = /^\.zoetrope-(.+)\.part$/;

export const partFileOf = (folder: string, id: string): string =>
  insideFolder(folder, `.zoetrope-${id}.part`);

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

export function createLibraryFolder({ clips, log, libraryFolder }: LibraryFolderDeps): LibraryFolder {
  const othersThan = (folder: string): string[] => clips.folders().filter((other) => other !== folder);

  return {
    async open() {
      const folder = libraryFolder();
      const isKnown = clips.folders().includes(folder);
      try {
        await mkdir(folder, { recursive: !isKnown });
      } catch (error) {
        // Something else may have its name: then it is said before anything is asked of the service.
        if (!isCode(error, 'EEXIST') || !(await stat(folder)).isDirectory()) throw error;
      }
      if (!isKnown) clips.rememberFolder(folder);
      return folder;
    },
    async gather(id, folder) {
      const partFile = partFileOf(folder, id);
      for (const other of othersThan(folder)) {
        const left = partFileOf(other, id);
        if (!(await exists(left))) continue;
        try {
          if (!(await exists(partFile))) await rename(left, partFile);
        } catch (error) {
          // Another disk: it is downloaded anew.
          log.info('A part of a clip could not move to the new library folder', { id, error });
        }
        await rm(left, { force: true });
      }
    },
    async sweep(isWanted) {
      for (const folder of new Set([libraryFolder(), ...clips.folders()])) {
        try {
          for (const name of await readdir(folder)) {
            const id = partPattern.exec(name)?.[1];
            if (id !== undefined && !isWanted(id)) await rm(path.join(folder, name), { force: true });
          }
        } catch (error) {
          if (!isCode(error, 'ENOENT')) log.warn('A library folder could not be swept', { error });
        }
      }
    },
  };
}

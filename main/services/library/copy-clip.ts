/** Copies one clip into a folder under a name that is free there; a half copied file never has that name. */
import { randomUUID } from 'node:crypto';
import { access, constants, copyFile, link, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { freeName } from '../generation/clip-name.ts';

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Gives `part` its name; false when another file has taken it meanwhile. */
async function giveName(part: string, target: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never replaces what is there.
    await link(part, target);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // Memory cards and some network folders know no links.
  if (await isThere(target)) return false;
  await rename(part, target);
  return true;
}

/** Throws what the file system says; nothing is left behind then. Gives the copy's name. */
export async function copyClip(clipFile: string, folder: string): Promise<string> {
  const part = path.join(folder, `.zoetrope-${randomUUID()}.part`);
  try {
    await copyFile(clipFile, part, constants.COPYFILE_FICLONE);
    for (;;) {
      const name = await freeName(path.basename(clipFile), (candidate) =>
        isThere(path.join(folder, candidate)),
      );
      if (await giveName(part, path.join(folder, name))) return name;
    }
  } finally {
    await rm(part, { force: true });
  }
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a small file, and its folder where there is none. It is there whole, or what was there before stays: the bytes
 * go to `temporary` first and are on the disk before they have the file's name. Throws what the file system says.
 * @param temporary where several may write the same file at once, a name that nobody else has
 */
export async function writeWhole(
  file: string,
  data: string | Uint8Array,
  temporary = `${file}.tmp`,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(temporary, data, { flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

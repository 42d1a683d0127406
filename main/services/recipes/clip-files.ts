/** The movies and pictures of a folder and of the folders in it. */
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Nobody sorts clips deeper than that; a folder that holds itself by a mount ends here too. */
const deepest = 6;

const movie = /\.mp4$/i;
const picture = /\.(png|jpe?g|webp)$/i;

export interface ClipFile {
  folder: string;
  fileName: string;
}

export const isMovie = ({ fileName }: ClipFile): boolean => movie.test(fileName);

/**
 * All MP4 and all image files below `root`. Links are left out: what they lead to may lie anywhere. Folders that cannot be read are
 * left out. Throws when `root` itself is not there.
 */
export async function clipFiles(root: string): Promise<ClipFile[]> {
  const found: ClipFile[] = [];
  async function look(folder: string, depth: number): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (depth === 0) throw error;
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile() && (movie.test(entry.name) || picture.test(entry.name)))
        found.push({ folder, fileName: entry.name });
      if (entry.isDirectory() && depth < deepest) await look(path.join(folder, entry.name), depth + 1);
    }
  }
  await look(await realpath(root), 0);
  return found;
}

/** The movies of a folder and of the folders in it. */
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Nobody sorts clips deeper than that; a folder that holds itself by a mount ends here too. */
const deepest = 6;

export interface ClipFile {
  folder: string;
  fileName: string;
}

/**
 * All MP4 files below `root`. Links are left out: what they lead to may lie anywhere. Folders that cannot be read are
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
      if (entry.isFile() && /\.mp4$/i.test(entry.name)) found.push({ folder, fileName: entry.name });
      if (entry.isDirectory() && depth < deepest) await look(path.join(folder, entry.name), depth + 1);
    }
  }
  await look(await realpath(root), 0);
  return found;
}

import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where a file really is, if that is inside `root` after all links were followed; null when it leads out of it, is not
 * there, or cannot be looked at.
 */
export async function realFile(root: string, file: string): Promise<string | null> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(file)]);
    const inside = realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep;
    return real.startsWith(inside) ? real : null;
  } catch {
    return null;
  }
}

import { access } from 'node:fs/promises';
import { shell } from 'electron';

/**
 * Moves a file to the system's trash. A file that is gone already is fine. Where the desktop's own trash program is
 * missing, as on a bare Linux, the freedesktop.org trash is written directly.
 */
export async function moveToTrash(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    return;
  }
  try {
    await shell.trashItem(file);
  } catch (error) {
    if (process.platform !== 'linux') throw error;
    const { default: trash } = await import('trash');
    await trash(file, { glob: false });
  }
}

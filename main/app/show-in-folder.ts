import { access } from 'node:fs/promises';
import { shell } from 'electron';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';

export type ShowInFolder = (file: string) => Promise<Result<null>>;

/** Opens the system's file manager with the file selected. */
export const showInFolder: ShowInFolder = async (file) => {
  try {
    await access(file);
  } catch {
    return fail({
      code: 'file_missing',
      message:
        'This clip is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
      retryable: false,
    });
  }
  shell.showItemInFolder(file);
  return ok(null);
};

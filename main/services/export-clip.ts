/** Copies a clip to where the user wants it. */
import { access, copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { DownloadOutcome } from '../../preload/contract/contract.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { freeName } from './generation/clip-name.ts';
import type { Log } from './log.ts';
import { saveBeside } from './save-beside.ts';

export interface ExportDeps {
  log: Log;
  /** The native save dialog; gives null when it was closed without a choice. */
  askWhere(suggestedName: string): Promise<string | null>;
}

export type ExportClip = (clipFile: string) => Promise<Result<DownloadOutcome>>;

export function createExportClip({ log, askWhere }: ExportDeps): ExportClip {
  return async (clipFile) => {
    const chosen = await askWhere(path.basename(clipFile));
    if (chosen === null) return ok({ saved: false });
    const target = await withEnding(chosen, path.extname(clipFile));
    if (path.resolve(target) === path.resolve(clipFile)) return ok({ saved: true });
    try {
      await saveBeside(target, (temporary) => copyFile(clipFile, temporary), log);
      return ok({ saved: true });
    } catch (error) {
      log.warn('A clip could not be copied', { error });
      return failure(error, await isThere(clipFile));
    }
  };
}

/** Adds the file's ending where it is missing; then the dialog asked about another name, and no file of this one is replaced. */
async function withEnding(chosen: string, ending: string): Promise<string> {
  if (path.extname(chosen).toLowerCase() === ending.toLowerCase()) return chosen;
  const folder = path.dirname(chosen);
  const isTaken = (name: string) => isThere(path.join(folder, name));
  return path.join(folder, await freeName(`${path.basename(chosen)}${ending}`, isTaken));
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function failure(error: unknown, hasClip: boolean): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') {
    return fail({
      code: 'disk_full',
      message: 'That disk is full. Free some space, then save again.',
      retryable: true,
    });
  }
  if (!hasClip) {
    return fail({
      code: 'file_missing',
      message:
        'This clip is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
      retryable: false,
    });
  }
  if (code === 'ENOENT') {
    return fail({
      code: 'download_failed',
      message: 'The folder that you chose is not there any more. Choose another one.',
      retryable: true,
    });
  }
  return fail({
    code: 'download_failed',
    message: 'The clip could not be saved there. Choose a folder that you may write to.',
    retryable: true,
  });
}

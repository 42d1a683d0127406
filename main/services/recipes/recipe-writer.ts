/** Puts the recipe into a clip that was just downloaded, before it is moved into the library. */
import { rename, rm } from 'node:fs/promises';
import { readMoov } from '../../storage/mp4/file-boxes.ts';
import { writeTagged } from '../../storage/mp4/write-tags.ts';
import type { OperationRecord } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import { isWholeMp4 } from '../generation/mp4-check.ts';
import type { Log } from '../log.ts';
import { readRecipe, recipeTags } from './recipe.ts';

export interface RecipeWriterDeps {
  clock: Clock;
  log: Log;
  appVersion: string;
  /** Null for a session that is not known any more. */
  sessionName(id: string): string | null;
}

/**
 * Replaces `partFile` by a copy of it that carries the recipe; the file is whole at every instant. Never throws: a
 * clip whose recipe cannot be written stays as it came.
 */
export type WriteRecipe = (record: OperationRecord, partFile: string) => Promise<void>;

export function createRecipeWriter({ clock, log, appVersion, sessionName }: RecipeWriterDeps): WriteRecipe {
  return async (record, partFile) => {
    const { id, sessionId, medium } = record.operation;
    // Images have no place for it yet.
    if (medium === 'image') return;
    // Of the same pattern as the download's own: what a crash leaves is swept at the next start.
    const tagged = partFile.replace(/\.part$/, '.recipe.part');
    try {
      const facts = {
        sessionName: sessionName(sessionId),
        appVersion,
        now: clock.now(),
      };
      await writeTagged(partFile, tagged, recipeTags(record, facts));
      const isGood = (await isWholeMp4(tagged)) && readRecipe(await readMoov(tagged)).kind === 'recipe';
      if (!isGood) throw new Error('The written file does not read back.');
      await rename(tagged, partFile);
    } catch (error) {
      log.warn('A clip is saved without its recipe', { id, error });
      await rm(tagged, { force: true }).catch((problem: unknown) => {
        log.warn('A copy could not be removed', { id, error: problem });
      });
    }
  };
}

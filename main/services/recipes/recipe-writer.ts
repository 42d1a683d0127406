/** Puts the recipe into a file that just came, before it is moved into the library. */
import { readFile, rename, rm } from 'node:fs/promises';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { readMoov } from '../../storage/mp4/file-boxes.ts';
import { writeTagged } from '../../storage/mp4/write-tags.ts';
import { withoutText, writeTexted } from '../../storage/pictures/picture-text.ts';
import type { OperationRecord } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import { isWholeMp4 } from '../generation/mp4-check.ts';
import { imageFacts } from '../images/image-facts.ts';
import type { Log } from '../log.ts';
import { pictureText, readPicture, readRecipe, recipeTags } from './recipe.ts';

export interface RecipeWriterDeps {
  clock: Clock;
  log: Log;
  appVersion: string;
  /** Null for a session that is not known any more. */
  sessionName(id: string): string | null;
}

/**
 * Replaces `partFile` by a copy of it that carries the recipe; the file is whole at every instant. Never throws: a clip
 * or an image whose recipe cannot be written stays as it came. What a service has signed its file with (Content
 * Credentials) speaks of the file without the recipe.
 *
 * @param said what the service said beside an image
 */
export type WriteRecipe = (
  record: OperationRecord,
  partFile: string,
  said?: readonly AnswerPart[],
) => Promise<void>;

async function isGoodClip(tagged: string): Promise<boolean> {
  return (await isWholeMp4(tagged)) && readRecipe(await readMoov(tagged)).kind === 'recipe';
}

async function isGoodPicture(tagged: string, partFile: string): Promise<boolean> {
  if ((await readPicture(tagged)).kind !== 'recipe') return false;
  const [written, before] = await Promise.all([readFile(tagged), readFile(partFile)]);
  const isTheSame = Buffer.compare(await withoutText(written), await withoutText(before)) === 0;
  return isTheSame && imageFacts(written).kind === 'image';
}

export function createRecipeWriter({ clock, log, appVersion, sessionName }: RecipeWriterDeps): WriteRecipe {
  return async (record, partFile, said = []) => {
    const { id, sessionId, medium } = record.operation;
    // Of the same pattern as the download's own: what a crash leaves is swept at the next start.
    const tagged = partFile.replace(/\.part$/, '.recipe.part');
    try {
      const facts = {
        sessionName: sessionName(sessionId),
        appVersion,
        now: clock.now(),
      };
      if (medium === 'image') await writeTexted(partFile, tagged, pictureText(record, said, facts));
      else await writeTagged(partFile, tagged, recipeTags(record, facts));
      const isGood = medium === 'image' ? await isGoodPicture(tagged, partFile) : await isGoodClip(tagged);
      if (!isGood) throw new Error('The written file does not read back.');
      await rename(tagged, partFile);
    } catch (error) {
      log.warn('A file is saved without its recipe', { id, error });
      await rm(tagged, { force: true }).catch((problem: unknown) => {
        log.warn('A copy could not be removed', { id, error: problem });
      });
    }
  };
}

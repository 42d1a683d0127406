/** The way of files into the wells of one composer. */
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { examine, intakeWords } from './image-file.ts';
import type { IntakeProblem } from './image-file.ts';
import type { DraftImage } from './ways.ts';

interface Words {
  text: Dictionary;
  format: Format;
}

/** What a composer holds its images in. */
export interface Wells<Slot extends string> {
  setBusy: (slot: Slot | null) => void;
  /** Why the last file was not taken, in words. */
  setProblem: (words: string | null) => void;
  /** Gives what is wrong with so many files for this well; null when nothing is. */
  refusalOf: (count: number, slot: Slot) => IntakeProblem | null;
  put: (image: DraftImage, slot: Slot) => void;
  /** Puts an image of before back; `image` is let go where it is there already. */
  putAgain: (image: DraftImage, slot: Slot) => void;
}

export interface Intake<Slot extends string> {
  /** Shows why nothing was taken. What is in the wells stays there. */
  refuse: (problem: IntakeProblem, words: Words) => void;
  /**
   * The wells are held as busy from here on, and nothing is sent: what was given before and is still being looked at is
   * not taken any more. Gives whether nothing else was given since.
   */
  begin: (slot: Slot) => () => boolean;
  /** Takes files into a well, or says there why not. Resolves to whether all were taken. */
  take: (files: readonly File[], slot: Slot, words: Words) => Promise<boolean>;
  /** An image of before, as a step of something longer (`begin`). Gives why it is not there again, in words. */
  takeAgain: (file: File, slot: Slot, holds: () => boolean, words: Words) => Promise<string | null>;
  /** What was given and is still being checked is not taken any more. */
  forget: () => void;
}

export function createIntake<Slot extends string>(wells: Wells<Slot>): Intake<Slot> {
  /** Only what was given last counts. */
  let latest = 0;

  const forget = (): void => {
    latest += 1;
    wells.setBusy(null);
  };

  const refuse = (problem: IntakeProblem, { text, format }: Words): void => {
    forget();
    wells.setProblem(intakeWords(problem, text, format));
  };

  const begin = (slot: Slot): (() => boolean) => {
    latest += 1;
    const turn = latest;
    wells.setProblem(null);
    wells.setBusy(slot);
    return () => turn === latest;
  };

  return {
    refuse,
    begin,
    forget,
    async take(files, slot, words) {
      const problem = wells.refusalOf(files.length, slot);
      if (problem !== null) {
        refuse(problem, words);
        return false;
      }
      const holds = begin(slot);
      for (const file of files) {
        const outcome = await examine(file);
        if (!holds()) {
          if ('image' in outcome) URL.revokeObjectURL(outcome.image.previewUrl);
          return false;
        }
        if ('problem' in outcome) {
          refuse(outcome.problem, words);
          return false;
        }
        wells.put(outcome.image, slot);
      }
      wells.setBusy(null);
      return true;
    },
    async takeAgain(file, slot, holds, { text, format }) {
      wells.setBusy(slot);
      const outcome = await examine(file);
      if ('problem' in outcome) return intakeWords(outcome.problem, text, format);
      if (holds()) wells.putAgain(outcome.image, slot);
      else URL.revokeObjectURL(outcome.image.previewUrl);
      return null;
    },
  };
}

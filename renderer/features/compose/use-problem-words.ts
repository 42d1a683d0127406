import { requestLimits } from '../../../preload/contract/modes.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import type { DraftProblem } from './draft-store.ts';

interface ProblemWords {
  title: string;
  lines: string[];
}

/** A draft's problem in words; null without one, and for those that the field shows by itself. */
export function useProblemWords(problem: DraftProblem | undefined): ProblemWords | null {
  const text = useText();
  const format = useFormat();
  if (problem === undefined) return null;
  switch (problem.kind) {
    case 'too-long':
      return null;
    case 'prompt-missing':
      return { title: text.compose.promptMissing, lines: [] };
    case 'image-checking':
      return { title: text.compose.imageStillChecking, lines: [] };
    case 'frame-missing':
      return { title: text.compose.frameMissing[problem.which], lines: [] };
    case 'reference-missing':
      return { title: text.compose.referenceMissing, lines: [] };
    case 'bad-seed':
      return { title: text.compose.badSeed(format.number(requestLimits.seed)), lines: [] };
    case 'source':
      return {
        title: text.compose.sourceRefused[problem.task],
        lines: [text.said(problem.words), text.compose.sourceInstead],
      };
    case 'no-model':
      return { title: text.compose.noModel, lines: [text.compose.noModelHint] };
    case 'refused': {
      const words = errorWords(problem.error, text, format);
      return { title: words.title, lines: [words.message, ...words.extras] };
    }
  }
}

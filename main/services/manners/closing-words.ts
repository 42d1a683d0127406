/** What closing the app means for the clips that are under way. */
import { en } from '../../words/en.ts';
import type { MainWords } from '../../words/en.ts';
import type { OperationRow } from '../../storage/records.ts';

export type OpenOperation = Pick<OperationRow, 'phase' | 'service'>;

/**
 * Null when nothing is under way. The two days are the service's (Google's documentation of Veo: generated videos are
 * kept for two days).
 */
export function closingWords(
  underWay: readonly OpenOperation[],
  isPaused = false,
  { closing }: Pick<MainWords, 'closing'> = en,
): string | null {
  const queued = underWay.filter(({ phase }) => phase === 'queued').length;
  const demo = underWay.filter(({ phase, service }) => phase !== 'queued' && service === 'demo').length;
  const making = underWay.length - queued - demo;
  const sentences = [
    making > 0 && closing.making(making),
    demo > 0 && closing.demo(demo),
    queued > 0 && closing.queued(queued, isPaused),
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join('\n\n');
}

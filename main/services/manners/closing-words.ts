/** What closing the app means for the clips that are under way. */
import { en } from '../../words/en.ts';
import type { MainWords } from '../../words/en.ts';
import type { OperationRow } from '../../storage/records.ts';

export type OpenOperation = Pick<OperationRow, 'phase' | 'service'> & Partial<Pick<OperationRow, 'medium'>>;

/** The image comes in the answer to its create, or never. */
export function isImageBeingSent({ phase, medium }: OpenOperation): boolean {
  return phase === 'submitting' && medium === 'image';
}

/**
 * Null when nothing is under way. The two days are the service's (Google's documentation of Veo: generated videos are
 * kept for two days).
 */
export function closingWords(
  underWay: readonly OpenOperation[],
  isPaused = false,
  { closing }: Pick<MainWords, 'closing'> = en,
): string | null {
  const images = underWay.filter(isImageBeingSent);
  const paidImages = images.filter(({ service }) => service !== 'demo').length;
  const rest = underWay.filter((operation) => !isImageBeingSent(operation));
  const queued = rest.filter(({ phase }) => phase === 'queued').length;
  const demo = rest.filter(({ phase, service }) => phase !== 'queued' && service === 'demo').length;
  const making = rest.length - queued - demo;
  const sentences = [
    paidImages > 0 && closing.images(paidImages),
    making > 0 && closing.making(making),
    demo > 0 && closing.demo(demo),
    queued > 0 && closing.queued(queued, isPaused),
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join('\n\n');
}

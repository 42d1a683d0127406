/** What closing the app means for the clips that are under way. */
import type { OperationRow } from '../../storage/records.ts';

export type OpenOperation = Pick<OperationRow, 'phase' | 'service'>;

function clips(number: number, kind = 'clip'): string {
  return `${number} ${kind}${number === 1 ? ' is' : 's are'}`;
}

/**
 * Null when nothing is under way. The two days are the service's (Google's documentation of Veo: generated videos are
 * kept for two days).
 */
export function closingWords(underWay: readonly OpenOperation[], isPaused = false): string | null {
  const queued = underWay.filter(({ phase }) => phase === 'queued').length;
  const demo = underWay.filter(({ phase, service }) => phase !== 'queued' && service === 'demo').length;
  const making = underWay.length - queued - demo;
  const they = (number: number, one: string, many: string): string => (number === 1 ? one : many);
  const sentences = [
    making > 0 &&
      `${clips(making)} being made. ${they(making, 'It goes', 'They go')} on at the service; Zoetrope fetches ${they(making, 'it', 'them')} at the next start (the service keeps ${they(making, 'it', 'them')} for two days).`,
    demo > 0 &&
      `${clips(demo, 'demo clip')} being drawn. ${they(demo, 'It goes', 'They go')} on at the next start.`,
    queued > 0 &&
      `${clips(queued)} waiting to be sent, ${isPaused ? 'until you resume the queue' : 'at the next start'}. Nothing is charged before that.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join('\n\n');
}

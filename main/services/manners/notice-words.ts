/** The words of a notification. */
import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';

export type EndedOperation = Pick<OperationRow, 'id' | 'phase' | 'prompt' | 'error'>;

export interface NoticeWords {
  title: string;
  body: string;
}

/** A desktop shows two to four lines and cuts the rest. */
const promptCharacters = 80;
const promptsShown = 3;

const titles: Partial<Record<Phase, string>> = {
  completed: 'Your clip is ready',
  unknown: 'A clip needs your decision',
  blocked: 'A clip was blocked',
  expired: 'A clip has expired',
  error: 'A clip failed',
};

/** True for the ends that a user who is elsewhere wants to hear of: not for one that was the user's own doing. */
export function isWorthANotice({ phase, error }: Pick<EndedOperation, 'phase' | 'error'>): boolean {
  return titles[phase] !== undefined && error?.code !== 'cancelled';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function short(prompt: string): string {
  const line = prompt.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  if (characters.length <= promptCharacters) return line;
  const start = characters.slice(0, promptCharacters - 1).join('');
  return `${start.trimEnd()}…`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function titleOfMany(ready: number, others: number): string {
  const clips = (number: number): string => count(number, 'clip', 'clips');
  if (others === 0) return `${clips(ready)} are ready`;
  if (ready === 0) return `${clips(others)} need a look`;
  return `${count(ready, 'clip is', 'clips are')} ready, ${count(others, 'needs', 'need')} a look`;
}

/** One notification for all of them; null when there is nothing to tell. */
export function noticeWords(ended: readonly EndedOperation[]): NoticeWords | null {
  const told = ended.filter(isWorthANotice);
  const [first] = told;
  if (!first) return null;
  if (told.length === 1) {
    const lines = [short(first.prompt), ...(first.error ? [first.error.message] : [])];
    return { title: titles[first.phase] ?? '', body: lines.join('\n') };
  }
  const ready = told.filter(({ phase }) => phase === 'completed').length;
  const lines = told.slice(0, promptsShown).map(({ prompt }) => short(prompt));
  return {
    title: titleOfMany(ready, told.length - ready),
    body: [...lines, ...(told.length > promptsShown ? ['…'] : [])].join('\n'),
  };
}

/** For clips that the service deletes soon. */
export function deadlineWords(operations: readonly Pick<EndedOperation, 'prompt' | 'error'>[]): NoticeWords {
  const [first] = operations;
  const lines = operations.slice(0, promptsShown).map(({ prompt }) => short(prompt));
  const title =
    operations.length === 1
      ? 'A clip will soon be deleted by the service'
      : `${operations.length} clips will soon be deleted by the service`;
  const why = first?.error?.message ?? 'It is not saved on this computer yet.';
  return { title, body: [...lines, ...(operations.length > promptsShown ? ['…'] : []), why].join('\n') };
}

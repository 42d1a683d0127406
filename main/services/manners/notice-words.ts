/** The words of a notification. */
import type { Medium } from '../../../preload/contract/mediums.ts';
import { en } from '../../words/en.ts';
import type { MainWords } from '../../words/en.ts';
import type { OperationRow } from '../../storage/records.ts';

export type EndedOperation = Pick<OperationRow, 'id' | 'phase' | 'prompt' | 'error' | 'medium'>;

export interface NoticeWords {
  title: string;
  body: string;
}

/** A desktop shows two to four lines and cuts the rest. */
const promptCharacters = 80;
const promptsShown = 3;

/** True for the ends that a user who is elsewhere wants to hear of: not for one that was the user's own doing. */
export function isWorthANotice({ phase, error }: Pick<EndedOperation, 'phase' | 'error'>): boolean {
  return en.notices.video.ended[phase] !== undefined && error?.code !== 'cancelled';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function short(prompt: string): string {
  const line = prompt.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  if (characters.length <= promptCharacters) return line;
  const start = characters.slice(0, promptCharacters - 1).join('');
  return `${start.trimEnd()}…`;
}

function titleOfMany(ready: number, others: number, words: MainWords['notices'][Medium]): string {
  if (others === 0) return words.ready(ready);
  return ready === 0 ? words.others(others) : words.both(ready, others);
}

/** One notification for all of them; null when there is nothing to tell. */
export function noticeWords(
  ended: readonly EndedOperation[],
  { notices, said }: Pick<MainWords, 'notices' | 'said'> = en,
): NoticeWords | null {
  const told = ended.filter(isWorthANotice);
  const [first] = told;
  if (!first) return null;
  const words = notices[told.every(({ medium }) => medium === first.medium) ? first.medium : 'mixed'];
  if (told.length === 1) {
    const lines = [short(first.prompt), ...(first.error ? [said(first.error.message)] : [])];
    return { title: words.ended[first.phase] ?? '', body: lines.join('\n') };
  }
  const ready = told.filter(({ phase }) => phase === 'completed').length;
  const lines = told.slice(0, promptsShown).map(({ prompt }) => short(prompt));
  return {
    title: titleOfMany(ready, told.length - ready, words),
    body: [...lines, ...(told.length > promptsShown ? ['…'] : [])].join('\n'),
  };
}

/** For clips that the service deletes soon. */
export function deadlineWords(
  operations: readonly Pick<EndedOperation, 'prompt' | 'error'>[],
  { notices, said }: Pick<MainWords, 'notices' | 'said'> = en,
): NoticeWords {
  const [first] = operations;
  const lines = operations.slice(0, promptsShown).map(({ prompt }) => short(prompt));
  const title = notices.deadline(operations.length);
  const why = first?.error ? said(first.error.message) : notices.notSaved;
  return { title, body: [...lines, ...(operations.length > promptsShown ? ['…'] : []), why].join('\n') };
}

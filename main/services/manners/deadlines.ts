/** Tells once of each clip that the service will delete soon and that is not on disk yet. */
import { littleTimeMs } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { MainWords } from '../../words/en.ts';
import type { Clock } from '../clock.ts';
import { keptUntil } from '../generation/kept.ts';
import { deadlineWords } from './notice-words.ts';
import type { NoticeWords } from './notice-words.ts';

/** The wall clock is looked at again and again: a timer over hours is wrong after a sleep or a turned clock. */
const lookEveryMs = 60_000;

export interface DeadlinesDeps {
  operations: Pick<OperationRows, 'inPhase' | 'update'>;
  clock: Clock;
  /** In the language of now. */
  words(): MainWords;
  notify(words: NoticeWords, operationIds: string[]): void;
}

export interface Deadlines {
  /** Looks now, and goes on looking. */
  start(): void;
  stop(): void;
}

export function createDeadlines({ operations, clock, words, notify }: DeadlinesDeps): Deadlines {
  let cancel: (() => void) | null = null;

  function isShort(operation: OperationRow): boolean {
    const until = keptUntil(operation);
    return until !== null && operation.deadlineToldAt === null && until - clock.now() < littleTimeMs;
  }

  function look(): void {
    cancel = clock.after(lookEveryMs, look);
    const short = operations
      .inPhase('processing', 'downloading')
      .map(({ operation }) => operation)
      .filter(isShort);
    if (short.length === 0) return;
    // Noted first: a notification that is told at each start would be no news.
    for (const { id } of short) operations.update(id, { deadlineToldAt: clock.now() });
    notify(
      deadlineWords(short, words()),
      short.map(({ id }) => id),
    );
  }

  return {
    start: look,
    stop() {
      cancel?.();
    },
  };
}

/** What the app tells a user who is elsewhere, and what it asks of the computer meanwhile. */
import type { OperationRow } from '../../storage/records.ts';
import type { MainWords } from '../../words/en.ts';
import type { Clock } from '../clock.ts';
import { isWorthANotice, noticeWords } from './notice-words.ts';
import type { EndedOperation, NoticeWords } from './notice-words.ts';
import { createWork } from './work.ts';
import type { SeenOperation, WorkState } from './work.ts';

/** What ends within this time is told together. */
export const togetherMs = 2_000;

export interface MannersDeps {
  clock: Clock;
  /** What is under way at start. */
  underWay: readonly SeenOperation[];
  /** True while the user does not look at the studio window. */
  isAway(): boolean;
  /** The user's setting. */
  isWanted(): boolean;
  /** In the language of now. */
  words(): MainWords;
  /** `operationIds` are those that the words speak of. */
  notify(words: NoticeWords, operationIds: string[]): void;
  /** Told when it is another one than before; in the beginning nothing is under way. */
  workChanged(state: WorkState): void;
}

export interface Manners {
  /** An operation was written, its phase changed or not. */
  changed(operation: OperationRow): void;
  /** Tells nothing any more; the work is still followed. */
  silence(): void;
}

export function createManners(deps: MannersDeps): Manners {
  const work = createWork(deps.underWay);
  let told: WorkState = { making: 0, needsPower: false };
  let waiting: EndedOperation[] = [];
  let cancel: (() => void) | null = null;
  let isSilent = false;

  function tellWork(): void {
    const state = work.state();
    if (state.making === told.making && state.needsPower === told.needsPower) return;
    told = state;
    deps.workChanged(state);
  }

  function mayTell(): boolean {
    return !isSilent && deps.isWanted() && deps.isAway();
  }

  function tell(): void {
    cancel = null;
    const words = noticeWords(waiting, deps.words());
    const operationIds = waiting.map(({ id }) => id);
    waiting = [];
    // Who came back meanwhile sees it in the window.
    if (words && mayTell()) deps.notify(words, operationIds);
  }

  tellWork();
  return {
    changed(operation) {
      const hasEndedNow = work.see(operation);
      tellWork();
      if (!hasEndedNow || !isWorthANotice(operation) || !mayTell()) return;
      waiting.push(operation);
      cancel ??= deps.clock.after(togetherMs, tell);
    },
    silence() {
      isSilent = true;
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}

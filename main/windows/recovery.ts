/** What becomes of a window whose page ended or does not answer: it is loaded again once by itself, then its user decides. */
import type { Clock } from '../services/clock.ts';
import type { Log } from '../services/log.ts';

/** A second crash within this time is not met by the same means again. */
export const crashMemoryMs = 5 * 60_000;
/** After Chromium's own patience (fifteen seconds), for a page that is busy and comes back. */
export const hangPatienceMs = 5_000;
/** How long “Wait” lasts before the question comes back. */
export const waitMs = 30_000;

export type WindowTrouble = 'crashed' | 'hung';

export interface RecoveryDeps {
  clock: Clock;
  log: Log;
  /** Loads the page anew; only ever called for one that has ended. */
  load(): void;
  /** Ends the page's process, which is then told by `gone`. Loading alone would wait for the hung page to let go. */
  endPage(): void;
  /** True: load again. False: quit. */
  askAfterCrash(): Promise<boolean>;
  /** True: load again. False: wait. Aborted when the page answers after all, or has ended. */
  askWhileHung(signal: AbortSignal): Promise<boolean>;
  quit(): void;
  /** Called before the page is loaded again, so that it can say what happened. */
  recovering(trouble: WindowTrouble): void;
}

export interface Recovery {
  /** The page's process ended. */
  gone(facts: { reason: string; exitCode: number }): void;
  unresponsive(): void;
  responsive(): void;
  /** The window closes: nothing is loaded or asked any more. */
  stop(): void;
}

export function createRecovery(deps: RecoveryDeps): Recovery {
  const { clock, log } = deps;
  let crashedAt: number | null = null;
  let isAsking = false;
  let isStopped = false;
  /** The user gave up on a hung page: its end is no crash. */
  let isEnding = false;
  let cancelPatience: (() => void) | null = null;
  let question: AbortController | null = null;

  function recover(trouble: WindowTrouble): void {
    deps.recovering(trouble);
    deps.load();
  }

  function answered(): void {
    cancelPatience?.();
    cancelPatience = null;
    question?.abort();
    question = null;
  }

  async function decideCrash(): Promise<void> {
    isAsking = true;
    const wantsPage = await deps.askAfterCrash().finally(() => {
      isAsking = false;
    });
    if (isStopped) return;
    if (wantsPage) recover('crashed');
    else deps.quit();
  }

  async function decideHang(): Promise<void> {
    const asked = new AbortController();
    question = asked;
    const wantsPage = await deps.askWhileHung(asked.signal);
    if (asked.signal.aborted || isStopped) return;
    question = null;
    if (!wantsPage) {
      patience(waitMs);
      return;
    }
    log.warn('The window’s page is ended: it does not answer');
    isEnding = true;
    deps.endPage();
  }

  function patience(ms: number): void {
    cancelPatience = clock.after(ms, () => {
      cancelPatience = null;
      decideHang().catch((error: unknown) => {
        log.error('The question about a window that does not answer could not be asked', { error });
      });
    });
  }

  return {
    gone(facts) {
      answered();
      if (isStopped || isAsking) return;
      if (isEnding) {
        isEnding = false;
        recover('hung');
        return;
      }
      log.error('The window’s page ended', facts);
      const isSecond = crashedAt !== null && clock.now() - crashedAt < crashMemoryMs;
      crashedAt = clock.now();
      if (!isSecond) {
        recover('crashed');
        return;
      }
      decideCrash().catch((error: unknown) => {
        log.error('The question after a crash could not be asked', { error });
        deps.quit();
      });
    },
    unresponsive() {
      if (isStopped || isEnding || question !== null || cancelPatience !== null) return;
      log.warn('The window’s page does not answer');
      patience(hangPatienceMs);
    },
    responsive() {
      if (question === null && cancelPatience === null) return;
      log.info('The window’s page answers again');
      answered();
    },
    stop() {
      isStopped = true;
      answered();
    },
  };
}

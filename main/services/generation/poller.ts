/** Asks the service about each running operation until the service says how it ended. Never gives up by itself. */
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { isOthers, noKey } from './accounts.ts';
import { backoffMs } from './backoff.ts';
import type { Lifecycle } from './lifecycle.ts';
import { eventOfPoll } from './outcomes.ts';

export interface PollerDeps {
  operations: OperationRows;
  lifecycle: Lifecycle;
  clock: Clock;
  log: Log;
  /** Between two polls of one operation; asked each time, since the setting may change. */
  pollMs(): number;
  backendFor(operation: OperationRow): VideoBackend | null;
  /** The service has the finished clip. */
  finished(id: string): void;
  /** The operation ended without a clip. */
  ended(): void;
}

export interface Poller {
  watch(id: string): void;
  /** Does not ask any more. */
  forget(id: string): void;
  /** Asks now instead of when it would be due. */
  poll(id: string): void;
  stop(): void;
}

/** What earlier answers said about an operation. */
interface Heard {
  /** Answers in a row that said nothing. */
  failures: number;
  /** Answers in a row that said that there is no such operation. */
  missing: number;
  /** When the service last said that it is not done. */
  pendingAt: number | null;
}

const nothingHeard: Heard = { failures: 0, missing: 0, pendingAt: null };

export function createPoller(deps: PollerDeps): Poller {
  const { operations, lifecycle, clock, log } = deps;
  const timers = new Map<string, () => void>();
  const heard = new Map<string, Heard>();
  let stopped = false;

  function schedule(id: string, delayMs: number): void {
    if (stopped) return;
    timers.get(id)?.();
    timers.set(
      id,
      clock.after(delayMs, () => {
        timers.delete(id);
        ask(id).catch((error: unknown) => {
          log.error('Polling an operation failed', { id, error });
          later(id, heard.get(id) ?? nothingHeard);
        });
      }),
    );
  }

  /** Less and less often while nothing is learned. */
  function later(id: string, before: Heard): void {
    const failures = before.failures + 1;
    heard.set(id, { ...before, failures });
    schedule(id, backoffMs(deps.pollMs(), failures));
  }

  async function ask(id: string): Promise<void> {
    const operation = operations.find(id)?.operation;
    if (operation?.phase !== 'processing' || operation.remoteName === null) {
      heard.delete(id);
      return;
    }
    const backend = deps.backendFor(operation);
    if (!backend) {
      // The key is gone; the operation is not. It goes on when there is a key again.
      schedule(id, deps.pollMs());
      lifecycle.happen(id, { kind: 'unreachable', error: noKey });
      return;
    }
    const outcome = await backend.poll(operation.remoteName);
    if (stopped) return;
    const before = heard.get(id) ?? nothingHeard;
    const missing = outcome.kind === 'gone' ? before.missing + 1 : 0;
    const event = eventOfPoll(outcome, {
      isOthers: isOthers(operation, backend, clock.now()),
      readyAt: readyAt(operation, before),
      timesMissing: missing,
    });
    // The next question first: where what was heard cannot be written (a full disk), it must come all the same.
    if (event.kind === 'pending') {
      heard.set(id, { ...nothingHeard, pendingAt: clock.now() });
      schedule(id, deps.pollMs());
    } else if (event.kind === 'unreachable') {
      log.warn('A poll was not answered', { id, code: event.error.code });
      later(id, { ...before, missing });
    }
    const phase = lifecycle.happen(id, event);
    if (phase === 'processing') return;
    heard.delete(id);
    timers.get(id)?.();
    timers.delete(id);
    if (phase === 'downloading') deps.finished(id);
    else deps.ended();
  }

  /** Since when the service may have had the clip: not while it said that it is not done. */
  function readyAt(operation: OperationRow, { pendingAt }: Heard): number {
    return pendingAt ?? operation.acceptedAt ?? clock.now();
  }

  return {
    watch(id) {
      schedule(id, deps.pollMs());
    },
    forget(id) {
      timers.get(id)?.();
      timers.delete(id);
      heard.delete(id);
    },
    poll(id) {
      // One that is being asked after at this moment has no timer.
      if (timers.has(id)) schedule(id, 0);
    },
    stop() {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

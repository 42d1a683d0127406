/** Asks the service about each running operation until the service says how it ended. Never gives up by itself. */
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { backoffMs } from './backoff.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface PollerDeps {
  operations: OperationRows;
  lifecycle: Lifecycle;
  clock: Clock;
  log: Log;
  /** Between two polls of one operation; asked each time, since the setting may change. */
  pollMs(): number;
  backendFor(service: ServiceId): VideoBackend | null;
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

export function createPoller(deps: PollerDeps): Poller {
  const { operations, lifecycle, clock, log } = deps;
  const timers = new Map<string, () => void>();
  let stopped = false;

  function schedule(id: string, delayMs: number, failures: number): void {
    if (stopped) return;
    timers.get(id)?.();
    timers.set(
      id,
      clock.after(delayMs, () => {
        timers.delete(id);
        poll(id, failures).catch((error: unknown) => {
          log.error('Polling an operation failed', { id, error });
          schedule(id, backoffMs(deps.pollMs(), failures + 1), failures + 1);
        });
      }),
    );
  }

  async function poll(id: string, failures: number): Promise<void> {
    const operation = operations.find(id)?.operation;
    if (operation?.phase !== 'processing' || operation.remoteName === null) return;
    const backend = deps.backendFor(operation.service);
    if (!backend) {
      // The key is gone; the operation is not. It goes on when there is a key again.
      schedule(id, deps.pollMs(), 0);
      return;
    }
    const outcome = await backend.poll(operation.remoteName);
    // Cancelled while the service was being asked: what it said is not wanted any more.
    if (stopped || operations.find(id)?.operation.phase !== 'processing') return;
    switch (outcome.kind) {
      case 'pending':
        if (operation.error) lifecycle.note(id, { error: null });
        schedule(id, deps.pollMs(), 0);
        return;
      case 'unreachable':
        log.warn('A poll was not answered', { id, code: outcome.error.code });
        lifecycle.note(id, { error: outcome.error });
        schedule(id, backoffMs(deps.pollMs(), failures + 1), failures + 1);
        return;
      case 'done':
        lifecycle.move(id, 'downloading', { remoteUri: outcome.videoUri });
        deps.finished(id);
        return;
      case 'blocked':
        lifecycle.move(id, 'blocked', { error: outcome.error });
        deps.ended();
        return;
      case 'failed':
        lifecycle.move(id, 'error', { error: outcome.error });
        deps.ended();
        return;
      case 'gone':
        lifecycle.move(id, 'expired', { error: outcome.error });
        deps.ended();
        return;
    }
  }

  return {
    watch(id) {
      schedule(id, deps.pollMs(), 0);
    },
    forget(id) {
      timers.get(id)?.();
      timers.delete(id);
    },
    poll(id) {
      // One that is being asked after at this moment has no timer.
      if (timers.has(id)) schedule(id, 0, 0);
    },
    stop() {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** Services that asked for patience: nothing is sent to them until a time, and then one request to try. */
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { Clock } from '../clock.ts';

export interface Holds {
  /** Nothing goes to `service` for `delayMs`; then `over` is called. A longer hold stays. */
  hold(service: ServiceId, delayMs: number, over: () => void): void;
  /** The service works again. */
  clear(service: ServiceId): void;
  /** When the next request may go, in milliseconds since 1970; null when the service is not held. */
  until(service: ServiceId): number | null;
  /** True from the first hold until the service has answered well: only one request may be on its way. */
  isTrying(service: ServiceId): boolean;
  /** The clock may be another than before: a wait that is over ends, the others are no longer than at first. */
  wake(over: () => void): void;
  stop(): void;
}

interface Held {
  until: number;
  delayMs: number;
  /** False once the time is over. The timer says so, not the clock: that one can be turned, and timers come early. */
  isWaiting: boolean;
  cancel: () => void;
}

export function createHolds(clock: Clock): Holds {
  const held = new Map<ServiceId, Held>();
  return {
    hold(service, delayMs, over) {
      const until = clock.now() + delayMs;
      const present = held.get(service);
      if (present?.isWaiting && present.until >= until) return;
      present?.cancel();
      const next: Held = { until, delayMs, isWaiting: true, cancel: () => undefined };
      next.cancel = clock.after(delayMs, () => {
        next.isWaiting = false;
        over();
      });
      held.set(service, next);
    },
    clear(service) {
      held.get(service)?.cancel();
      held.delete(service);
    },
    until(service) {
      const present = held.get(service);
      return present?.isWaiting ? present.until : null;
    },
    wake(over) {
      const now = clock.now();
      for (const present of held.values()) {
        if (!present.isWaiting) continue;
        const waitMs = Math.max(0, Math.min(present.until - now, present.delayMs));
        present.cancel();
        present.until = now + waitMs;
        present.cancel = clock.after(waitMs, () => {
          present.isWaiting = false;
          over();
        });
      }
    },
    isTrying: (service) => held.has(service),
    stop() {
      for (const { cancel } of held.values()) cancel();
      held.clear();
    },
  };
}

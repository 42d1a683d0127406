/** A clock for tests: time passes only when the test says so. */
import type { Clock } from './clock.ts';

export interface FakeClock {
  clock: Clock;
  /**
   * Lets `ms` milliseconds pass: runs what falls due in the order of its time, work that this work asks for
   * included, and lets promises settle before and after each piece. It does not wait for the disk or a socket;
   * a test waits for those by their result.
   */
  advance(ms: number): Promise<void>;
  /** Turns the wall clock without any time passing, as a user, a time server or a computer's sleep does. */
  turn(ms: number): void;
}

/** Turns of the event loop in which chains of promises come to their end. */
const settleTurns = 5;

async function settle(): Promise<void> {
  for (let turn = 0; turn < settleTurns; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** `startMs` is the first time that the clock shows, in milliseconds since 1970. */
export function createFakeClock(startMs = Date.UTC(2026, 10, 22, 12)): FakeClock {
  interface Timer {
    due: number;
    work: () => void;
  }
  let time = startMs;
  // In the order in which they were asked for, which decides between two that fall due together.
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of timers) if (timer.due <= until && (!next || timer.due < next.due)) next = timer;
    return next;
  }

  return {
    clock: {
      now: () => time,
      after(delayMs, work) {
        const timer = { due: time + Math.max(0, delayMs), work };
        timers.add(timer);
        return () => {
          timers.delete(timer);
        };
      },
    },
    turn(ms) {
      time += ms;
      for (const timer of timers) timer.due += ms;
    },
    async advance(ms) {
      const until = time + ms;
      await settle();
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.due);
        timer.work();
        await settle();
      }
      time = until;
    },
  };
}

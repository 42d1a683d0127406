import { useSyncExternalStore } from 'react';

/** One clock for every card: it runs only while somebody looks at it. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let now = Date.now();
export const minuteMs = 60_000;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (timer === null) {
    now = Date.now();
    timer = setInterval(tick, 1000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** Whole minutes until a moment (milliseconds since 1970), below 0 once it is over; new when they are fewer. */
export function useMinutesLeft(until: number): number {
  return useSyncExternalStore(subscribe, () => Math.floor((until - now) / minuteMs));
}

/** Milliseconds since 1970, new each second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

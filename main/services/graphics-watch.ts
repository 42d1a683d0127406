/** Chromium draws without the graphics card after its third loss, and ends the app when even that fails. */
const mostLosses = 2;
const withinMs = 10 * 60_000;

export interface GraphicsWatch {
  /** The graphics process ended by itself at this time, milliseconds since 1970. */
  lost(now: number): void;
}

/** Calls `unreliable` once, at the second loss within ten minutes. */
export function createGraphicsWatch(unreliable: () => void): GraphicsWatch {
  let losses: number[] = [];
  let isTold = false;
  return {
    lost(now) {
      losses = [...losses.filter((at) => now - at < withinMs), now];
      if (isTold || losses.length < mostLosses) return;
      isTold = true;
      unreliable();
    },
  };
}

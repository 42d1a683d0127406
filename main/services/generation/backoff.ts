const longestMs = 60_000;

/** How long to wait after `failures` (1, 2, …) failures in a row: doubling from `firstMs`, at most a minute. */
export function backoffMs(firstMs: number, failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 16));
}

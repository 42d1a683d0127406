import { expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

it('doubles from the first wait and never exceeds a minute', () => {
  expect([1, 2, 3, 4, 5, 6].map((failures) => backoffMs(5_000, failures))).toEqual([
    5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
  ]);
  expect(backoffMs(5_000, 10_000)).toBe(60_000);
});

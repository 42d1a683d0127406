import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoDay, startOfDay, startOfMonth } from './calendar.ts';

const zone = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('days are the user’s own', () => {
  test('from midnight to midnight, over the ends of months and years', () => {
    const newYear = new Date(2026, 11, 31, 23, 59, 59, 999).getTime();
    expect(startOfDay(newYear)).toBe(new Date(2026, 11, 31).getTime());
    expect(startOfDay(newYear, 1)).toBe(newYear + 1);
    expect(startOfMonth(newYear)).toBe(new Date(2026, 11, 1).getTime());
    expect(isoDay(newYear)).toBe('2026-12-31');
    expect(isoDay(newYear + 1)).toBe('2027-01-01');
  });

  test('also when the clocks change: 23 and 25 hours', () => {
    const hour = 3_600_000;
    const spring = new Date(2026, 2, 29, 12).getTime();
    const autumn = new Date(2026, 9, 25, 12).getTime();
    expect((startOfDay(spring, 1) - startOfDay(spring)) / hour).toBe(23);
    expect((startOfDay(autumn, 1) - startOfDay(autumn)) / hour).toBe(25);
    expect(isoDay(startOfDay(spring, 1))).toBe('2026-03-30');
  });
});

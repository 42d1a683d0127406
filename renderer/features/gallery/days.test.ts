import { expect, it } from 'vitest';
import { dateField, dayStart, nextDay } from './days.ts';

const at = (text: string): number => new Date(text).getTime();

it('a day begins at its own midnight, also where days are longer or shorter', () => {
  expect(dayStart(at('2026-11-26T14:30'))).toBe(at('2026-11-26T00:00'));
  expect(dayStart(at('2026-11-01T00:00'), 1)).toBe(at('2026-10-31T00:00'));
  expect(dayStart(at('2026-04-02T10:00'), 6)).toBe(at('2026-03-27T00:00'));
  expect(nextDay(at('2026-12-31T23:59'))).toBe(at('2027-01-01T00:00'));
});

it('is written as a date field has it, and read back as the same day', () => {
  expect(dateField(at('2026-03-05T23:59'))).toBe('2026-03-05');
  expect(dayStart(Date.parse(`${dateField(at('2026-03-05T12:00'))}T00:00`))).toBe(at('2026-03-05T00:00'));
});

import { expect, it } from 'vitest';
import { createFormat } from '../../lib/format.ts';
import { en } from '../../lib/i18n/en.ts';
import { isShort, stretchWords } from './stretch-words.ts';

const hour = 3_600_000;
const words = (ms: number): string => stretchWords(ms, en, createFormat('en-US'));

it('says the two largest parts of the time that is left', () => {
  expect(words(27.5 * hour)).toBe('1 day 3 h');
  expect(words(49 * hour)).toBe('2 days 1 h');
  expect(words(5.2 * hour)).toBe('5 h 12 min');
  expect(words(0.14 * hour)).toBe('8 min');
  expect(words(59_999)).toBe('0 min');
});

it('is short below six hours', () => {
  expect(isShort(6 * hour)).toBe(false);
  expect(isShort(6 * hour - 1)).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const english = createFormat('en-US');
const german = createFormat('de-DE');

describe('elapsed time', () => {
  it.each([
    [0, '0:00'],
    [-3, '0:00'],
    [9.9, '0:09'],
    [72, '1:12'],
    [3599, '59:59'],
    [3723, '1:02:03'],
  ])('%d s reads %s', (seconds, words) => {
    expect(english.elapsed(seconds)).toBe(words);
  });
});

describe('prices', () => {
  it('have two decimals, three where a price needs them', () => {
    expect(english.usd(3.2)).toBe('$3.20');
    expect(english.usd(0.023)).toBe('$0.023');
    expect(english.usd(0)).toBe('$0.00');
  });
  it('follow the locale', () => {
    expect(german.usd(3.2)).toBe('3,20\u00a0$');
  });
});

describe('sizes', () => {
  it('are kB and MB of 1,024, so that the limit of 20 MB reads as 20 MB', () => {
    expect(english.bytes(1)).toBe('1 kB');
    expect(english.bytes(919 * 1024)).toBe('919 kB');
    expect(english.bytes(2.4 * 1024 * 1024)).toBe('2.4 MB');
    expect(english.bytes(20 * 1024 * 1024)).toBe('20 MB');
  });
  it('keep pixels ungrouped and group other numbers', () => {
    expect(english.pixels(1920, 1080)).toBe('1920×1080');
    expect(english.number(4000)).toBe('4,000');
    expect(german.number(4000)).toBe('4.000');
  });
});

describe('days', () => {
  it('are the calendar’s, wherever the computer is', () => {
    expect(english.day('2026-11-01')).toBe('Nov 1, 2026');
    expect(german.day('2026-11-01')).toBe('01.11.2026');
    expect(createFormat('en_US.UTF-8').day('2026-11-01')).toBe('Nov 1, 2026');
  });
});

it('takes English for a locale that is none', () => {
  expect(createFormat('en_US.UTF-8').number(4000)).toBe('4,000');
});

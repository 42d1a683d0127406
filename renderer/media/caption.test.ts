import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRightToLeft, plainLine, wrapCaption } from './caption.ts';

/** Every character is one wide. */
const measure = (text: string): number => Array.from(text).length;
const wrap = (text: string, width = 20, lines = 3): string[] => wrapCaption(text, width, lines, measure);

test('a short prompt stays on one line', () => {
  expect(wrap('A lion at dawn')).toEqual(['A lion at dawn']);
});

test('lines are balanced instead of leaving one word alone', () => {
  expect(wrap('A majestic lion walks slowly on', 28)).toEqual(['A majestic lion', 'walks slowly on']);
});

test('newlines, tabs and other control characters become single spaces', () => {
  expect(plainLine('  one\n\n two\t\u0007three\u2028four ')).toBe('one two three four');
  expect(wrap('one\ntwo')).toEqual(['one two']);
});

test('a long prompt ends in an ellipsis on the last allowed line', () => {
  const lines = wrap('the quick brown fox jumps over the lazy dog, and then the dog runs after it');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('the quick brown fox');
  expect(lines[2]).toMatch(/^dog, and.*[^,\s]…$/);
});

test('the ellipsis follows a whole word, unless there are no words', () => {
  expect(wrap('climbing the spiral stairs while it rains', 32, 1)).toEqual(['climbing the spiral stairs…']);
  expect(wrap('x'.repeat(40), 20, 1)).toEqual([`${'x'.repeat(19)}…`]);
});

test('a URL without spaces is cut between characters', () => {
  expect(wrap(`see https://example.org/${'x'.repeat(30)}`)).toHaveLength(3);
});

test('Chinese and Japanese break between words without spaces, never before a full stop', () => {
  const prompt = '黄金色の草原を歩く雄大なライオン。遠くで雷が鳴っている。';
  for (let width = 10; width < 30; width += 1) {
    const lines = wrap(prompt, width);
    expect(lines.length).toBeGreaterThan(width < 28 ? 1 : 0);
    for (const line of lines) expect(line).not.toMatch(/^[。、]/);
    expect(lines.join('')).toBe(prompt);
  }
});

test('an emoji of several code points is never torn apart', () => {
  const family = '👩‍👩‍👧‍👦';
  for (const line of wrap(family.repeat(40), 30))
    expect(line.replace('…', '').split(family).join('')).toBe('');
});

test('an empty prompt gives no lines', () => {
  expect(wrap('')).toEqual([]);
  expect(wrap(' \n ')).toEqual([]);
});

test('a prompt of 100,000 characters is cut early', () => {
  let measured = 0;
  const lines = wrapCaption('word '.repeat(20_000), 40, 3, (text) => {
    measured += 1;
    return text.length;
  });
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/…$/);
  expect(measured).toBeLessThan(5000);
});

test('whatever the text, no line is too wide and there are never too many', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 15, max: 60 }),
      (text, width) => {
        const lines = wrapCaption(text, width, 3, (each) => each.length);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(width, 20));
      },
    ),
    { numRuns: 200 },
  );
});

test('direction follows the first letter', () => {
  expect(isRightToLeft('123 – אריה הולך')).toBe(true);
  expect(isRightToLeft('أسد يمشي')).toBe(true);
  expect(isRightToLeft('A lion, أسد')).toBe(false);
  expect(isRightToLeft('🦁')).toBe(false);
});

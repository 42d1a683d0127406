import { expect, test } from 'vitest';
import { cleanName, distinctName, nameOfId } from './session-names.ts';

test.each([
  ['  Savanna   spot \n', 'Savanna spot'],
  ['a\u0000b\u007fc', 'a b c'],
  ['ライオン 🦁', 'ライオン 🦁'],
  ['x'.repeat(200), 'x'.repeat(80)],
  // A character of two halves is not cut through.
  ['x'.repeat(79) + '🦁', 'x'.repeat(79)],
  [' \n\t ', null],
  ['', null],
])('the name %j is %j', (given, name) => {
  expect(cleanName(given)).toBe(name);
});

test('ids of scripts are names, those of machines are cut', () => {
  expect(nameOfId('my session')).toBe('my session');
  expect(nameOfId('3f2a9c10-0000-4000-8000-000000000000')).toBe('Session 3f2a9c10');
  expect(nameOfId('\n')).toBe('Session');
});

test('a name that is taken gets a number, and stays short enough', () => {
  expect(distinctName('Lions', new Set())).toBe('Lions');
  expect(distinctName('Lions', new Set(['Lions', 'Lions (2)']))).toBe('Lions (3)');
  const long = 'x'.repeat(80);
  expect(distinctName(long, new Set([long]))).toBe(`${'x'.repeat(76)} (2)`);
});

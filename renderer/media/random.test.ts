import { expect, test } from 'vitest';
import { between, createRandom, hashText, pick } from './random.ts';

function take(count: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random());
}

test('the same prompt gives the same numbers, another prompt gives others', () => {
  expect(take(20, hashText('a lion'))).toEqual(take(20, hashText('a lion')));
  expect(take(20, hashText('a lion'))).not.toEqual(take(20, hashText('a lion ')));
});

test('prompts that differ in one letter spread over the whole range of hashes', () => {
  const eighths = new Set(
    Array.from({ length: 200 }, (_, index) => Math.floor(hashText(`prompt ${index}`) / 2 ** 29)),
  );
  expect(eighths.size).toBe(8);
});

test('random numbers stay in range and are evenly spread', () => {
  const numbers = take(4000, 7);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, value) => sum + value, 0) / numbers.length).toBeCloseTo(0.5, 1);
});

test('pick reaches every item, between stays between', () => {
  const random = createRandom(3);
  expect(new Set(Array.from({ length: 100 }, () => pick(['a', 'b', 'c'], random)))).toEqual(
    new Set(['a', 'b', 'c']),
  );
  for (let round = 0; round < 100; round += 1) {
    const value = between(-2, 5, random);
    expect(value).toBeGreaterThanOrEqual(-2);
    expect(value).toBeLessThan(5);
  }
});

import { expect, test } from 'vitest';
import { fade, makeAmbience } from './ambience.ts';
import { createRandom } from './random.ts';

const rate = 48_000;
const make = (seed: number) => makeAmbience('sea', 4, rate, createRandom(seed));

function loudness(samples: Float32Array, from: number, to: number): number {
  const part = samples.subarray(from * rate, to * rate);
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
}

test('is exactly as long as the clip, and the same for the same prompt', () => {
  const sound = make(1);
  expect(sound.left).toHaveLength(4 * rate);
  expect(sound.right).toHaveLength(4 * rate);
  expect(make(1).left).toEqual(sound.left);
  expect(make(2).left).not.toEqual(sound.left);
});

test('can be heard in the middle, quietly, and fades to nothing at both ends', () => {
  const { left, right } = make(3);
  for (const samples of [left, right]) {
    expect(loudness(samples, 1.5, 2.5)).toBeGreaterThan(0.01);
    expect(loudness(samples, 0, 0.05)).toBeLessThan(0.001);
    expect(loudness(samples, 3.95, 4)).toBeLessThan(0.001);
    expect(samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeLessThan(0.19);
  }
});

test('has no clicks: neighbouring samples are close', () => {
  const { left } = make(4);
  let jump = 0;
  for (let index = 1; index < left.length; index += 1) {
    jump = Math.max(jump, Math.abs((left[index] ?? 0) - (left[index - 1] ?? 0)));
  }
  expect(jump).toBeLessThan(0.03);
});

test('the two sides differ', () => {
  const { left, right } = make(5);
  expect(left).not.toEqual(right);
});

test('the fade never leaves 0 to 1', () => {
  for (const second of [-1, 0, 0.5, 2, 3.9, 4, 9]) {
    expect(fade(second, 4)).toBeGreaterThanOrEqual(0);
    expect(fade(second, 4)).toBeLessThanOrEqual(1);
  }
});

import { expect, test } from 'vitest';
import { posterMoment, posterSize } from './poster.ts';

test('the still is taken half a second or a tenth into the clip, never past its middle', () => {
  expect(posterMoment(0, 4)).toBe(0.5);
  expect(posterMoment(0, 8)).toBeCloseTo(0.8);
  expect(posterMoment(0, 0.4)).toBeCloseTo(0.2);
  expect(posterMoment(2, 8)).toBeCloseTo(2.8);
});

test('the poster keeps the shape, is at most 640 pixels long and never enlarged', () => {
  expect(posterSize(1280, 720)).toEqual({ width: 640, height: 360 });
  expect(posterSize(1080, 1920)).toEqual({ width: 360, height: 640 });
  expect(posterSize(320, 180)).toEqual({ width: 320, height: 180 });
  expect(posterSize(5000, 2)).toEqual({ width: 640, height: 1 });
});

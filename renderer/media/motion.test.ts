import { expect, test } from 'vitest';
import { coverCrop, glide, photoCrop, settle, smoothstep } from './motion.ts';

const landscape = { width: 1280, height: 720 };

test.each([glide, settle])('%o runs from 0 to 1, always forward, and stays there', (curve) => {
  expect(curve(0)).toBe(0);
  expect(curve(1)).toBe(1);
  expect(curve(-1)).toBe(0);
  expect(curve(2)).toBe(1);
  for (let step = 1; step <= 50; step += 1) expect(curve(step / 50)).toBeGreaterThan(curve((step - 1) / 50));
});

test('smoothstep is flat outside its edges', () => {
  expect(smoothstep(0.2, 0.4, 0.1)).toBe(0);
  expect(smoothstep(0.2, 0.4, 0.3)).toBeCloseTo(0.5);
  expect(smoothstep(0.2, 0.4, 0.9)).toBe(1);
});

test('a portrait picture is cropped at top and bottom to fill a landscape frame', () => {
  expect(coverCrop({ width: 720, height: 1280 }, landscape)).toEqual({
    x: 0,
    y: 437.5,
    width: 720,
    height: 405,
  });
});

test('a picture of the same shape is seen whole at first', () => {
  const move = { zoom: 1.2, towardsX: 0.5, towardsY: -0.5 };
  expect(photoCrop({ width: 640, height: 360 }, landscape, move, 0)).toEqual({
    x: 0,
    y: 0,
    width: 640,
    height: 360,
  });
});

test.each([
  [4000, 3000],
  [300, 900],
  [9000, 400],
  [1, 1],
])('the camera never looks outside a picture of %i×%i', (width, height) => {
  for (const towards of [-1, 0.6, 1]) {
    for (let step = 0; step <= 20; step += 1) {
      const move = { zoom: 1.22, towardsX: towards, towardsY: -towards };
      const view = photoCrop({ width, height }, landscape, move, step / 20);
      expect(view.x).toBeGreaterThanOrEqual(-1e-6);
      expect(view.y).toBeGreaterThanOrEqual(-1e-6);
      expect(view.x + view.width).toBeLessThanOrEqual(width + 1e-6);
      expect(view.y + view.height).toBeLessThanOrEqual(height + 1e-6);
      expect(view.width / view.height).toBeCloseTo(1280 / 720);
    }
  }
});

test('three quarters in, the view has clearly moved and come closer', () => {
  const move = { zoom: 1.2, towardsX: 1, towardsY: 0 };
  const view = photoCrop({ width: 1280, height: 720 }, landscape, move, 0.75);
  expect(view.width).toBeLessThan(1280 * 0.87);
  expect(view.x).toBeGreaterThan(100);
});

import { expect, test } from 'vitest';
import { visibleBounds } from './visible-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const external = { x: 1440, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number) => ({ x, y, width: 1280, height: 800 });

test('a window comes back where it was', () => {
  expect(visibleBounds(at(100, 50), [laptop])).toEqual(at(100, 50));
  expect(visibleBounds(at(2000, 100), [laptop, external])).toEqual(at(2000, 100));
});

test('without a remembered place there is none', () => {
  expect(visibleBounds(null, [laptop])).toBeNull();
});

test('a window of a screen that is gone does not open out of sight', () => {
  expect(visibleBounds(at(2000, 100), [laptop])).toBeNull();
  expect(visibleBounds(at(-1270, 100), [laptop])).toBeNull();
  expect(visibleBounds(at(100, 100), [])).toBeNull();
});

test('a window whose title bar cannot be reached does not come back there', () => {
  expect(visibleBounds(at(100, -400), [laptop])).toBeNull();
  expect(visibleBounds(at(100, 890), [laptop])).toBeNull();
  // Half outside, but its title bar can be taken hold of.
  expect(visibleBounds(at(1300, 100), [laptop])).toEqual(at(1300, 100));
});

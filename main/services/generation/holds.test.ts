import { expect, it, vi } from 'vitest';
import { createFakeClock } from '../fake-clock.ts';
import { createHolds } from './holds.ts';

it('keeps a service from being asked until its time, and tries with one request until it answers well', async () => {
  const { clock, advance } = createFakeClock(0);
  const holds = createHolds(clock);
  const over = vi.fn();
  expect(holds.isTrying('gemini')).toBe(false);
  holds.hold('gemini', 10_000, over);
  expect(holds.until('gemini')).toBe(10_000);
  expect(holds.until('demo')).toBeNull();
  await advance(9_999);
  expect(over).not.toHaveBeenCalled();
  await advance(1);
  expect(over).toHaveBeenCalledOnce();
  expect(holds.until('gemini')).toBeNull();
  expect(holds.isTrying('gemini')).toBe(true);
  holds.clear('gemini');
  expect(holds.isTrying('gemini')).toBe(false);
});

it('holds for the longer of two times', async () => {
  const { clock, advance } = createFakeClock(0);
  const holds = createHolds(clock);
  const over = vi.fn();
  holds.hold('gemini', 10_000, over);
  holds.hold('gemini', 5_000, over);
  expect(holds.until('gemini')).toBe(10_000);
  holds.hold('gemini', 20_000, over);
  await advance(19_999);
  expect(over).not.toHaveBeenCalled();
  await advance(1);
  expect(over).toHaveBeenCalledOnce();
});

it('calls nobody once it was stopped', async () => {
  const { clock, advance } = createFakeClock(0);
  const holds = createHolds(clock);
  const over = vi.fn();
  holds.hold('gemini', 10_000, over);
  holds.stop();
  await advance(20_000);
  expect(over).not.toHaveBeenCalled();
});

it('is over when its timer says so, whatever the clock shows', async () => {
  const fake = createFakeClock(10_000);
  const turnedBack = { ...fake.clock, now: () => fake.clock.now() - 5_000 };
  let now = fake.clock.now;
  const holds = createHolds({ ...fake.clock, now: () => now() });
  holds.hold('gemini', 1_000, () => undefined);
  now = turnedBack.now;
  await fake.advance(1_000);
  expect(holds.until('gemini')).toBeNull();
});

import { expect, test } from 'vitest';
import { createFakeClock } from './fake-clock.ts';

test('work is done when it is due, in the order of its time', async () => {
  const { clock, advance } = createFakeClock(1000);
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(`${what} at ${clock.now()}`);
  };
  clock.after(20, note('late'));
  clock.after(10, note('early'));
  clock.after(10, note('early too'));
  const cancel = clock.after(5, note('never'));
  cancel();

  await advance(9);
  expect(done).toEqual([]);
  await advance(1);
  expect(done).toEqual(['early at 1010', 'early too at 1010']);
  await advance(100);
  expect(done).toEqual(['early at 1010', 'early too at 1010', 'late at 1020']);
  expect(clock.now()).toBe(1110);
});

test('work that asks for more work, by way of promises, gets it in the same span', async () => {
  const { clock, advance } = createFakeClock(0);
  const times: number[] = [];
  const tick = (): void => {
    times.push(clock.now());
    void Promise.resolve()
      .then(() => undefined)
      .then(() => {
        clock.after(10, tick);
      });
  };
  clock.after(10, tick);
  await advance(35);
  expect(times).toEqual([10, 20, 30]);
});

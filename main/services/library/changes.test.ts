import { expect, test, vi } from 'vitest';
import { createFakeClock } from '../fake-clock.ts';
import { createChanges } from './changes.ts';

test('the first change is told at once, a thousand more once, and the last one is never lost', async () => {
  const { clock, advance } = createFakeClock();
  const send = vi.fn();
  let revision = 0;
  const { changed } = createChanges({ clock, revision: () => revision, send });
  changed();
  expect(send).toHaveBeenCalledExactlyOnceWith({ revision: 0 });
  for (revision = 1; revision < 1000; revision += 1) changed();
  expect(send).toHaveBeenCalledOnce();
  await advance(100);
  expect(send.mock.calls).toEqual([[{ revision: 0 }], [{ revision: 1000 }]]);
  await advance(1000);
  expect(send).toHaveBeenCalledTimes(2);
  changed();
  expect(send).toHaveBeenCalledTimes(3);
});

test('nothing is asked of the database after the end', async () => {
  const { clock, advance } = createFakeClock();
  const revision = vi.fn(() => 1);
  const { changed, stop } = createChanges({ clock, revision, send: vi.fn() });
  changed();
  changed();
  stop();
  changed();
  await advance(1000);
  expect(revision).toHaveBeenCalledOnce();
});

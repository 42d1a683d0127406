import { expect, test, vi } from 'vitest';
import { createMediaAhead } from './media-ahead.ts';

test('work is to come as long as a clip is being made or fetched', () => {
  const expectWork = vi.fn();
  const ahead = createMediaAhead({ expect: expectWork });
  const last = (): unknown => expectWork.mock.lastCall?.[0];
  ahead.changed({ id: 'a', phase: 'queued' });
  expect(last()).toBe(false);
  ahead.changed({ id: 'a', phase: 'submitting' });
  expect(last()).toBe(false);
  ahead.changed({ id: 'a', phase: 'processing' });
  expect(last()).toBe(true);
  ahead.changed({ id: 'b', phase: 'processing' });
  ahead.changed({ id: 'a', phase: 'downloading' });
  ahead.changed({ id: 'a', phase: 'completed' });
  expect(last()).toBe(true);
  ahead.changed({ id: 'b', phase: 'error' });
  expect(last()).toBe(false);
});

import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageRead } from './page-read.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function bench() {
  const contents = new EventEmitter();
  let isRead = false;
  void pageRead(contents as unknown as WebContents).then(() => {
    isRead = true;
  });
  return { contents, isRead: () => isRead };
}

test.each(['dom-ready', 'did-fail-load', 'render-process-gone', 'destroyed'])(
  'waits for “%s”, and for nothing after it',
  async (name) => {
    const { contents, isRead } = bench();
    await vi.advanceTimersByTimeAsync(2999);
    expect(isRead()).toBe(false);
    contents.emit(name);
    await vi.advanceTimersByTimeAsync(0);
    expect(isRead()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test('a page that tells nothing is waited for three seconds', async () => {
  const { isRead } = bench();
  await vi.advanceTimersByTimeAsync(3000);
  expect(isRead()).toBe(true);
});

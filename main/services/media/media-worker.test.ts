import { describe, expect, test } from 'vitest';
import type { MediaJob, MediaResult } from '../../../preload/contract/media.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createMediaWorker } from './media-worker.ts';

const minutes = 60_000;
/** Longer than the window's own limit for a job, three minutes, so that its reason arrives first. */
const jobLimitMs = 200_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const poster: MediaResult = {
  kind: 'poster',
  data: Uint8Array.of(1),
  width: 1280,
  height: 720,
  durationSeconds: 8,
};

function bench() {
  const { clock, advance } = createFakeClock();
  const windows: { jobs: MediaJob[]; isOpen: boolean; die: () => void }[] = [];
  const trouble = { opening: null as Error | null, sending: null as Error | null };
  const worker = createMediaWorker({
    clock,
    log: silent,
    openWindow(gone) {
      if (trouble.opening) return Promise.reject(trouble.opening);
      const window = { jobs: [] as MediaJob[], isOpen: true, die: gone };
      windows.push(window);
      return Promise.resolve({
        send(job) {
          if (trouble.sending) throw trouble.sending;
          window.jobs.push(job);
        },
        close() {
          window.isOpen = false;
        },
      });
    },
  });
  const run = (name: string) => worker.run({ kind: 'poster', url: `media://clip/${name}` });
  /** What the newest window was asked for, oldest first. */
  const urls = () => windows.at(-1)?.jobs.map((job) => (job.kind === 'poster' ? job.url : ''));
  const lastId = () => windows.at(-1)?.jobs.at(-1)?.id ?? 'none';
  /** One job from beginning to end. */
  const doOne = async (): Promise<MediaResult> => {
    const job = run('a');
    await advance(0);
    worker.finish(lastId(), poster);
    return job;
  };
  return { worker, run, doOne, windows, urls, lastId, advance, trouble };
}

test('no window is opened before there is work, and one serves all of it', async () => {
  const { worker, run, windows, lastId, advance } = bench();
  expect(windows).toHaveLength(0);
  const first = run('a');
  await advance(0);
  worker.finish(lastId(), poster);
  expect(await first).toEqual(poster);

  const second = run('b');
  await advance(0);
  worker.finish(lastId(), poster);
  await second;
  expect(windows).toHaveLength(1);
});

test('one job at a time, in the order in which they came', async () => {
  const { worker, run, urls, lastId, advance } = bench();
  const jobs = [run('a'), run('b'), run('c')];
  for (let sent = 1; sent <= 3; sent += 1) {
    await advance(1000);
    expect(urls()).toEqual(['a', 'b', 'c'].slice(0, sent).map((name) => `media://clip/${name}`));
    worker.finish(lastId(), poster);
  }
  expect(await Promise.all(jobs)).toEqual([poster, poster, poster]);
});

test('an answer to another job, or a second one, is nobody’s', async () => {
  const { worker, run, lastId, advance } = bench();
  const first = run('a');
  const second = run('b');
  await advance(0);
  const firstId = lastId();
  worker.finish('unknown', { kind: 'failed', message: 'not yours' });
  worker.finish(firstId, poster);
  await advance(0);
  worker.finish(firstId, { kind: 'failed', message: 'again' });
  worker.finish(lastId(), { ...poster, width: 2 });
  expect(await first).toEqual(poster);
  expect(await second).toEqual({ ...poster, width: 2 });
});

describe('the window is closed', () => {
  test('when nothing was to do for half a minute, and opened again for more', async () => {
    const { worker, run, windows, lastId, advance } = bench();
    const first = run('a');
    await advance(0);
    worker.finish(lastId(), poster);
    await first;
    await advance(29_999);
    expect(windows[0]?.isOpen).toBe(true);
    await advance(1);
    expect(windows[0]?.isOpen).toBe(false);

    const second = run('b');
    await advance(0);
    expect(windows).toHaveLength(2);
    worker.finish(lastId(), poster);
    await second;
  });

  test('not while a job runs, however long the pause before it was', async () => {
    const { worker, run, windows, lastId, advance } = bench();
    const first = run('a');
    await advance(0);
    worker.finish(lastId(), poster);
    await first;
    await advance(20_000);
    const second = run('b');
    await advance(60_000);
    expect(windows[0]?.isOpen).toBe(true);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
  });

  test('also after an earlier window could not be opened', async () => {
    const { worker, run, windows, lastId, advance, trouble } = bench();
    trouble.opening = new Error('No memory');
    await expect(run('a')).rejects.toThrow('No memory');
    trouble.opening = null;
    const second = run('b');
    await advance(0);
    worker.finish(lastId(), poster);
    await second;
    await advance(30_000);
    expect(windows[0]?.isOpen).toBe(false);
  });
});

describe('a job fails', () => {
  test('when the window says so, and the next one is done', async () => {
    const { worker, run, lastId, advance } = bench();
    const first = run('a');
    const second = run('b');
    await advance(0);
    worker.finish(lastId(), { kind: 'failed', message: 'Cannot decode' });
    await expect(first).rejects.toThrow('Cannot decode');
    await advance(0);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
  });

  test('not when the window’s process dies once: a new window does it', async () => {
    const { worker, run, windows, urls, lastId, advance } = bench();
    const first = run('a');
    const second = run('b');
    await advance(0);
    windows[0]?.die();
    await advance(0);
    expect(windows).toHaveLength(2);
    expect(urls()).toEqual(['media://clip/a']);
    worker.finish(lastId(), poster);
    expect(await first).toEqual(poster);
    await advance(0);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
    expect(windows).toHaveLength(2);
  });

  test('when it dies twice over one job, and the next one gets a window and two lives of its own', async () => {
    const { worker, run, windows, lastId, advance } = bench();
    const outcome = expect(run('a')).rejects.toThrow('crashed twice');
    const second = run('b');
    await advance(0);
    windows[0]?.die();
    await advance(0);
    windows[1]?.die();
    await outcome;
    await advance(0);
    expect(windows).toHaveLength(3);
    windows[2]?.die();
    await advance(0);
    expect(windows).toHaveLength(4);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
  });

  test('when it dies while the app is closed, without a new window', async () => {
    const { worker, run, windows, advance } = bench();
    const outcome = expect(run('a')).rejects.toThrow('The app is closing.');
    await advance(0);
    windows[0]?.die();
    worker.stop();
    await outcome;
    expect(windows).toHaveLength(1);
  });

  test('when the window does not answer at all, and the next one gets a new window', async () => {
    const { worker, run, windows, lastId, advance } = bench();
    const first = run('a');
    const outcome = expect(first).rejects.toThrow('took too long');
    const second = run('b');
    await advance(jobLimitMs - 1);
    expect(windows[0]?.isOpen).toBe(true);
    await advance(1);
    await outcome;
    expect(windows[0]?.isOpen).toBe(false);
    await advance(0);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
  });

  test('when it cannot be sent, without disturbing a later job', async () => {
    const { worker, run, windows, lastId, advance, trouble } = bench();
    trouble.sending = new Error('Cannot be cloned');
    await expect(run('a')).rejects.toThrow('Cannot be cloned');
    trouble.sending = null;
    await advance(jobLimitMs - 1000);
    const second = run('b');
    // The first job's time ends here; it is not the second one's.
    await advance(2000);
    expect(windows.at(-1)?.isOpen).toBe(true);
    worker.finish(lastId(), poster);
    expect(await second).toEqual(poster);
  });

  test('when the app is closed', async () => {
    const { worker, run, windows, advance } = bench();
    const job = run('a');
    await advance(0);
    worker.stop();
    await expect(job).rejects.toThrow('The app is closing.');
    expect(windows[0]?.isOpen).toBe(false);
  });
});

test('after the app was closed no window is opened for what still waited', async () => {
  const { worker, run, windows, advance } = bench();
  const first = run('a');
  const second = run('b');
  const outcomes = Promise.allSettled([first, second]);
  await advance(0);
  worker.stop();
  await advance(minutes);
  expect(windows).toHaveLength(1);
  expect((await outcomes).map((one) => one.status)).toEqual(['rejected', 'rejected']);
});

test('a window that is ready only after the app was closed is closed at once', async () => {
  const { clock, advance } = createFakeClock();
  let isOpen = true;
  let ready: () => void = () => undefined;
  const worker = createMediaWorker({
    clock,
    log: silent,
    openWindow: () =>
      new Promise((resolve) => {
        ready = () => {
          resolve({ send: () => undefined, close: () => (isOpen = false) });
        };
      }),
  });
  const outcome = expect(worker.run({ kind: 'poster', url: 'media://clip/a' })).rejects.toThrow('closing');
  await advance(0);
  worker.stop();
  ready();
  await outcome;
  expect(isOpen).toBe(false);
});

describe('work that is known to come', () => {
  test('finds the window open, which stays until nothing is to come for half a minute', async () => {
    const { worker, doOne, windows, advance } = bench();
    worker.expect(true);
    await advance(0);
    expect(windows).toHaveLength(1);
    await advance(5 * minutes);
    await doOne();
    await advance(5 * minutes);
    expect(windows[0]?.isOpen).toBe(true);

    worker.expect(false);
    await advance(29_000);
    expect(windows[0]?.isOpen).toBe(true);
    await advance(1_000);
    expect(windows[0]?.isOpen).toBe(false);
    expect(windows).toHaveLength(1);
  });

  test('that comes to nothing closes the window again, also one that was to close by itself', async () => {
    const { worker, doOne, windows, advance } = bench();
    await doOne();
    await advance(20_000);
    worker.expect(true);
    await advance(20_000);
    expect(windows[0]?.isOpen).toBe(true);
    worker.expect(false);
    await advance(30_000);
    expect(windows[0]?.isOpen).toBe(false);
  });

  test('does not suffer from a window that could not be opened ahead', async () => {
    const { worker, doOne, windows, advance, trouble } = bench();
    trouble.opening = new Error('No process left');
    worker.expect(true);
    await advance(0);
    trouble.opening = null;
    expect(await doOne()).toEqual(poster);
    expect(windows).toHaveLength(1);
  });

  test('opens no window once the app is closing', async () => {
    const { worker, windows, advance } = bench();
    worker.stop();
    worker.expect(true);
    await advance(0);
    expect(windows).toHaveLength(0);
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import type { MediaJob, MediaResult } from '../../preload/contract/media.ts';
import { createJobQueue } from './job-queue.ts';

const job = (id: string): MediaJob => ({ id, kind: 'poster', url: `media://clip/${id}` });
const poster: MediaResult = {
  kind: 'poster',
  data: new Uint8Array(1),
  width: 640,
  height: 360,
  durationSeconds: 8,
};

function setup(run: (job: MediaJob, signal: AbortSignal) => Promise<MediaResult>, refuse = '') {
  const answers: [string, MediaResult][] = [];
  const add = createJobQueue({
    run,
    answer: (jobId, result) => {
      answers.push([jobId, result]);
      return jobId === refuse ? Promise.reject(new Error('gone')) : Promise.resolve();
    },
    timeLimitMs: 60_000,
  });
  return { add, answers };
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('jobs are done one after another, in order', async () => {
  const log: string[] = [];
  const { add, answers } = setup(async ({ id }) => {
    log.push(`start ${id}`);
    await Promise.resolve();
    log.push(`end ${id}`);
    return poster;
  });
  for (const id of ['a', 'b', 'c']) add(job(id));
  await vi.waitFor(() => {
    expect(answers).toHaveLength(3);
  });
  expect(log).toEqual(['start a', 'end a', 'start b', 'end b', 'start c', 'end c']);
  expect(answers.map(([id]) => id)).toEqual(['a', 'b', 'c']);
});

test('a job that fails is answered with its message, and the next one is done', async () => {
  const { add, answers } = setup(({ id }) =>
    id === 'bad' ? Promise.reject(new Error('The file is not a video.')) : Promise.resolve(poster),
  );
  add(job('bad'));
  add(job('good'));
  await vi.waitFor(() => {
    expect(answers).toEqual([
      ['bad', { kind: 'failed', message: 'The file is not a video.' }],
      ['good', poster],
    ]);
  });
});

test('a message that is too long for the contract is cut, an empty one replaced', async () => {
  const { add, answers } = setup(({ id }) =>
    Promise.reject(new Error(id === 'long' ? 'x'.repeat(9000) : '')),
  );
  add(job('long'));
  add(job('empty'));
  await vi.waitFor(() => {
    expect(answers).toHaveLength(2);
  });
  const messages = answers.map(([, result]) => (result.kind === 'failed' ? result.message : ''));
  expect(messages[0]).toHaveLength(2000);
  expect(messages[1]).not.toBe('');
});

test('a job that never ends is stopped and answered, and does not block the next one', async () => {
  vi.useFakeTimers();
  let stopped = false;
  const { add, answers } = setup(({ id }, signal) => {
    signal.addEventListener('abort', () => {
      stopped = true;
    });
    return id === 'stuck' ? new Promise(() => undefined) : Promise.resolve(poster);
  });
  add(job('stuck'));
  add(job('next'));
  await vi.advanceTimersByTimeAsync(59_000);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(answers.map(([id, { kind }]) => [id, kind])).toEqual([
    ['stuck', 'failed'],
    ['next', 'poster'],
  ]);
  expect(stopped).toBe(true);
});

test('an answer that main refuses does not stop the queue', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { add, answers } = setup(() => Promise.resolve(poster), 'a');
  add(job('a'));
  add(job('b'));
  await vi.waitFor(() => {
    expect(answers).toHaveLength(2);
  });
});

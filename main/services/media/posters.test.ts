import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import type { MediaResult } from '../../../preload/contract/media.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { clipRow, operationRow, temporaryFolder, testId, testTables } from '../../storage/test-bench.ts';
import type { MediaTask } from './media-worker.ts';
import { createPosters } from './posters.ts';

const jpeg: MediaResult = {
  kind: 'poster',
  data: Uint8Array.of(0xff, 0xd8, 0xff, 7),
  width: 1280,
  height: 720,
  durationSeconds: 8.04,
};

/** Operations 1 to `count`, each with a clip without a poster. */
async function bench(count: number, answer: (task: MediaTask) => Promise<MediaResult>) {
  const { operations, clips } = testTables();
  for (let number = 1; number <= count; number += 1) {
    operations.insert(operationRow(number, { phase: 'completed' }));
    clips.insert(clipRow(number));
  }
  const media = createMediaFiles(await temporaryFolder());
  const run = vi.fn(answer);
  const changed = vi.fn();
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const worker = { run, expect: vi.fn(), finish: vi.fn(), stop: vi.fn() };
  return {
    posters: createPosters({ clips, media, worker, log, changed }),
    operations,
    media,
    run,
    changed,
    log,
  };
}

test('a poster is kept, the clip is measured, and the gallery is told', async () => {
  const { posters, operations, media, run, changed } = await bench(1, () => Promise.resolve(jpeg));
  await posters.make(testId(1));
  expect(run).toHaveBeenCalledWith({ kind: 'poster', url: `media://clip/${testId(1)}` });
  expect([...(await readFile(media.posterPath(testId(1))))]).toEqual([0xff, 0xd8, 0xff, 7]);
  expect(operations.find(testId(1))?.clip).toEqual(
    clipRow(1, { width: 1280, height: 720, durationSeconds: 8.04, hasPoster: true }),
  );
  expect(changed).toHaveBeenCalledExactlyOnceWith(testId(1));
});

test('a clip that cannot be decoded stays without a poster and stays usable', async () => {
  const { posters, operations, media, changed, log } = await bench(1, () =>
    Promise.reject(new Error('Cannot decode')),
  );
  await posters.make(testId(1));
  expect(operations.find(testId(1))?.clip).toEqual(clipRow(1));
  expect(existsSync(media.posterPath(testId(1)))).toBe(false);
  expect(changed).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledOnce();
});

test('missing posters are made newest first, no more than asked for, past those that fail', async () => {
  const { posters, operations, run } = await bench(5, (task) =>
    task.kind === 'poster' && task.url.endsWith(testId(4))
      ? Promise.reject(new Error('Cannot decode'))
      : Promise.resolve(jpeg),
  );
  await posters.makeMissing(3);
  expect(run.mock.calls.map(([task]) => (task.kind === 'poster' ? task.url : ''))).toEqual(
    [5, 4, 3].map((number) => `media://clip/${testId(number)}`),
  );
  const posterOf = (number: number) => operations.find(testId(number))?.clip?.hasPoster;
  expect([1, 2, 3, 4, 5].map(posterOf)).toEqual([false, false, true, false, true]);
});

test('what comes into view last is made first, once, and what was scrolled away is forgotten', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { posters, run } = await bench(300, () => gate.then(() => jpeg));
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => testId(from + index));
  posters.want(ids(1, 3));
  for (let first = 10; first < 300; first += 10) posters.want(ids(first, first + 9));
  posters.want([...ids(290, 299), testId(1), 'nobody']);
  release();
  await posters.makeMissing(0);
  const order = run.mock.calls.map(([task]) => (task.kind === 'poster' ? Number(task.url.slice(-12)) : 0));
  expect(order.slice(0, 4)).toEqual([1, 290, 291, 292]);
  expect(new Set(order).size).toBe(order.length);
  expect(order.length).toBeLessThanOrEqual(121);
  expect(order).not.toContain(10);
});

test('a clip that could not be decoded is not tried again and again', async () => {
  const { posters, run } = await bench(1, () => Promise.reject(new Error('Cannot decode')));
  await posters.makeMissing(5);
  posters.want([testId(1)]);
  await posters.makeMissing(5);
  expect(run).toHaveBeenCalledOnce();
});

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
  const worker = { run, finish: vi.fn(), stop: vi.fn() };
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

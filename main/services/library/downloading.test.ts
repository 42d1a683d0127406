import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { DownloadProgress } from '../../../preload/contract/library.ts';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { operationRow, temporaryFolder, testId } from '../../storage/test-bench.ts';
import { copyClip } from './copy-clip.ts';
import { createDownloading } from './downloading.ts';
import type { DownloadingDeps } from './downloading.ts';
import { testLibrary } from './test-library.ts';

/** `count` clips in a folder, and an empty folder to copy them to. */
async function bench(count: number, copy?: DownloadingDeps['copy']) {
  const source = await temporaryFolder();
  const target = await temporaryFolder();
  const library = await testLibrary(source);
  library.completed(1, count);
  for (let number = 1; number <= count; number += 1) {
    await writeFile(path.join(source, `clip ${number}.mp4`), `clip ${number}`);
  }
  const askFolder = vi.fn<() => Promise<string | null>>(() => Promise.resolve(target));
  const exportClip = vi.fn(() => Promise.resolve(ok({ saved: true })));
  const events: DownloadProgress[] = [];
  const listeners = new Set<(progress: DownloadProgress) => void>();
  const downloading = createDownloading({
    ...library,
    ...(copy ? { copy } : {}),
    askFolder,
    exportClip,
    clipFile(id) {
      const clip = library.operations.find(id)?.clip;
      return clip
        ? ok(path.join(clip.folder, clip.fileName))
        : fail({ code: 'operation_not_found', message: 'Operation not found', retryable: false });
    },
    progress(progress) {
      events.push(progress);
      for (const listener of listeners) listener(progress);
    },
  });
  const finished = () =>
    vi.waitFor(
      () => {
        const last = events.at(-1);
        expect(last?.finished).toBe(true);
        return last;
      },
      { timeout: 10_000 },
    );
  return { ...library, downloading, source, target, askFolder, exportClip, events, listeners, finished };
}

const all = { query: wholeLibrary, except: [] };

test('one clip goes through the save dialog', async () => {
  const { downloading, exportClip, askFolder, source } = await bench(1);
  expect(await downloading.download(all)).toEqual(ok({ saved: true }));
  expect(exportClip).toHaveBeenCalledExactlyOnceWith(path.join(source, 'clip 1.mp4'));
  expect(askFolder).not.toHaveBeenCalled();
});

test('several are copied into the folder, whole and under their names, and the end is told', async () => {
  const { downloading, target, finished, operations, events } = await bench(30);
  operations.insert(operationRow(99, { phase: 'error' }));
  const answer = await downloading.download({ query: wholeLibrary, except: [testId(3)] });
  const jobId = answer.ok ? answer.value.jobId : undefined;
  expect(jobId).toEqual(expect.any(String));
  expect(await finished()).toEqual({
    jobId,
    done: 29,
    total: 29,
    failed: 0,
    finished: true,
    cancelled: false,
    diskFull: false,
  });
  const names = await readdir(target);
  expect(names).toHaveLength(29);
  expect(names).not.toContain('clip 3.mp4');
  expect(await readFile(path.join(target, 'clip 7.mp4'), 'utf8')).toBe('clip 7');
  // The clock stands still: the beginning and the end.
  expect(events.map(({ done }) => done)).toEqual([0, 29]);
});

test('no file of the folder is replaced', async () => {
  const { downloading, target, finished } = await bench(2);
  await writeFile(path.join(target, 'clip 1.mp4'), 'mine');
  await downloading.download(all);
  await finished();
  expect((await readdir(target)).sort()).toEqual(['clip 1 (2).mp4', 'clip 1.mp4', 'clip 2.mp4']);
  expect(await readFile(path.join(target, 'clip 1.mp4'), 'utf8')).toBe('mine');
  expect(await readFile(path.join(target, 'clip 1 (2).mp4'), 'utf8')).toBe('clip 1');
});

test('missing files are counted, the others are copied', async () => {
  const { downloading, source, target, finished } = await bench(4);
  await rm(path.join(source, 'clip 2.mp4'));
  await downloading.download(all);
  expect(await finished()).toMatchObject({ done: 3, failed: 1, total: 4, cancelled: false });
  expect((await readdir(target)).sort()).toEqual(['clip 1.mp4', 'clip 3.mp4', 'clip 4.mp4']);
});

test('a folder that is gone or closed ends it at once, and says how many are missing', async () => {
  const { downloading, askFolder, target, finished, log } = await bench(50);
  askFolder.mockResolvedValue(path.join(target, 'gone'));
  await downloading.download(all);
  expect(await finished()).toMatchObject({ done: 0, failed: 50, total: 50, diskFull: false });
  expect(log.warn).toHaveBeenCalledOnce();
});

test('the folder that the clips lie in keeps them as they are', async () => {
  const { downloading, askFolder, source, finished } = await bench(3);
  askFolder.mockResolvedValue(source);
  await downloading.download(all);
  expect(await finished()).toMatchObject({ done: 3, failed: 0 });
  expect(await readdir(source)).toHaveLength(3);
});

test('it ends when it is cancelled, and leaves whole files only', async () => {
  const { downloading, target, finished, listeners } = await bench(40);
  listeners.add(({ jobId }) => {
    downloading.cancel(jobId);
  });
  await downloading.download(all);
  expect(await finished()).toMatchObject({ cancelled: true, failed: 0 });
  const names = await readdir(target);
  expect(names.length).toBeLessThan(40);
  for (const name of names) {
    expect(name).toMatch(/^clip \d+\.mp4$/);
    expect(await readFile(path.join(target, name), 'utf8')).toBe(name.replace('.mp4', ''));
  }
  downloading.cancel('nobody');
});

test('closing the app ends it between two files', async () => {
  const { downloading, target, events } = await bench(40);
  await downloading.download(all);
  await downloading.stop();
  expect(events.at(-1)).toMatchObject({ finished: true });
  expect((await readdir(target)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('nothing to copy is said; a dialog that is closed copies nothing', async () => {
  const { downloading, askFolder, target, operations } = await bench(2);
  operations.insert(operationRow(9, { phase: 'error' }));
  expect(await downloading.download({ operationIds: [testId(9)] })).toMatchObject({ ok: false });
  askFolder.mockResolvedValue(null);
  expect(await downloading.download(all)).toEqual(ok({ saved: false }));
  expect(await readdir(target)).toEqual([]);
});

test('what stands in the way of a name is passed, folders too', async () => {
  const { downloading, target, finished } = await bench(2);
  await mkdir(path.join(target, 'clip 2.mp4'));
  await downloading.download(all);
  expect(await finished()).toMatchObject({ done: 2, failed: 0 });
  expect((await readdir(target)).sort()).toEqual(['clip 1.mp4', 'clip 2 (2).mp4', 'clip 2.mp4']);
});

test('a full disk ends it: what is left is counted and not tried', async () => {
  let copied = 0;
  const { downloading, target, finished } = await bench(20, (file, folder) => {
    copied += 1;
    return copied > 3
      ? Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }))
      : copyClip(file, folder);
  });
  await downloading.download(all);
  expect(await finished()).toMatchObject({
    done: 3,
    failed: 17,
    total: 20,
    diskFull: true,
    cancelled: false,
  });
  expect(copied).toBe(4);
  expect(await readdir(target)).toHaveLength(3);
});

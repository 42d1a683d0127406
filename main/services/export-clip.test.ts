import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { createExportClip } from './export-clip.ts';

const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 13) % 256);

/** A clip in a library, a folder to save to, and an answer to the dialog. */
async function bench(answer: (folder: string, clip: string) => string | null) {
  const library = await temporaryFolder();
  const folder = await temporaryFolder();
  const clip = path.join(library, '2026-11-22 lion walking 8s 720p.mp4');
  await writeFile(clip, bytes);
  const askWhere = vi.fn(() => Promise.resolve(answer(folder, clip)));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const exportClip = createExportClip({ log, askWhere });
  return { exportClip, clip, folder, library, askWhere };
}

const saved = { ok: true, value: { saved: true } };

test('the copy is the clip, byte for byte, and nothing else is left behind', async () => {
  const { exportClip, clip, folder, askWhere } = await bench((to) => path.join(to, 'mine.mp4'));
  expect(await exportClip(clip)).toEqual(saved);
  expect(askWhere).toHaveBeenCalledExactlyOnceWith('2026-11-22 lion walking 8s 720p.mp4');
  expect(await readdir(folder)).toEqual(['mine.mp4']);
  expect(new Uint8Array(await readFile(path.join(folder, 'mine.mp4')))).toEqual(bytes);
  expect(new Uint8Array(await readFile(clip))).toEqual(bytes);
});

test('closing the dialog saves nothing and is no error', async () => {
  const { exportClip, clip, folder } = await bench(() => null);
  expect(await exportClip(clip)).toEqual({ ok: true, value: { saved: false } });
  expect(await readdir(folder)).toEqual([]);
});

describe('the ending .mp4', () => {
  test.each([
    ['mine', 'mine.mp4'],
    ['mine v1.2', 'mine v1.2.mp4'],
    ['mine.MP4', 'mine.MP4'],
  ])('%j is saved as %j', async (chosen, name) => {
    const { exportClip, clip, folder } = await bench((to) => path.join(to, chosen));
    expect(await exportClip(clip)).toEqual(saved);
    expect(await readdir(folder)).toEqual([name]);
  });

  test('never makes it replace a file that the user was not asked about', async () => {
    const { exportClip, clip, folder } = await bench((to) => path.join(to, 'holiday'));
    await writeFile(path.join(folder, 'holiday.mp4'), 'another film');
    expect(await exportClip(clip)).toEqual(saved);
    expect(await readFile(path.join(folder, 'holiday.mp4'), 'utf8')).toBe('another film');
    expect((await readdir(folder)).sort()).toEqual(['holiday (2).mp4', 'holiday.mp4']);
  });
});

test('a file that the user chose to replace is replaced', async () => {
  const { exportClip, clip, folder } = await bench((to) => path.join(to, 'mine.mp4'));
  await writeFile(path.join(folder, 'mine.mp4'), 'an older cut');
  expect(await exportClip(clip)).toEqual(saved);
  expect((await stat(path.join(folder, 'mine.mp4'))).size).toBe(bytes.byteLength);
});

test('saving a clip onto itself leaves it as it is', async () => {
  const { exportClip, clip, library } = await bench((_to, itself) => itself);
  expect(await exportClip(clip)).toEqual(saved);
  expect(new Uint8Array(await readFile(clip))).toEqual(bytes);
  expect(await readdir(library)).toHaveLength(1);
});

describe('when it cannot be saved', () => {
  test('a folder that is gone is said to be gone', async () => {
    const { exportClip, clip } = await bench((to) => path.join(to, 'unplugged', 'mine.mp4'));
    expect(await exportClip(clip)).toMatchObject({
      ok: false,
      error: {
        code: 'download_failed',
        message: 'The folder that you chose is not there any more. Choose another one.',
      },
    });
  });

  test('so is a clip that is gone, and the file of that name stays whole', async () => {
    const { exportClip, clip, folder } = await bench((to) => path.join(to, 'mine.mp4'));
    await writeFile(path.join(folder, 'mine.mp4'), 'an older cut');
    expect(await exportClip(`${clip}.gone`)).toMatchObject({ ok: false, error: { code: 'file_missing' } });
    expect(await readFile(path.join(folder, 'mine.mp4'), 'utf8')).toBe('an older cut');
    expect(await readdir(folder)).toEqual(['mine.mp4']);
  });

  test('a name that is a folder is refused in words, and nothing is left behind', async () => {
    const { exportClip, clip, folder } = await bench((to) => path.join(to, 'films.mp4'));
    await mkdir(path.join(folder, 'films.mp4', 'inside'), { recursive: true });
    expect(await exportClip(clip)).toMatchObject({
      ok: false,
      error: {
        code: 'download_failed',
        message: 'The clip could not be saved there. Choose a folder that you may write to.',
      },
    });
    expect(await readdir(folder)).toEqual(['films.mp4']);
  });

  test('a folder that is a file is refused in words', async () => {
    const { exportClip, clip } = await bench((_to, itself) => path.join(itself, 'mine.mp4'));
    expect(await exportClip(clip)).toMatchObject({ ok: false, error: { code: 'download_failed' } });
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder that may not be written to is refused in words',
    async () => {
      const { exportClip, clip, folder } = await bench((to) => path.join(to, 'mine.mp4'));
      await chmod(folder, 0o500);
      expect(await exportClip(clip)).toMatchObject({ ok: false, error: { code: 'download_failed' } });
      await chmod(folder, 0o700);
    },
  );
});

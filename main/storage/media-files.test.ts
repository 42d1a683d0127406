import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMediaFiles, insideFolder } from './media-files.ts';
import { temporaryFolder, testId } from './test-bench.ts';

describe('insideFolder', () => {
  const folder = path.resolve('/library');

  test.each(['clip.mp4', '2026-11-22 lion walking 8s 720p (2).mp4', '..clip.mp4', 'ライオン.mp4', '~'])(
    'takes the name %j',
    (name) => {
      expect(insideFolder(folder, name)).toBe(path.join(folder, name));
    },
  );

  test.each([
    '',
    '.',
    '..',
    '../clip.mp4',
    '../library-2/clip.mp4',
    'sub/clip.mp4',
    'sub/../../clip.mp4',
    './../clip.mp4',
    '/etc/passwd',
    '/library',
    'clip.mp4\0.jpg',
    '\0',
  ])('refuses the name %j', (name) => {
    expect(() => insideFolder(folder, name)).toThrow('leads out of its folder');
  });

  test('the message names no path', () => {
    expect(() => insideFolder('/home/somebody', '../other')).toThrow(/^(?!.*(somebody|other))/);
  });
});

test('an upload is kept byte for byte under its hash, once', async () => {
  const folder = await temporaryFolder();
  const media = createMediaFiles(folder);
  const data = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);
  const sha256 = await media.saveUpload(data);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await media.saveUpload(data)).toBe(sha256);
  expect(new Uint8Array(await media.readUpload(sha256))).toEqual(data);
  expect(await readdir(path.join(folder, 'uploads'))).toEqual([sha256]);

  await media.removeUpload(sha256);
  await media.removeUpload(sha256);
  expect(existsSync(media.uploadPath(sha256))).toBe(false);
});

test('two at once that save the same image do not disturb each other', async () => {
  const folder = await temporaryFolder();
  const media = createMediaFiles(folder);
  const data = new Uint8Array(300_000).fill(7);
  const hashes = await Promise.all(Array.from({ length: 8 }, () => media.saveUpload(data)));
  expect(new Set(hashes).size).toBe(1);
  expect(await readdir(path.join(folder, 'uploads'))).toEqual([hashes[0]]);
  expect((await media.readUpload(hashes[0] ?? '')).byteLength).toBe(300_000);
});

test('a poster replaces the one before it', async () => {
  const media = createMediaFiles(await temporaryFolder());
  await media.savePoster(testId(1), Uint8Array.of(1));
  await media.savePoster(testId(1), Uint8Array.of(2, 2));
  expect([...(await readFile(media.posterPath(testId(1))))]).toEqual([2, 2]);
  await media.removePoster(testId(1));
  expect(existsSync(media.posterPath(testId(1)))).toBe(false);
});

test('a write that fails leaves no half file behind', async () => {
  const folder = await temporaryFolder();
  const media = createMediaFiles(folder);
  // Something that cannot be replaced stands where the poster should go.
  await mkdir(path.join(media.posterPath(testId(1)), 'inside'), { recursive: true });
  await expect(media.savePoster(testId(1), Uint8Array.of(1))).rejects.toThrow();
  expect(await readdir(path.join(folder, 'posters'))).toEqual([`${testId(1)}.jpg`]);
});

test('ids and hashes from a damaged database reach no other file', () => {
  const media = createMediaFiles('/data');
  expect(() => media.posterPath('../../etc/passwd')).toThrow();
  expect(() => media.uploadPath('../key.json')).toThrow();
  expect(() => media.readUpload('')).toThrow();
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ClipRequest } from './clips.ts';
import { sampleClips } from './clips.ts';

const request: ClipRequest = {
  ...{ operationId: 'x', prompt: 'a lion', negativePrompt: null, image: null },
  ...{ sound: true, lastFrame: null, references: [], source: null },
  ...{ aspectRatio: '16:9', resolution: '720p', width: 1280, height: 720, durationSeconds: 8 },
};

async function samples(...names: string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'samples-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of names) await writeFile(path.join(folder, name), name);
  const source = sampleClips(folder);
  return async (wanted: Partial<ClipRequest>) =>
    Buffer.from(await source.clip({ ...request, ...wanted })).toString();
}

test('the clip that was asked for, else the nearest one', async () => {
  const pick = await samples(
    ...['landscape-720p-4s.mp4', 'landscape-720p-8s.mp4', 'landscape-1080p-8s.mp4'],
    ...['portrait-720p-6s.mp4', 'notes.txt'],
  );
  expect(await pick({ durationSeconds: 4 })).toBe('landscape-720p-4s.mp4');
  expect(await pick({})).toBe('landscape-720p-8s.mp4');
  expect(await pick({ resolution: '1080p' })).toBe('landscape-1080p-8s.mp4');
  expect(await pick({ resolution: '4k' })).toBe('landscape-1080p-8s.mp4');
  expect(await pick({ durationSeconds: 6 })).toMatch(/^landscape-720p/);
  expect(await pick({ aspectRatio: '9:16', resolution: '1080p' })).toBe('portrait-720p-6s.mp4');
});

test('without any there is an error that names no folder', async () => {
  const pick = await samples();
  await expect(pick({})).rejects.toThrow(/^There are no sample clips\.$/);
  await expect(sampleClips('/nowhere/samples').clip(request)).rejects.toThrow(
    /^There are no sample clips\.$/,
  );
});

test('every bundled clip is an MP4', async () => {
  const source = sampleClips();
  for (const aspectRatio of ['16:9', '9:16'] as const) {
    for (const [resolution, durationSeconds] of [
      ['720p', 4],
      ['720p', 6],
      ['720p', 8],
      ['1080p', 8],
    ] as const) {
      const bytes = await source.clip({ ...request, aspectRatio, resolution, durationSeconds });
      expect(Buffer.from(bytes.subarray(4, 8)).toString()).toBe('ftyp');
    }
  }
});

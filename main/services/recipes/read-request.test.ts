import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createMediaFiles } from '../../storage/media-files.ts';
import { makeBox } from '../../storage/mp4/boxes.ts';
import { withTags } from '../../storage/mp4/tags.ts';
import { noMarks, operationRow, temporaryFolder, uploadRow, nothingMore } from '../../storage/test-bench.ts';
import { createReadRequest } from './read-request.ts';
import { recipeTags } from './recipe.ts';

const at = Date.UTC(2026, 10, 22);

async function bench(changes: { upload?: ReturnType<typeof uploadRow> } = {}) {
  const folder = await temporaryFolder();
  const media = createMediaFiles(folder);
  const operation = operationRow(1, { prompt: 'A lion', negativePrompt: 'rain', createdAt: at });
  const record = { operation, marks: noMarks, upload: changes.upload ?? null, clip: null, ...nothingMore };
  const tags = recipeTags(record, { sessionName: null, appVersion: '0.1.0', now: at });
  const read = createReadRequest(media);
  return { folder, media, read: () => read(withTags(makeBox('moov'), tags)), readOther: read };
}

test('a clip says what it was made of', async () => {
  const { read } = await bench();
  expect(await read()).toEqual({
    ok: true,
    value: {
      prompt: 'A lion',
      negativePrompt: 'rain',
      aspectRatio: '16:9',
      resolution: '720p',
      duration: '8',
      model: 'veo-3.1-generate-preview',
      image: null,
      ...{
        mode: 'text',
        lastFrame: null,
        references: [],
        source: null,
        personGeneration: null,
        seed: null,
        audio: true,
      },
      imageIsGone: false,
    },
  });
});

test('its first frame comes along while this computer has it, and is said to be gone afterwards', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const upload = uploadRow(1, { sha256: createHash('sha256').update(bytes).digest('hex') });
  const { folder, media, read } = await bench({ upload });
  await media.saveUpload(bytes);
  expect(await read()).toMatchObject({
    value: {
      image: { name: upload.name, mimeType: upload.mimeType, data: bytes },
      imageIsGone: false,
    },
  });
  await rm(path.join(folder, 'uploads'), { recursive: true });
  expect(await read()).toMatchObject({ value: { image: null, imageIsGone: true } });
});

test('a video of somebody else is refused in words, for nothing', async () => {
  const { readOther } = await bench();
  expect(await readOther(makeBox('moov'))).toMatchObject({
    ok: false,
    error: {
      message: expect.stringContaining('was not made by Zoetrope') as string,
      details: { charged: false },
    },
  });
});

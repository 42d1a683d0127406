/** The official SDK against the emulator: nobody here wrote that client. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiError, GenerateVideosOperation, GoogleGenAI } from '@google/genai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bench, field, model } from './test-client.ts';

async function withSdk(apiKey = 'any-key', goodKey?: string) {
  const made = await bench({ models: 'veo', ...(goodKey === undefined ? {} : { apiKey: goodKey }) });
  const ai = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: made.emulator.url } });
  return { ...made, ai };
}

/** A resumed operation, as after a restart of the client. */
function named(name: string): GenerateVideosOperation {
  const operation = new GenerateVideosOperation();
  operation.name = name;
  return operation;
}

async function refused(work: Promise<unknown>): Promise<{ status: number; error: unknown }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('not an ApiError', { cause: error });
  return { status: error.status, error: field(JSON.parse(error.message), 'error') };
}

describe('a video from text', () => {
  test('is started, polled and found', async () => {
    const { ai, emulator, asked, pass, call } = await withSdk();
    const started = await ai.models.generateVideos({
      model,
      source: { prompt: 'a lion walking' },
      config: {
        aspectRatio: '9:16',
        resolution: '720p',
        durationSeconds: 6,
        negativePrompt: 'rain',
        numberOfVideos: 1,
      },
    });
    expect(started.name).toMatch(/^models\/veo-3\.1-generate-preview\/operations\//);
    expect(asked[0]).toMatchObject({
      ...{ prompt: 'a lion walking', negativePrompt: 'rain', aspectRatio: '9:16' },
      ...{ resolution: '720p', durationSeconds: 6, width: 720, height: 1280 },
    });
    expect(emulator.creates()[0]?.headers['x-goog-api-key']).toBe('any-key');

    const operation = named(started.name ?? '');
    const pending = await ai.operations.getVideosOperation({ operation });
    expect(pending.done ?? false).toBe(false);
    pass(3000);
    const done = await ai.operations.getVideosOperation({ operation });
    expect(done.done).toBe(true);
    const uri = done.response?.generatedVideos?.[0]?.video?.uri ?? '';
    expect((await call(uri)).headers.get('content-type')).toBe('video/mp4');
  });

  test('says why it was blocked, why it failed, and that there is nothing', async () => {
    const { ai, pass } = await withSdk();
    const end = async (prompt: string) => {
      const { name = '' } = await ai.models.generateVideos({ model, source: { prompt } });
      pass(3000);
      return ai.operations.getVideosOperation({ operation: named(name) });
    };
    const blocked = await end('x [fault:blocked]');
    expect(blocked.response?.raiMediaFilteredReasons).toEqual([expect.stringContaining('audio')]);
    expect(blocked.response?.generatedVideos ?? []).toEqual([]);
    expect((await end('x [fault:failed]')).error).toMatchObject({ code: 13 });
    const empty = await end('x [fault:empty]');
    expect([empty.done, empty.error, empty.response?.generatedVideos]).toEqual([true, undefined, undefined]);
  });
});

test('a video from an image and a last frame gets the bytes unchanged', async () => {
  const { ai, asked } = await withSdk();
  const data = Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index));
  const image = { imageBytes: data.toString('base64'), mimeType: 'image/png' };
  await ai.models.generateVideos({
    model,
    source: { prompt: 'waves', image },
    config: { lastFrame: image, personGeneration: 'allow_adult' },
  });
  expect(asked[0]?.image?.mimeType).toBe('image/png');
  expect(data.equals(asked[0]?.image?.data ?? new Uint8Array())).toBe(true);
});

describe('refusals', () => {
  const start = (ai: GoogleGenAI, prompt = 'x', config = {}) =>
    ai.models.generateVideos({ model, source: { prompt }, config });

  test('reach the client as ApiError with status and body', async () => {
    const { ai } = await withSdk();
    expect(await refused(start(ai, '[fault:rate-limit]'))).toMatchObject({
      status: 429,
      error: { status: 'RESOURCE_EXHAUSTED', details: [{}, { retryDelay: '23s' }] },
    });
    expect(await refused(start(ai, '[fault:unavailable]'))).toMatchObject({ status: 503 });
    expect(await refused(start(ai, '[fault:retired-model]'))).toMatchObject({ status: 404 });
    expect(await refused(start(ai, 'x', { durationSeconds: 5 }))).toMatchObject({ status: 400 });
    const operation = named(`models/${model}/operations/nosuchone`);
    expect(await refused(ai.operations.getVideosOperation({ operation }))).toMatchObject({ status: 404 });
  });

  test('a bad key is 400 API_KEY_INVALID, on the list of models too', async () => {
    const { ai } = await withSdk('bad-key', 'good-key');
    const bad = { status: 400, error: { details: [{ reason: 'API_KEY_INVALID' }, {}] } };
    expect(await refused(start(ai))).toMatchObject(bad);
    expect(await refused(ai.models.list())).toMatchObject(bad);
  });
});

test('the list of models goes over all its pages', async () => {
  const { ai } = await withSdk();
  const names: (string | undefined)[] = [];
  for await (const each of await ai.models.list({ config: { pageSize: 2 } })) names.push(each.name);
  expect(names).toContain(`models/${model}`);
  expect(names).toHaveLength(3);
});

test('its own downloader gets the file by name', async () => {
  const { ai, finish } = await withSdk();
  const id = /files\/([a-z0-9]+)/.exec(await finish())?.[1] ?? '';
  const folder = await mkdtemp(path.join(tmpdir(), 'download-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const downloadPath = path.join(folder, 'clip.mp4');
  await ai.files.download({ file: `files/${id}`, downloadPath });
  await expect.poll(async () => (await readFile(downloadPath)).length).toBe(1000);
});

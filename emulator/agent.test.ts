/** Veo on the Agent Platform, asked by the official SDK and by hand. */
import { GenerateVideosOperation, GoogleGenAI } from '@google/genai';
import { OAuth2Client } from 'google-auth-library';
import { describe, expect, test } from 'vitest';
import { bench, clipBytes, field } from './test-client.ts';

const model = 'veo-3.1-generate-001';
const express = `/v1/publishers/google/models/${model}:predictLongRunning`;
const inProject = `/v1/projects/p/locations/us-central1/publishers/google/models/${model}:predictLongRunning`;
const image = { bytesBase64Encoded: Buffer.from('an image').toString('base64'), mimeType: 'image/png' };

async function withSdk(how: 'key' | 'project') {
  const made = await bench({ tokens: ['good-token'] });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'good-token', expiry_date: Date.now() + 3_600_000 });
  const ai = new GoogleGenAI({
    ...{ vertexai: true, apiVersion: 'v1', httpOptions: { baseUrl: made.emulator.url } },
    ...(how === 'key'
      ? { apiKey: 'any-key' }
      : { project: 'p', location: 'us-central1', googleAuthOptions: { authClient } }),
  });
  const poll = (name = '') => {
    const operation = new GenerateVideosOperation();
    operation.name = name;
    return ai.operations.getVideosOperation({ operation });
  };
  return { ...made, ai, poll };
}

describe('the official SDK', () => {
  test('with a key gets its clips inside the answer', async () => {
    const { ai, poll, pass, emulator, asked } = await withSdk('key');
    const { name } = await ai.models.generateVideos({
      model,
      source: { prompt: 'a lion' },
      config: {
        ...{ numberOfVideos: 2, durationSeconds: 6, aspectRatio: '9:16', seed: 7, generateAudio: false },
        ...{ personGeneration: 'dont_allow', negativePrompt: 'rain' },
      },
    });
    expect(emulator.creates()[0]?.path.replace('%3A', ':')).toBe(express);
    expect(asked[0]).toMatchObject({ sound: false, durationSeconds: 6, width: 720, negativePrompt: 'rain' });
    expect((await poll(name)).done ?? false).toBe(false);
    pass(3000);
    const videos = (await poll(name)).response?.generatedVideos ?? [];
    expect(videos).toHaveLength(2);
    expect(Buffer.from(videos[0]?.video?.videoBytes ?? '', 'base64').equals(clipBytes)).toBe(true);
  });

  test('with a project gets them written into its bucket', async () => {
    const { ai, poll, pass, emulator, call } = await withSdk('project');
    const { name } = await ai.models.generateVideos({
      model,
      source: { prompt: 'a lion' },
      config: { outputGcsUri: 'gs://bucket/clips/' },
    });
    const [create] = emulator.creates();
    expect([create?.path.replace('%3A', ':'), create?.headers['authorization']]).toEqual([
      inProject,
      'Bearer good-token',
    ]);
    pass(3000);
    const uri = (await poll(name)).response?.generatedVideos?.[0]?.video?.uri ?? '';
    expect(uri).toMatch(/^gs:\/\/bucket\/clips\/[a-z0-9]+\/sample_0\.mp4$/);
    const object = encodeURIComponent(uri.replace('gs://bucket/', ''));
    const file = `/storage/v1/b/bucket/o/${object}?alt=media`;
    const good = await call(file, { headers: { authorization: 'Bearer good-token' } });
    expect([good.status, good.headers.get('content-length')]).toEqual([200, '1000']);
    expect((await call(file)).status).toBe(401);
    expect((await call(file, { headers: { authorization: 'Bearer another' } })).status).toBe(401);
  });

  test('hears of the filter and of failures', async () => {
    const { ai, poll, pass } = await withSdk('key');
    const end = async (prompt: string) => {
      const { name } = await ai.models.generateVideos({ model, source: { prompt } });
      pass(3000);
      return poll(name);
    };
    expect((await end('x [fault:blocked]')).response).toMatchObject({
      raiMediaFilteredCount: 1,
      raiMediaFilteredReasons: [expect.stringContaining('safety')],
    });
    expect((await end('x [fault:failed]')).error).toMatchObject({ code: 13 });
    expect((await end('x [fault:empty]')).response?.generatedVideos).toBeUndefined();
  });

  test('sends frames and references', async () => {
    const { ai, asked } = await withSdk('key');
    const frame = { imageBytes: image.bytesBase64Encoded, mimeType: 'image/png' };
    const ask = (source: object, config: object) =>
      ai.models.generateVideos({ model, source: { prompt: 'x', ...source }, config });
    await ask({ image: frame }, { lastFrame: frame });
    await ask({}, { referenceImages: [{ image: frame, referenceType: 'ASSET' }] });
    await ask({ image: { gcsUri: 'gs://b/i.png', mimeType: 'image/png' } }, {});
    await ask({ video: { videoBytes: 'AAAA', mimeType: 'video/mp4' } }, {});
    expect(
      asked.map(({ image: first, lastFrame, references }) => [!!first, !!lastFrame, references.length]),
    ).toEqual([
      [true, true, 0],
      [false, false, 1],
      [true, false, 0],
      [false, false, 0],
    ]);
    expect(asked[3]?.durationSeconds).toBe(15);
  });
});

describe('by hand', () => {
  const body = (parameters: object = {}, instance: object = {}) => ({
    instances: [{ prompt: 'a lion', ...instance }],
    parameters,
  });

  test.each([
    ['five videos', { sampleCount: 5 }, '`sampleCount` is out of bound'],
    ['a seed below zero', { seed: -1 }, '`seed`'],
    ['sound that is neither on nor off', { generateAudio: 'yes' }, '`generateAudio`'],
    ['a place that is no bucket', { storageUri: 'https://x' }, '`storageUri`'],
    ['a way to resize', { resizeMode: 'stretch' }, '`resizeMode`'],
  ])('%s: refused', async (_, parameters, message) => {
    const { create } = await bench();
    const answer = await create(body(parameters), express);
    expect(answer.json).toMatchObject({
      error: { code: 400, message: expect.stringContaining(message) as string },
    });
  });

  test('previews and unknown models are not here, its own are not at the Gemini API', async () => {
    const { create } = await bench();
    expect((await create(body(), express.replace('001', 'preview'))).status).toBe(404);
    expect((await create(body(), `/v1beta/models/${model}:predictLongRunning`)).status).toBe(404);
  });

  test('an extension by its address in a bucket', async () => {
    const { create, pass, call, asked } = await bench();
    const headers = { authorization: 'Bearer any' };
    const { json } = await create(body({ storageUri: 'gs://bucket' }), inProject);
    pass(3000);
    const operationName = String(field(json, 'name'));
    const path = inProject.replace('predictLongRunning', 'fetchPredictOperation');
    const poll = () => call(path, { method: 'POST', headers, body: JSON.stringify({ operationName }) });
    await expect.poll(async () => (await poll()).text).toContain('gs://bucket/');
    const gcsUri = /gs:[^"]+/.exec((await poll()).text)?.[0];
    const again = await create(body({}, { video: { gcsUri, mimeType: 'video/mp4' } }), inProject);
    expect([again.status, asked[1]?.durationSeconds, asked[1]?.source?.task]).toEqual([200, 15, 'extend']);
    const wrong = await create(body({}, { video: { gcsUri: 'gs://b/none.mp4' } }), inProject);
    expect(wrong.status).toBe(404);
  });

  test('an operation that is not there', async () => {
    const { call } = await bench();
    const path = express.replace('predictLongRunning', 'fetchPredictOperation');
    const poll = (value: object) => call(path, { method: 'POST', body: JSON.stringify(value) });
    expect((await poll({ operationName: 'projects/p/operations/x' })).status).toBe(404);
    expect((await poll({})).status).toBe(400);
  });
});

import { describe, expect, test } from 'vitest';
import { bench, clipBytes, createPath, field, model, uriOf } from './test-client.ts';

const png = Buffer.from('an image').toString('base64');
const invalid = (message: string) => ({
  error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining(message) as string },
});

describe('a generation', () => {
  test('goes from its name over pending to a file that can be downloaded', async () => {
    const { create, poll, call, pass, emulator } = await bench();
    const created = await create({ instances: [{ prompt: 'a lion walking' }] });
    expect(created.status).toBe(200);
    const name = String(field(created.json, 'name'));
    expect(name).toMatch(/^models\/veo-3\.1-generate-preview\/operations\/[a-z0-9]+$/);
    expect(created.json).toEqual({ name });

    pass(2999);
    expect((await poll(name)).json).toEqual({ name });
    pass(1);
    const done = (await poll(name)).json;
    expect(done).toEqual({
      name,
      done: true,
      response: {
        '@type': 'type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse',
        generateVideoResponse: { generatedSamples: [{ video: { uri: uriOf(done) } }] },
      },
    });
    expect(uriOf(done)).toMatch(new RegExp(`^${emulator.url}/v1beta/files/[a-z0-9]+:download\\?alt=media$`));
    const file = await call(uriOf(done));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(file.headers.get('content-length')).toBe('1000');
    expect((await poll(name)).json).toEqual(done);
  });

  test('is not done before its clip is there', async () => {
    let deliver: (bytes: Uint8Array) => void = () => undefined;
    const clip = new Promise<Uint8Array>((resolve) => (deliver = resolve));
    const { begin, poll, pass, ended } = await bench({ clips: { clip: () => clip } });
    const name = await begin();
    pass(60_000);
    expect((await poll(name)).json).toEqual({ name });
    deliver(clipBytes);
    expect(field(await ended(name), 'done')).toBe(true);
  });

  test('ends with error 13 when its clip cannot be made', async () => {
    const { begin, poll, pass } = await bench({
      clips: { clip: () => Promise.reject(new Error('no encoder')) },
    });
    const name = await begin();
    pass(3000);
    await expect
      .poll(async () => (await poll(name)).json)
      .toEqual({
        name,
        done: true,
        error: { code: 13, message: expect.stringContaining('no encoder') as string },
      });
  });

  test('takes base URL paths with /v1, a doubled slash and an escaped colon', async () => {
    const { create, call, emulator } = await bench();
    const body = { instances: [{ prompt: 'a lion' }] };
    const created = await create(body, `/v1/models/${model}:predictLongRunning`);
    expect((await call(`/v1/${String(field(created.json, 'name'))}`)).status).toBe(200);
    expect((await create(body, createPath.replace(':', '%3A'))).status).toBe(200);
    expect((await create(body, `${emulator.url}/${createPath}`)).status).toBe(200);
  });

  test('answers 404 for an operation or a model that there is not', async () => {
    const { begin, poll, create } = await bench();
    const name = await begin();
    const gone = { error: { code: 404, status: 'NOT_FOUND' } };
    expect((await poll(`models/${model}/operations/nosuchone`)).json).toMatchObject(gone);
    expect((await poll(name.replace('generate', 'fast-generate'))).json).toMatchObject(gone);
    const unknown = await create({ instances: [{ prompt: 'x' }] }, '/v1beta/models/veo-1:predictLongRunning');
    expect(unknown.json).toMatchObject({
      error: { ...gone.error, message: expect.stringContaining('models/veo-1 is not found') as string },
    });
  });
});

describe('what is asked of the clip source', () => {
  test('is the request, with the image bytes unchanged', async () => {
    const { create, asked } = await bench();
    await create({
      instances: [{ prompt: 'waves', image: { bytesBase64Encoded: png, mimeType: 'image/png' } }],
      parameters: { aspectRatio: '9:16', resolution: '1080p', durationSeconds: 8, negativePrompt: 'rain' },
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      ...{ prompt: 'waves', negativePrompt: 'rain', aspectRatio: '9:16', resolution: '1080p' },
      ...{ width: 1080, height: 1920, durationSeconds: 8 },
    });
    expect(Buffer.from(asked[0]?.image?.data ?? []).toString()).toBe('an image');
    expect(asked[0]?.image?.mimeType).toBe('image/png');
  });

  test('has the defaults of the service when parameters are left out', async () => {
    const { begin, asked } = await bench();
    await begin();
    expect(asked[0]).toMatchObject({
      ...{ aspectRatio: '16:9', resolution: '720p', width: 1280, height: 720 },
      ...{ durationSeconds: 8, negativePrompt: null, image: null },
    });
  });
});

describe('requests of other clients', () => {
  const image = { bytesBase64Encoded: png, mimeType: 'image/jpeg' };
  test.each([
    ['a duration as text', {}, { durationSeconds: '6' }],
    ['numberOfVideos', {}, { numberOfVideos: 1 }],
    ['sampleCount', {}, { sampleCount: 1 }],
    ['a seed', {}, { seed: 42 }],
    ['personGeneration for text', {}, { personGeneration: 'allow_all' }],
    ['personGeneration with an image', { image }, { personGeneration: 'allow_adult' }],
    ['inlineData', { image: { inlineData: { mimeType: 'image/png', data: png } } }, {}],
    [
      'references in lower case',
      { referenceImages: [{ image, referenceType: 'asset' }] },
      { durationSeconds: 8 },
    ],
    ['references in upper case', { referenceImages: [{ image, referenceType: 'ASSET' }] }, {}],
    ['a last frame', { image, lastFrame: image }, {}],
    ['an image without a prompt', { prompt: undefined, image }, {}],
    ['nulls', { image: null }, { negativePrompt: null, resolution: null }],
    ['4k in capitals', {}, { resolution: '4K' }],
  ])('%s: accepted', async (_, instance, parameters) => {
    const { create } = await bench();
    const answer = await create({ instances: [{ prompt: 'a lion', ...instance }], parameters });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('operations/')]);
  });

  test('extending a clip of two days at most: accepted, 7 s longer', async () => {
    const { finish, create, asked, emulator, pass } = await bench();
    const uri = `${emulator.url}${await finish()}`;
    const body = { instances: [{ prompt: 'and on', video: { uri, encoding: 'video/mp4' } }] };
    expect((await create(body)).status).toBe(200);
    expect(asked[1]?.durationSeconds).toBe(15);
    pass(2 * 24 * 3_600_000);
    expect((await create(body)).json).toMatchObject(invalid('older than 2 days'));
  });
});

describe('requests that the service refuses', () => {
  const image = { bytesBase64Encoded: png, mimeType: 'image/png' };
  const unsupported = 'Your use case is currently not supported';
  test.each([
    ['an aspect ratio', {}, { aspectRatio: '1:1' }, '`aspectRatio` does not support `1:1` as a valid value'],
    ['a resolution', {}, { resolution: '480p' }, '`resolution` does not support `480p`'],
    ['5 seconds', {}, { durationSeconds: 5 }, '`durationSeconds` is out of bound'],
    ['10 seconds', {}, { durationSeconds: 10 }, '`durationSeconds` is out of bound'],
    [
      'a duration that is no number',
      {},
      { durationSeconds: 'long' },
      '`durationSeconds` needs to be a number',
    ],
    ['1080p in 4 seconds', {}, { resolution: '1080p', durationSeconds: 4 }, unsupported],
    ['4k in 6 seconds', {}, { resolution: '4k', durationSeconds: '6' }, unsupported],
    ['references in 4 seconds', { referenceImages: [{ image }] }, { durationSeconds: 4 }, unsupported],
    [
      'four references',
      { referenceImages: [{ image }, { image }, { image }, { image }] },
      {},
      'out of bound',
    ],
    ['a last frame alone', { lastFrame: image }, {}, unsupported],
    ['allow_all with an image', { image }, { personGeneration: 'allow_all' }, '`personGeneration`'],
    ['two videos', {}, { sampleCount: 2 }, '`sampleCount` is out of bound'],
    ['no prompt', { prompt: undefined }, {}, '`prompt`'],
    ['an empty prompt', { prompt: '  ' }, {}, '`prompt`'],
    ['a prompt that is no text', { prompt: 7 }, {}, '`prompt` needs to be a string'],
    ['2,000 words', { prompt: 'lion '.repeat(2000) }, {}, 'token count (2000) exceeds'],
    ['bad base64', { image: { ...image, bytesBase64Encoded: 'not base64!' } }, {}, 'Base64 decoding failed'],
    ['cut base64', { image: { ...image, bytesBase64Encoded: 'abcde' } }, {}, 'Base64 decoding failed'],
    ['an image without a type', { image: { bytesBase64Encoded: png } }, {}, '`mimeType`'],
    ['an image without bytes', { image: { mimeType: 'image/png' } }, {}, '`bytesBase64Encoded`'],
    ['an SVG', { image: { ...image, mimeType: 'image/svg+xml' } }, {}, 'Unsupported MIME type'],
    ['a video of nobody', { video: { uri: 'http://x/v1beta/files/abc' } }, {}, 'not found'],
  ])('%s', async (_, instance, parameters, message) => {
    const { create, emulator, asked } = await bench();
    const answer = await create({ instances: [{ prompt: 'a lion', ...instance }], parameters });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(invalid(message));
    expect(emulator.creates()).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('what the lite model cannot do', async () => {
    const { create } = await bench();
    const lite = '/v1beta/models/veo-3.1-lite-generate-preview:predictLongRunning';
    const body = (parameters: object) => ({ instances: [{ prompt: 'a lion' }], parameters });
    expect((await create(body({ resolution: '4k' }), lite)).json).toMatchObject(invalid(unsupported));
    expect((await create(body({ resolution: '1080p' }), lite)).status).toBe(200);
  });

  test('a body that is not JSON, not an object, has no instance or fields of its own', async () => {
    const { create } = await bench();
    expect((await create('{"instances":')).json).toMatchObject(invalid('Invalid JSON payload received'));
    expect((await create('7')).json).toMatchObject(invalid('Invalid JSON payload received'));
    expect((await create({})).json).toMatchObject(invalid('`instances`'));
    expect((await create({ instances: [{ prompt: 'x' }], prompt: 'x' })).json).toMatchObject(
      invalid('Unknown name "prompt"'),
    );
  });

  test('a body over 60 MB, which still gets its answer', { timeout: 30_000 }, async () => {
    const { create, emulator } = await bench();
    const answer = await create('x'.repeat(60 * 1024 * 1024 + 1));
    expect(answer.json).toMatchObject({ error: { code: 413 } });
    expect(emulator.creates()).toEqual([]);
  });
});

test('an image of 20 MB arrives whole', { timeout: 30_000 }, async () => {
  const { create, asked } = await bench();
  const data = Buffer.alloc(20 * 1024 * 1024, 'zoetrope');
  const image = { bytesBase64Encoded: data.toString('base64'), mimeType: 'image/png' };
  expect((await create({ instances: [{ prompt: 'a lion', image }] })).status).toBe(200);
  expect(data.equals(asked[0]?.image?.data ?? new Uint8Array())).toBe(true);
});

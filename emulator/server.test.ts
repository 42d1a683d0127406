import { describe, expect, test } from 'vitest';
import type { Bench } from './test-client.ts';
import { bench, clipBytes, createPath, field, model, uriOf } from './test-client.ts';

const body = JSON.stringify({ instances: [{ prompt: 'a lion' }] });

describe('keys', () => {
  const every: [string, string, RequestInit][] = [
    ['a create', createPath, { method: 'POST', body }],
    ['a poll', `/v1beta/models/${model}/operations/x`, {}],
    ['a download', '/v1beta/files/x:download?alt=media', {}],
    ['the list of models', '/v1beta/models', {}],
  ];
  test.each(every)('%s without one: 403', async (_, path, init) => {
    const { call } = await bench();
    const answer = await call(path, { ...init, headers: {} });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({
      error: {
        code: 403,
        status: 'PERMISSION_DENIED',
        message: expect.stringContaining('unregistered callers') as string,
      },
    });
  });

  test.each(every)('%s with a wrong one: 400 API_KEY_INVALID', async (_, path, init) => {
    const { call } = await bench({ apiKey: 'the-good-key' });
    const answer = await call(path, { ...init, headers: { 'x-goog-api-key': 'another-key' } });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { status: 'INVALID_ARGUMENT', details: [{ reason: 'API_KEY_INVALID' }, {}] },
    });
  });

  test('the good one is taken from the header or the query, and never logged', async () => {
    const lines: string[] = [];
    const { call } = await bench({ apiKey: 'the-good-key', log: (line) => lines.push(line) });
    expect((await call('/v1beta/models', { headers: { 'x-goog-api-key': 'the-good-key' } })).status).toBe(
      200,
    );
    expect((await call('/v1beta/models?key=the-good-key&pageSize=1', { headers: {} })).status).toBe(200);
    await expect
      .poll(() => lines)
      .toEqual(['GET /v1beta/models 200', 'GET /v1beta/models?key=***&pageSize=1 200']);
  });
});

describe('models', () => {
  test('come in pages', async () => {
    const { call } = await bench({ models: 'veo' });
    const first = await call('/v1beta/models?pageSize=2');
    expect(field(first.json, 'models')).toHaveLength(2);
    const token = String(field(first.json, 'nextPageToken'));
    const second = (await call(`/v1/models?pageSize=2&pageToken=${token}`)).json;
    expect(second).toMatchObject({
      models: [
        { name: 'models/veo-3.1-lite-generate-preview', supportedGenerationMethods: ['predictLongRunning'] },
      ],
    });
    expect(field(second, 'nextPageToken')).toBeUndefined();
    expect((await call('/v1beta/models?pageToken=???')).status).toBe(400);
    expect((await call('/v1beta/models?pageSize=-1')).status).toBe(400);
  });

  test('can be asked for one by one', async () => {
    const { call } = await bench();
    expect((await call(`/v1beta/models/${model}`)).json).toMatchObject({ name: `models/${model}` });
    expect((await call('/v1beta/models/gemini-1')).json).toMatchObject({ error: { status: 'NOT_FOUND' } });
  });
});

describe('files', () => {
  const get = ({ call }: Bench, file: string, headers: Record<string, string> = {}, method = 'GET') =>
    call(file, { method, headers: { 'x-goog-api-key': 'k', ...headers } });

  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=900-', 900, 999],
    ['bytes=-10', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=0-0', 0, 0],
  ])('%s: 206 with just that', async (range, start, end) => {
    const { finish, emulator } = await bench();
    const url = new URL(await finish(), emulator.url);
    const response = await fetch(url, { headers: { 'x-goog-api-key': 'k', range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(clipBytes.slice(start, end + 1));
  });

  test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('%s: 416 with the size', async (range) => {
    const made = await bench();
    const answer = await get(made, await made.finish(), { range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
  });

  test.each(['bytes=0-1,5-6', 'bytes=9-2', 'seconds=1-2', 'bytes=-'])(
    '%s: not understood, whole',
    async (range) => {
      const made = await bench();
      const answer = await get(made, await made.finish(), { range });
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '1000']);
      expect(answer.headers.get('accept-ranges')).toBe('bytes');
    },
  );

  test('a range goes with If-Range only while the file is the same', async () => {
    const made = await bench();
    const file = await made.finish();
    const etag = (await get(made, file)).headers.get('etag') ?? '';
    expect((await get(made, file, { range: 'bytes=5-', 'if-range': etag })).status).toBe(206);
    expect((await get(made, file, { range: 'bytes=5-', 'if-range': '"other"' })).status).toBe(200);
  });

  test('HEAD gives the length and no bytes', async () => {
    const made = await bench();
    const answer = await get(made, await made.finish(), {}, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), answer.text]).toEqual([200, '1000', '']);
  });

  test('have metadata', async () => {
    const made = await bench();
    const file = (await made.finish()).replace(':download?alt=media', '');
    expect((await made.call(file)).json).toMatchObject({
      ...{ name: file.replace('/v1beta/', ''), mimeType: 'video/mp4', sizeBytes: '1000', state: 'ACTIVE' },
      downloadUri: `${made.emulator.url}${file}:download?alt=media`,
    });
  });

  test('expire after two days; the operation can still be asked for', async () => {
    const { begin, poll, pass, call } = await bench();
    const name = await begin();
    pass(3000);
    const file = uriOf((await poll(name)).json);
    pass(2 * 24 * 3_600_000 - 1);
    expect((await call(file)).status).toBe(200);
    pass(1);
    expect((await call(file)).json).toMatchObject({ error: { code: 404, status: 'NOT_FOUND' } });
    expect((await call(file.replace(':download?alt=media', ''))).status).toBe(404);
    expect(uriOf((await poll(name)).json)).toBe(file);
  });

  test('are named under the public URL when one is given', async () => {
    const { begin, poll, pass } = await bench({ publicUrl: 'https://video.example/' });
    const name = await begin();
    pass(3000);
    expect(uriOf((await poll(name)).json)).toMatch(/^https:\/\/video\.example\/v1beta\/files\//);
  });
});

test('GET / says what this is, in plain text', async () => {
  const { call } = await bench();
  const answer = await call('/', { headers: {} });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(answer.text).toContain('emulator');
});

test.each(['/nothing', '/v2/models', '/v1beta/files', '/v1beta/%E0%A4%A', '/__emulator/nothing'])(
  '%s: 404 in Google’s form',
  async (path) => {
    const { call } = await bench();
    expect((await call(path)).json).toMatchObject({ error: { code: 404, status: 'NOT_FOUND' } });
  },
);

test('at most 1000 requests are kept, the newest last', async () => {
  const { call, emulator } = await bench();
  for (let number = 1; number <= 1003; number += 1) await call(`/v1beta/models?number=${number}`);
  expect(emulator.requests).toHaveLength(1000);
  expect(emulator.requests.at(-1)?.path).toBe('/v1beta/models?number=1003');
});

test('close cuts connections that are being answered, and may be called twice', async () => {
  const { emulator, create } = await bench();
  emulator.setFaults([{ name: 'hang-create' }]);
  const hanging = create({ instances: [{ prompt: 'x' }] });
  const failed = expect(hanging).rejects.toThrow('fetch failed');
  await expect.poll(() => emulator.creates().length).toBe(1);
  await Promise.all([emulator.close(), emulator.close()]);
  await failed;
  await expect(fetch(emulator.url)).rejects.toThrow();
});

test('without the control surface nobody reads what was asked, and prompts stay out of memory', async () => {
  const { emulator, call, begin } = await bench({ control: false });
  await begin('a private prompt');
  expect((await call('/__emulator/requests')).status).toBe(404);
  expect((await call('/__emulator/faults', { method: 'POST', body: '[]' })).status).toBe(404);
  expect(emulator.requests).toEqual([]);
});

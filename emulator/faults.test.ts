import { describe, expect, test } from 'vitest';
import type { FaultName, FaultSpec } from './faults.ts';
import { faultNames } from './faults.ts';
import { bench, clipBytes, createPath, field, model } from './test-client.ts';

const request = (prompt = 'a lion') => ({ instances: [{ prompt }] });
const error = (code: number, status: string) => ({ error: { code, status } });
const cutOff = 'fetch failed';

/** What each fault looks like to a client; every name has to be here. */
const refusals = {
  'rate-limit': error(429, 'RESOURCE_EXHAUSTED'),
  'rate-limit-bare': error(429, 'RESOURCE_EXHAUSTED'),
  internal: error(500, 'INTERNAL'),
  unavailable: error(503, 'UNAVAILABLE'),
  'bad-key': error(400, 'INVALID_ARGUMENT'),
  'restricted-key': error(403, 'PERMISSION_DENIED'),
  'retired-model': error(404, 'NOT_FOUND'),
  unsupported: error(400, 'INVALID_ARGUMENT'),
} satisfies Partial<Record<FaultName, unknown>>;

describe.each(Object.entries(refusals))('%s on a create', (text, expected) => {
  const name = faultNames.find((each) => each === text) ?? 'slow';

  test('refuses it, creates nothing, and is over after its count', async () => {
    const { emulator, create, asked, begin } = await bench();
    emulator.setFaults([{ name, count: 2 }]);
    for (const prompt of ['a lion', 'a tiger']) {
      const answer = await create(request(prompt));
      expect(answer.status).toBe(expected.error.code);
      expect(answer.json).toMatchObject(expected);
    }
    expect([emulator.creates().length, asked.length]).toEqual([0, 0]);
    await begin();
    expect(emulator.creates()).toHaveLength(1);
    expect(emulator.requests).toHaveLength(3);
  });

  test('can be asked for by a prompt, for that prompt only', async () => {
    const { create } = await bench();
    expect((await create(request(`a lion [fault:${name}:1]`))).status).toBe(expected.error.code);
    expect((await create(request('a lion'))).status).toBe(200);
    expect((await create(request(`a lion [fault:${name}:1]`))).status).toBe(200);
  });
});

test('rate-limit says when to come back, rate-limit-bare does not', async () => {
  const { emulator, create } = await bench();
  const retryIn = async (fault: FaultSpec) => {
    emulator.setFaults([fault]);
    return /"retryDelay": "(.*)"/.exec((await create(request())).text)?.[1];
  };
  expect(await retryIn({ name: 'rate-limit' })).toBe('23s');
  expect(await retryIn({ name: 'rate-limit', seconds: 0.5 })).toBe('0.5s');
  expect(await retryIn({ name: 'rate-limit-bare' })).toBeUndefined();
});

test('the messages of retired-model, unsupported and the two keys say which it is', async () => {
  const { emulator, create } = await bench();
  const text = async (name: FaultName) => {
    emulator.setFaults([{ name }]);
    return (await create(request())).text;
  };
  expect(await text('retired-model')).toContain(`models/${model} is no longer available`);
  expect(await text('unsupported')).toContain('Your use case is currently not supported');
  expect(await text('bad-key')).toContain('API_KEY_INVALID');
  expect(await text('restricted-key')).toContain('API_KEY_SERVICE_BLOCKED');
});

describe('creates whose answer goes wrong', () => {
  test('cut-create: no answer, but the operation is there', async () => {
    const { emulator, create, poll } = await bench();
    emulator.setFaults([{ name: 'cut-create', count: 1 }]);
    await expect(create(request())).rejects.toThrow(cutOff);
    const [made] = emulator.creates();
    expect(made).toMatchObject({ status: null, path: createPath });
    expect((await poll(made?.operation ?? '')).status).toBe(200);
  });

  test.each([['set'], ['in the prompt']])('refuse, %s: no answer, and nothing is there', async (how) => {
    const { emulator, create, asked } = await bench();
    if (how === 'set') emulator.setFaults([{ name: 'refuse', count: 1 }]);
    const body = request(how === 'set' ? 'a lion' : '[fault:refuse:1]');
    await expect(create(body)).rejects.toThrow(cutOff);
    expect([emulator.creates(), asked]).toEqual([[], []]);
    expect(emulator.requests).toMatchObject([{ path: createPath, status: null }]);
    expect((await create(body)).status).toBe(200);
  });

  test('hang-create: the operation is there long before the answer', async () => {
    const { emulator, create } = await bench();
    emulator.setFaults([{ name: 'hang-create', seconds: 0.3 }]);
    const started = performance.now();
    const answer = create(request());
    await expect.poll(() => emulator.creates().length).toBe(1);
    expect(emulator.creates()[0]?.status).toBeNull();
    expect((await answer).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test('malformed-create: 200, JSON that breaks off, and the operation is there', async () => {
    const { emulator, create } = await bench();
    emulator.setFaults([{ name: 'malformed-create' }]);
    const answer = await create(request());
    expect([answer.status, answer.json]).toEqual([200, null]);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(emulator.creates()).toHaveLength(1);
  });
});

describe('polls', () => {
  test.each([
    ['poll-500', error(500, 'INTERNAL')],
    ['poll-503', error(503, 'UNAVAILABLE')],
    ['poll-404', error(404, 'NOT_FOUND')],
  ] as const)('%s: answered like that, then the operation goes on', async (name, expected) => {
    const { emulator, begin, poll, pass } = await bench();
    const operation = await begin();
    pass(3000);
    emulator.setFaults([{ name, count: 2 }]);
    expect((await poll(operation)).json).toMatchObject(expected);
    expect((await poll(operation)).json).toMatchObject(expected);
    expect(field((await poll(operation)).json, 'done')).toBe(true);
  });

  test('poll-cut and poll-malformed, one after the other', async () => {
    const { emulator, begin, poll } = await bench();
    const operation = await begin();
    emulator.setFaults([
      { name: 'poll-cut', count: 1 },
      { name: 'poll-malformed', count: 1 },
    ]);
    await expect(poll(operation)).rejects.toThrow(cutOff);
    const broken = await poll(operation);
    expect([broken.status, broken.json]).toEqual([200, null]);
    expect((await poll(operation)).json).toEqual({ name: operation });
  });

  test('those of a prompt are counted for each operation', async () => {
    const { begin, poll } = await bench();
    for (const name of [await begin('x [fault:poll-503:1]'), await begin('x [fault:poll-503:1]')]) {
      expect((await poll(name)).status).toBe(503);
      expect((await poll(name)).status).toBe(200);
    }
  });
});

describe('bad ends', () => {
  const response = (generateVideoResponse: unknown) => ({ done: true, response: { generateVideoResponse } });
  test.each([
    [
      { name: 'blocked', reason: 'too loud' },
      response({ raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['too loud'] }),
    ],
    [{ name: 'failed' }, { done: true, error: { code: 13 } }],
    [
      { name: 'failed', code: 3, reason: 'no' },
      { done: true, error: { code: 3, message: 'no' } },
    ],
    [{ name: 'empty' }, response({})],
  ] satisfies [FaultSpec, unknown][])('%j', async (fault, expected) => {
    const { emulator, begin, poll, pass } = await bench();
    emulator.setFaults([{ ...fault, count: 1 }]);
    const first = await begin();
    const second = await begin();
    expect((await poll(first)).json).toEqual({ name: first });
    pass(3000);
    const told = (await poll(first)).json;
    expect(told).toMatchObject(expected);
    expect(JSON.stringify(told)).not.toContain('generatedSamples');
    emulator.setFaults([]);
    expect((await poll(first)).json).toEqual(told);
    expect(JSON.stringify((await poll(second)).json)).toContain('generatedSamples');
  });

  test('blocked has a reason of its own when none is given', async () => {
    const { begin, poll, pass } = await bench();
    const name = await begin('a lion [fault:blocked]');
    pass(3000);
    expect((await poll(name)).text).toContain('safety filters');
  });

  test('slow: so much later, or not until the fault is taken back', async () => {
    const { emulator, begin, poll, pass } = await bench();
    const done = async (name: string) => field((await poll(name)).json, 'done') ?? false;
    const [late, never] = [await begin(), await begin('x [fault:slow]')];
    emulator.setFaults([{ name: 'slow', seconds: 60 }]);
    pass(62_999);
    expect([await done(late), await done(never)]).toEqual([false, false]);
    pass(1);
    expect([await done(late), await done(never)]).toEqual([true, false]);
    emulator.setFaults([{ name: 'slow' }]);
    const stuck = await begin();
    pass(3_600_000);
    expect(await done(stuck)).toBe(false);
    emulator.setFaults([]);
    expect(await done(stuck)).toBe(true);
  });
});

describe('downloads', () => {
  test.each([
    ['file-404', 404],
    ['file-410', 410],
  ] as const)('%s', async (name, code) => {
    const { emulator, finish, call } = await bench();
    const file = await finish();
    emulator.setFaults([{ name, count: 1 }]);
    expect((await call(file)).json).toMatchObject(error(code, 'NOT_FOUND'));
    expect((await call(file)).status).toBe(200);
  });

  /** What arrives before the connection ends, and whether it ended as announced. */
  async function receive(url: string, range?: string) {
    const headers = { 'x-goog-api-key': 'k', ...(range === undefined ? {} : { range }) };
    const answer = await fetch(url, { headers });
    const bytes: number[] = [];
    let whole = true;
    try {
      for await (const chunk of answer.body ?? []) bytes.push(...(chunk as Uint8Array));
    } catch {
      whole = false;
    }
    return { bytes, whole, status: answer.status, length: answer.headers.get('content-length') };
  }

  test('download-truncated: never more than the first half, resumed or not', async () => {
    const { emulator, finish } = await bench();
    const url = emulator.url + (await finish());
    emulator.setFaults([{ name: 'download-truncated' }]);
    const half = [...clipBytes.slice(0, 500)];
    expect(await receive(url)).toEqual({ bytes: half, whole: false, status: 200, length: '1000' });
    expect(await receive(url, 'bytes=500-')).toEqual({ bytes: [], whole: false, status: 206, length: '500' });
    expect(emulator.requests.at(-1)?.status).toBeNull();
  });

  test('download-cut-once: the rest comes when it is asked for', async () => {
    const { emulator, finish } = await bench();
    const url = emulator.url + (await finish('x [fault:download-cut-once]'));
    const first = await receive(url);
    expect(first).toEqual({ bytes: [...clipBytes.slice(0, 500)], whole: false, status: 200, length: '1000' });
    const rest = await receive(url, 'bytes=500-');
    expect(rest).toEqual({ bytes: [...clipBytes.slice(500)], whole: true, status: 206, length: '500' });
  });

  test('not-mp4: called a video, but it is a web page', async () => {
    const { emulator, finish, call } = await bench();
    const file = await finish();
    emulator.setFaults([{ name: 'not-mp4' }]);
    const answer = await call(file);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(answer.text).toContain('<!doctype html>');
  });

  test('redirect: another origin serves the file and sees what came along', async () => {
    const { emulator, finish } = await bench();
    const url = emulator.url + (await finish());
    emulator.setFaults([{ name: 'redirect' }]);
    const there = await fetch(url, { headers: { 'x-goog-api-key': 'secret' }, redirect: 'manual' });
    expect(there.status).toBe(302);
    const location = there.headers.get('location') ?? '';
    expect(new URL(location).hostname).toBe('127.0.0.1');
    expect(new URL(location).origin).not.toBe(emulator.url);
    const file = await fetch(location, { headers: { 'x-goog-api-key': 'secret', range: 'bytes=1-2' } });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(clipBytes.slice(1, 3));
    await fetch(location);
    expect(emulator.redirected.map(({ headers }) => headers['x-goog-api-key'])).toEqual([
      'secret',
      undefined,
    ]);
  });
});

describe('models', () => {
  test('models-500, bad-key, restricted-key, models-cut, models-empty', async () => {
    const { emulator, call } = await bench({ models: 'veo' });
    emulator.setFaults([
      { name: 'models-500', count: 1 },
      { name: 'bad-key', count: 1 },
      { name: 'restricted-key', count: 1 },
      { name: 'models-cut', count: 1 },
      { name: 'models-empty', count: 1 },
    ]);
    const list = () => call('/v1beta/models');
    expect((await list()).json).toMatchObject(error(500, 'INTERNAL'));
    expect((await list()).text).toContain('API_KEY_INVALID');
    expect((await list()).json).toMatchObject(error(403, 'PERMISSION_DENIED'));
    await expect(list()).rejects.toThrow(cutOff);
    expect((await list()).json).toEqual({});
    expect(field((await list()).json, 'models')).toHaveLength(3);
  });
});

test('a prompt that asks for a fault that there is not is told which there are', async () => {
  const { create, emulator } = await bench();
  const answer = await create(request('a lion [fault:nothing]'));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('rate-limit-bare');
  expect(emulator.creates()).toEqual([]);
});

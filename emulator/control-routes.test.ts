import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { bench, createPath, field } from './test-client.ts';

describe('the control surface', () => {
  const steer = '/__emulator/faults';

  test('sets and takes back faults, and says what it was asked, without keys', async () => {
    const { call, begin, create } = await bench();
    const faults = [{ name: 'unavailable', count: 1 }];
    const set = await call(steer, { method: 'POST', body: JSON.stringify({ faults }) });
    expect(set.json).toEqual({ faults: [{ name: 'unavailable', count: 1, left: 1 }] });
    expect((await create({ instances: [{ prompt: 'x' }] })).status).toBe(503);
    await begin();
    await call(steer, { method: 'POST', body: JSON.stringify([{ name: 'internal' }]) });
    expect((await call(steer, { method: 'DELETE' })).json).toEqual({ faults: [] });
    await begin();
    await call('/v1beta/models?key=secret-key-in-the-query');
    const { json, text } = await call('/__emulator/requests');
    expect(field(json, 'requests')).toMatchObject([
      {
        method: 'POST',
        path: createPath,
        status: 503,
        body: { instances: [{ prompt: 'x' }] },
        operation: null,
      },
      { status: 200 },
      { status: 200 },
      { path: '/v1beta/models?key=***' },
    ]);
    expect(text).not.toContain('any-key-will-do');
    expect(text).not.toContain('secret-key');
  });

  test('refuses faults that there are not', async () => {
    const { call } = await bench();
    for (const bad of ['{', '[{"name":"no"}]', '[{"name":"slow","count":0}]', '{"fault":[]}']) {
      const answer = await call(steer, { method: 'POST', body: bad });
      expect([bad, answer.status]).toEqual([bad, 400]);
    }
  });

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ host: 'evil.example:8787' }],
    [{ host: '127.0.0.1.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('refuses %j', async (headers) => {
    const { emulator } = await bench();
    for (const path of ['/__emulator/requests', '/%5f_emulator/requests']) {
      const status = await new Promise((resolve, reject) => {
        const request = httpRequest({ port: emulator.port, host: '127.0.0.1', path, headers });
        request.on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.on('error', reject);
        request.end();
      });
      expect(status).toBe(403);
    }
  });

  test('is not open to other origins by CORS', async () => {
    const { call } = await bench();
    const answer = await call('/__emulator/requests');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

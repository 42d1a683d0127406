import { describe, expect, test } from 'vitest';
import { bench, createPath, field } from './test-client.ts';

const keys = {
  'veo-key': 'veo',
  'omni-key': 'omni',
  'both-key': 'all',
  'restricted-key': 'restricted',
  'off-key': 'api-off',
  'old-key': 'bad',
} as const;

const veoBody = JSON.stringify({ instances: [{ prompt: 'a lion' }] });
const omniBody = JSON.stringify({ model: 'gemini-omni-1.2-flash', background: true, input: 'a lion' });

async function withKey(key: string) {
  const { call } = await bench({ keys, apiKey: 'main-key' });
  const headers = { 'x-goog-api-key': key };
  const post = (path: string, body: string) => call(path, { method: 'POST', headers, body });
  const list = await call('/v1beta/models', { headers });
  const names = (field(list.json, 'models') as { name: string }[] | undefined) ?? [];
  return {
    list,
    names: names.map(({ name }) => name.replace('models/', '')),
    veo: await post(createPath, veoBody),
    omni: await post('/v1beta/interactions', omniBody),
  };
}

describe('a key', () => {
  test('with everything lists Veo, Omni and image models', async () => {
    for (const key of ['both-key', 'main-key']) {
      const { names, veo, omni } = await withKey(key);
      expect(names).toEqual(
        expect.arrayContaining(['veo-3.1-generate-preview', 'gemini-omni-1.1-flash', 'gemini-3-pro-image']),
      );
      expect(names).not.toContain('veo-3.1-generate-001');
      expect([veo.status, omni.status]).toEqual([200, 200]);
    }
  });

  test('with Omni only hears that Veo is no longer available', async () => {
    const { names, veo, omni } = await withKey('omni-key');
    expect(names.filter((name) => name.startsWith('veo'))).toEqual([]);
    expect(names).toContain('gemini-omni-1.2-flash');
    expect([veo.status, omni.status]).toEqual([404, 200]);
    expect(veo.json).toMatchObject({
      error: { status: 'NOT_FOUND', message: expect.stringContaining('is no longer available') as string },
    });
  });

  test('with Veo only has no Omni', async () => {
    const { names, veo, omni } = await withKey('veo-key');
    expect(names).toHaveLength(3);
    expect([veo.status, omni.status]).toEqual([200, 404]);
  });

  test.each([
    ['restricted-key', 403, 'API_KEY_SERVICE_BLOCKED'],
    ['off-key', 403, 'SERVICE_DISABLED'],
    ['old-key', 400, 'API_KEY_INVALID'],
    ['unlisted-key', 400, 'API_KEY_INVALID'],
  ])('%s: %i %s, everywhere', async (key, status, reason) => {
    const { list, veo, omni } = await withKey(key);
    for (const answer of [list, veo, omni]) {
      expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(reason)]);
    }
  });
});

test('a retired model is not listed and answers so, on every wire', async () => {
  const retired = ['veo-3.1-generate-preview', 'gemini-omni-1.2-flash', 'veo-3.1-generate-001'];
  const { call, create } = await bench({ retired });
  const { text } = await call('/v1beta/models');
  for (const model of retired) expect(text).not.toContain(`models/${model}"`);
  const agent = '/v1/publishers/google/models/veo-3.1-generate-001:predictLongRunning';
  for (const [path, body] of [
    [createPath, veoBody],
    ['/v1beta/interactions', omniBody],
    [agent, veoBody],
  ] as const) {
    const answer = await create(body, path);
    expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('is no longer available')]);
  }
});

test('the Agent Platform lists its own', async () => {
  const { call } = await bench();
  const { json } = await call('/v1/publishers/google/models?pageSize=2');
  expect(field(json, 'publisherModels')).toHaveLength(2);
  expect(field(json, 'nextPageToken')).toBeDefined();
});

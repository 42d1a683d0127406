import { describe, expect, test, vi } from 'vitest';
import type { VideoBackend } from '../backends/video-backend.ts';
import type { Environment } from '../settings/environment.ts';
import { openKeyVault } from '../settings/key-vault.ts';
import { temporaryFolder } from '../storage/test-bench.ts';
import { createConnection } from './connection.ts';

// Put together at run time: nothing that looks like a key stands in the repository.
const key = `AIza${'x'.repeat(31)}WXYZ`;
const otherKey = `AIza${'y'.repeat(31)}4321`;

const google = { kind: 'default' } as const;
const demo = { start: vi.fn(), poll: vi.fn() } as unknown as VideoBackend;

interface Options {
  environment?: Partial<Pick<Environment, 'baseUrl' | 'demo' | 'agentPlatform'>>;
  environmentKey?: string | null;
  answer?: () => Promise<Response>;
}

/** A connection on a system without a keyring, with a service that gives `answer`. */
async function bench({ environment = {}, environmentKey = null, answer }: Options = {}) {
  const vault = await openKeyVault({
    dataFolder: await temporaryFolder(),
    encryption: { isAvailable: () => false, encrypt: () => Buffer.alloc(0), decrypt: () => '' },
    environmentKey,
  });
  const send = vi.fn<typeof fetch>(answer ?? (() => Promise.resolve(Response.json({ models: [] }))));
  const startDemo = vi.fn(() => Promise.resolve());
  const connection = createConnection({
    environment: { baseUrl: google, demo: false, ...environment },
    vault,
    fetch: send,
    demoBackend: () => demo,
    startDemo,
  });
  return { connection, send, startDemo };
}

/** Google's error model, as the service sends it. */
function refusal(code: number, status: string, message: string, reason?: string): () => Promise<Response> {
  const details =
    reason === undefined
      ? []
      : [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason,
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ];
  return () =>
    Promise.resolve(Response.json({ error: { code, message, status, details } }, { status: code }));
}

describe('which service', () => {
  test('without a key: the demo', async () => {
    const { connection } = await bench();
    expect(connection.state()).toEqual({ mode: 'demo', problem: null, customHost: null });
    expect(connection.currentService()).toEqual({ ok: true, value: 'demo' });
    expect(connection.backendFor('demo')).toBe(demo);
    expect(connection.backendFor('gemini')).toBeNull();
  });

  test('with a key: Google', async () => {
    const { connection } = await bench({ environmentKey: key });
    expect(connection.state()).toEqual({ mode: 'gemini', problem: null, customHost: null });
    expect(connection.currentService()).toEqual({ ok: true, value: 'gemini' });
    expect(connection.backendFor('gemini')).not.toBeNull();
    expect(connection.keyState()).toMatchObject({ source: 'environment', lastFour: 'WXYZ' });
  });

  test('with a base URL of one’s own: named, so that nobody wonders where the key goes', async () => {
    const { connection } = await bench({
      environmentKey: key,
      environment: { baseUrl: { kind: 'custom', url: 'https://proxy.example:8443/gemini' } },
    });
    expect(connection.state().customHost).toBe('proxy.example:8443');
  });

  test('the demo switch wins over any key; operations under way keep their service', async () => {
    const { connection } = await bench({ environmentKey: key, environment: { demo: true } });
    expect(connection.state().mode).toBe('demo');
    expect(connection.currentService()).toEqual({ ok: true, value: 'demo' });
    expect(connection.backendFor('gemini')).not.toBeNull();
  });

  test('the Agent Platform, with a key', async () => {
    const agentPlatform = { place: null, baseUrl: google };
    expect((await bench({ environment: { agentPlatform } })).connection.state().mode).toBe('demo');
    const { connection, send } = await bench({
      environmentKey: key,
      environment: { agentPlatform },
      answer: () => Promise.resolve(Response.json({ name: 'projects/p/operations/1' })),
    });
    expect(connection.state()).toEqual({ mode: 'gemini', problem: null, customHost: null });
    await connection.backendFor('gemini')?.start({
      ...{ model: 'veo-3.1-generate-preview', prompt: 'lion', negativePrompt: null, image: null },
      ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
    });
    expect(send.mock.calls.map(([input]) => input)).toEqual([
      'https://aiplatform.googleapis.com/v1/publishers/google/models/veo-3.1-generate-001:predictLongRunning',
    ]);
  });

  test('the Agent Platform, with a project: needs no key', async () => {
    const agentPlatform = { place: { project: 'p', location: 'global' }, baseUrl: google };
    const { connection } = await bench({ environment: { agentPlatform } });
    expect(connection.state().mode).toBe('gemini');
    const backend = connection.backendFor('gemini');
    expect(backend).not.toBeNull();
    expect(connection.backendFor('gemini')).toBe(backend);
    const wrong = { place: null, baseUrl: { kind: 'invalid' } as const };
    const other = await bench({ environmentKey: key, environment: { agentPlatform: wrong } });
    expect(other.connection.state()).toMatchObject({
      mode: 'unavailable',
      problem: { message: expect.stringContaining('GOOGLE_VERTEX_BASE_URL') as string },
    });
  });

  test('a key makes Veo and Omni Flash, each on its own wire', async () => {
    const { connection, send } = await bench({
      environmentKey: key,
      answer: () => Promise.resolve(Response.json({ id: 'v1_x', name: 'models/m/operations/1' })),
    });
    const start = (model: string) =>
      connection.backendFor('gemini')?.start({
        ...{ model, prompt: 'lion', negativePrompt: null, image: null },
        ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
      });
    expect(await start('gemini-omni-1.2-flash')).toMatchObject({ remoteName: 'interactions/v1_x' });
    expect(await start('veo-3.1-generate-preview')).toMatchObject({ remoteName: 'models/m/operations/1' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('with a base URL that a key must not go to: none, in the original’s words', async () => {
    const { connection, send } = await bench({
      environmentKey: key,
      environment: { baseUrl: { kind: 'invalid' } },
    });
    const problem = {
      code: 'client_not_initialized',
      message: expect.stringMatching(/^Gemini client not initialized.*GOOGLE_GEMINI_BASE_URL/) as string,
      retryable: false,
    };
    expect(connection.state()).toEqual({ mode: 'unavailable', problem, customHost: null });
    expect(connection.currentService()).toEqual({ ok: false, error: problem });
    expect(connection.backendFor('gemini')).toBeNull();
    expect(await connection.setKey(key, false)).toEqual({ ok: false, error: problem });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('setting a key', () => {
  test('a good one is asked about once, in a header, and then kept', async () => {
    const { connection, send } = await bench();
    expect(await connection.setKey(key, false)).toEqual({ ok: true, value: null });
    expect(connection.state().mode).toBe('gemini');
    expect(connection.keyState()).toMatchObject({ source: 'session', lastFour: 'WXYZ' });
    expect(send).toHaveBeenCalledOnce();
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe('https://generativelanguage.googleapis.com/v1beta/models?pageSize=1');
    expect(init).toMatchObject({ headers: { 'x-goog-api-key': key }, redirect: 'error' });
  });

  test('goes to the base URL of one’s own', async () => {
    const { connection, send } = await bench({
      environment: { baseUrl: { kind: 'custom', url: 'http://127.0.0.1:8787' } },
    });
    await connection.setKey(key, false);
    expect(send.mock.calls[0]?.[0]).toBe('http://127.0.0.1:8787/v1beta/models?pageSize=1');
  });

  test.each([
    [
      'bad',
      refusal(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
      'invalid_key',
      /does not accept this key/,
    ],
    [
      'restricted',
      refusal(
        403,
        'PERMISSION_DENIED',
        'Requests to this API generativelanguage.googleapis.com method google.ai.generativelanguage.v1beta.ModelService.ListModels are blocked.',
        'API_KEY_SERVICE_BLOCKED',
      ),
      'restricted_key',
      /may not use the Gemini API/,
    ],
    [
      'over its limit',
      refusal(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
      'rate_limited',
      /limit/,
    ],
    ['offline', () => Promise.reject(new TypeError('fetch failed')), 'network', /cannot be reached/],
    [
      'with a service that is down',
      () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })),
      'service_error',
      /internal error/,
    ],
  ] as const)('one that is %s is not kept, and the old one stays', async (_what, answer, code, words) => {
    const { connection, send } = await bench();
    await connection.setKey(otherKey, false);
    send.mockImplementation(answer);
    const outcome = await connection.setKey(key, false);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(words) as string },
    });
    expect(JSON.stringify(outcome)).not.toContain(key);
    expect(connection.keyState().lastFour).toBe('4321');
  });

  test.each([
    `${key.slice(0, 20)} ${key.slice(20)}`,
    `${key}\nx-other: 1`,
    `${key}\u00e9`,
    '“key”',
    'a\tb',
    '',
  ])('what cannot be a key is not sent anywhere', async (text) => {
    const { connection, send } = await bench();
    expect(await connection.setKey(text, true)).toMatchObject({ ok: false, error: { code: 'invalid_key' } });
    expect(send).not.toHaveBeenCalled();
    expect(connection.keyState().source).toBe('none');
  });
});

test('a new key gets a new backend, the same key the same one, no key none', async () => {
  const { connection, startDemo } = await bench();
  await connection.setKey(key, false);
  const first = connection.backendFor('gemini');
  expect(connection.backendFor('gemini')).toBe(first);

  const file = new URL('https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media');
  expect(first?.downloadHeaders(file)).toEqual({ 'x-goog-api-key': key });

  await connection.setKey(otherKey, false);
  expect(connection.backendFor('gemini')?.downloadHeaders(file)).toEqual({ 'x-goog-api-key': otherKey });

  expect(startDemo).not.toHaveBeenCalled();
  await connection.removeKey();
  expect(startDemo).toHaveBeenCalledOnce();
  expect(connection.backendFor('gemini')).toBeNull();
  expect(connection.state().mode).toBe('demo');
});

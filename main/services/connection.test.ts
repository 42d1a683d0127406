import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { VideoBackend } from '../backends/video-backend.ts';
import type { BaseUrl } from '../../preload/contract/base-url.ts';
import type { AgentEnvironment } from '../settings/agent-environment.ts';
import { openKeyVault } from '../settings/key-vault.ts';
import { openPlaceStore } from '../settings/place-store.ts';
import { temporaryFolder } from '../storage/test-bench.ts';
import { createAgentConnection } from './agent-connection.ts';
import { createConnection } from './connection.ts';
import { createGeminiConnection } from './gemini-connection.ts';
import { models } from './models/catalogue.ts';

// Put together at run time: nothing that looks like a key stands in the repository.
const key = `AIza${'x'.repeat(31)}WXYZ`;
const otherKey = `AIza${'y'.repeat(31)}4321`;

const google = { kind: 'default' } as const;
const demo = { start: vi.fn(), poll: vi.fn() } as unknown as VideoBackend;

interface Options {
  /** Of the Gemini API, in the environment. */
  baseUrl?: BaseUrl;
  key?: string | null;
  agent?: Partial<AgentEnvironment>;
  demoMode?: boolean;
  folder?: string;
  answer?: () => Promise<Response>;
}

const nothing: AgentEnvironment = { apiKey: null, place: null, baseUrl: google, storageUrl: google };
const addressOf = (input: string | URL | Request) => (input instanceof Request ? input.url : String(input));
const urlOf = (baseUrl: BaseUrl) => (baseUrl.kind === 'custom' ? baseUrl.url : null);
/** A key as a form gives it. */
const given = (text: string, baseUrl: string | null = null) => ({
  ...{ key: text, baseUrl, keepWithoutKeyring: false },
});
const operation = (model: string, remoteName: string | null = null) => ({
  ...{ service: 'gemini' as const, model, remoteName },
});
const veo = operation('veo-3.1-generate-preview');
const agentVeo = operation('veo-3.1-generate-001');
const agentName = 'projects/p/locations/l/publishers/google/models/veo-3.1-generate-001/operations/1';
const lion = (model: string) => ({
  ...{ model, prompt: 'lion', negativePrompt: null, image: null },
  ...{ aspectRatio: '16:9' as const, resolution: '720p' as const, durationSeconds: 8 },
});

/** A connection on a system without a keyring, with a service that gives `answer`. */
async function bench({
  baseUrl = google,
  key: own = null,
  agent = {},
  demoMode,
  folder,
  answer,
}: Options = {}) {
  const environment = { ...nothing, ...agent };
  const dataFolder = folder ?? (await temporaryFolder());
  const encryption = { isAvailable: () => false, encrypt: () => Buffer.alloc(0), decrypt: () => '' };
  const vault = await openKeyVault({
    ...{ dataFolder, fileName: 'key.json', encryption },
    environment: { key: own, baseUrl: urlOf(baseUrl) },
  });
  const agentVault = await openKeyVault({
    ...{ dataFolder, fileName: 'agent-platform-key.json', encryption },
    environment: { key: environment.apiKey, baseUrl: urlOf(environment.baseUrl) },
  });
  const send = vi.fn<typeof fetch>(answer ?? (() => Promise.resolve(Response.json({ models: [] }))));
  const startDemo = vi.fn(() => Promise.resolve());
  const places = await openPlaceStore(dataFolder);
  const gemini = createGeminiConnection({ baseUrl, vault, fetch: send });
  const agentPlatform = createAgentConnection({ environment, vault: agentVault, places, fetch: send });
  const connection = createConnection({
    ...{ gemini, agentPlatform, demo: demoMode ?? false, demoBackend: () => demo, startDemo },
  });
  return { connection, gemini, agentPlatform, send, startDemo, dataFolder };
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
    expect(connection.backendFor({ ...veo, service: 'demo' })).toBe(demo);
    expect(connection.backendFor(veo)).toBeNull();
  });

  test('with a key: Google', async () => {
    const { connection } = await bench({ key });
    expect(connection.state()).toEqual({ mode: 'gemini', problem: null, customHost: null });
    expect(connection.currentService()).toEqual({ ok: true, value: 'gemini' });
    expect(connection.backendFor(veo)).not.toBeNull();
    expect(connection.gemini.keyState()).toMatchObject({ source: 'environment', lastFour: 'WXYZ' });
  });

  test('with a base URL of one’s own: named, so that nobody wonders where the key goes', async () => {
    const { connection } = await bench({
      key,
      baseUrl: { kind: 'custom', url: 'https://proxy.example:8443/gemini' },
    });
    expect(connection.state().customHost).toBe('proxy.example:8443');
  });

  test('the demo switch wins over any key; operations under way keep their service', async () => {
    const { connection } = await bench({ key, demoMode: true });
    expect(connection.state().mode).toBe('demo');
    expect(connection.currentService()).toEqual({ ok: true, value: 'demo' });
    expect(connection.backendFor(veo)).not.toBeNull();
  });

  test('the Agent Platform alone, with a key: no demo, and its own models only', async () => {
    const { connection, send } = await bench({
      agent: { apiKey: key },
      answer: () => Promise.resolve(Response.json({ name: agentName })),
    });
    expect(connection.state()).toEqual({ mode: 'gemini', problem: null, customHost: null });
    expect(connection.hasAccess('agent-platform')).toBe(true);
    expect(connection.backendFor(veo)).toBeNull();
    expect(connection.refusalOf({ label: 'Veo 3.1', service: 'gemini' })).toMatchObject({
      code: 'client_not_initialized',
      message: expect.stringMatching(/made by the Gemini API.*Nothing was sent.*Settings/) as string,
    });
    await connection.backendFor(agentVeo)?.start(lion(agentVeo.model));
    expect(send.mock.calls.map(([input]) => input)).toEqual([
      'https://aiplatform.googleapis.com/v1/publishers/google/models/veo-3.1-generate-001:predictLongRunning',
    ]);
  });

  test('the Gemini API alone: the other service’s models are refused in words', async () => {
    const { connection } = await bench({ key });
    expect(connection.backendFor(agentVeo)).toBeNull();
    expect(connection.refusalOf({ label: 'Veo', service: 'agent-platform' })?.message).toMatch(
      /no key or project for it\. Nothing was sent/,
    );
    expect(connection.refusalOf({ label: 'Veo', service: 'gemini' })).toBeNull();
  });

  test('a request goes to the service that the catalogue names for its model', async () => {
    const { connection } = await bench({ key, agent: { apiKey: otherKey } });
    const gemini = connection.backendFor(veo);
    const agentPlatform = connection.backendFor(agentVeo);
    expect(agentPlatform).not.toBe(gemini);
    for (const { id, service } of models) {
      expect(connection.backendFor(operation(id)), id).toBe(service === 'gemini' ? gemini : agentPlatform);
    }
    // Where it was sent, it is asked after, whatever the catalogue says.
    expect(connection.backendFor(operation(veo.model, agentName))).toBe(agentPlatform);
    expect(connection.backendFor(operation('veo-99-no-longer-known', agentName))).toBe(agentPlatform);
  });

  test('a demo plays the Gemini API’s models', async () => {
    const { connection } = await bench();
    expect([connection.hasAccess('gemini'), connection.hasAccess('agent-platform')]).toEqual([true, false]);
  });

  test('both: each operation goes to its own, by its model first and then by its name', async () => {
    const { connection, gemini, agentPlatform } = await bench({ key, agent: { apiKey: otherKey } });
    expect(connection.backendFor(veo)).toBe(gemini.backend());
    expect(connection.backendFor(agentVeo)).toBe(agentPlatform.backend());
    expect(connection.backendFor({ ...veo, remoteName: agentName })).toBe(agentPlatform.backend());
    expect(connection.backendFor({ ...agentVeo, remoteName: 'models/m/operations/1' })).toBe(
      gemini.backend(),
    );
    expect(connection.backendFor({ ...agentVeo, remoteName: 'interactions/v1_x' })).toBe(gemini.backend());
    expect(gemini.backend()).not.toBe(agentPlatform.backend());
  });

  test('the Agent Platform, with a project: needs no key', async () => {
    const place = { project: 'p', location: 'global' };
    const { connection, agentPlatform } = await bench({ agent: { place } });
    expect(connection.state().mode).toBe('gemini');
    const backend = connection.backendFor(agentVeo);
    expect(backend).not.toBeNull();
    expect(connection.backendFor(agentVeo)).toBe(backend);
    expect(agentPlatform.state()).toMatchObject({ place, isPlaceFromEnvironment: true });
  });

  test.each([
    { place: 'invalid' },
    { apiKey: otherKey, baseUrl: { kind: 'invalid' } },
    { apiKey: otherKey, storageUrl: { kind: 'invalid' } },
  ] as const)('an environment that cannot be meant (%j) stops everything, in words', async (agent) => {
    const { connection, send, agentPlatform } = await bench({ key, agent });
    expect(connection.state()).toMatchObject({
      mode: 'unavailable',
      problem: { message: expect.stringContaining('GOOGLE_VERTEX_BASE_URL') as string },
    });
    expect(connection.currentService().ok).toBe(false);
    expect(agentPlatform.backend()).toBeNull();
    expect((await agentPlatform.setKey(given(key))).ok).toBe(false);
    expect(send).not.toHaveBeenCalled();
  });

  test('a key makes Veo and Omni Flash, each on its own wire', async () => {
    const { connection, send } = await bench({
      key,
      answer: () => Promise.resolve(Response.json({ id: 'v1_x', name: 'models/m/operations/1' })),
    });
    const start = (model: string) => connection.backendFor(operation(model))?.start(lion(model));
    expect(await start('gemini-omni-1.2-flash')).toMatchObject({ remoteName: 'interactions/v1_x' });
    expect(await start('veo-3.1-generate-preview')).toMatchObject({ remoteName: 'models/m/operations/1' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('with a base URL that a key must not go to: none, in the original’s words', async () => {
    const { connection, send } = await bench({
      key,
      baseUrl: { kind: 'invalid' },
    });
    const problem = {
      code: 'client_not_initialized',
      message: expect.stringMatching(/^Gemini client not initialized.*GOOGLE_GEMINI_BASE_URL/) as string,
      retryable: false,
    };
    expect(connection.state()).toEqual({ mode: 'unavailable', problem, customHost: null });
    expect(connection.currentService()).toEqual({ ok: false, error: problem });
    expect(connection.backendFor(veo)).toBeNull();
    expect(await connection.gemini.setKey(given(key))).toEqual({ ok: false, error: problem });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('setting a key', () => {
  test('a good one is asked about once, in a header, and then kept', async () => {
    const { connection, send } = await bench();
    expect(await connection.gemini.setKey(given(key))).toEqual({ ok: true, value: null });
    expect(connection.state().mode).toBe('gemini');
    expect(connection.gemini.keyState()).toMatchObject({ source: 'session', lastFour: 'WXYZ' });
    expect(send).toHaveBeenCalledOnce();
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe('https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000');
    expect(init).toMatchObject({ headers: { 'x-goog-api-key': key }, redirect: 'error' });
  });

  test('goes to the base URL of one’s own', async () => {
    const { connection, send } = await bench({
      baseUrl: { kind: 'custom', url: 'http://127.0.0.1:8787' },
    });
    await connection.gemini.setKey(given(key));
    expect(send.mock.calls[0]?.[0]).toBe('http://127.0.0.1:8787/v1beta/models?pageSize=1000');
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
    await connection.gemini.setKey(given(otherKey));
    send.mockImplementation(answer);
    const outcome = await connection.gemini.setKey(given(key));
    expect(outcome).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(words) as string },
    });
    expect(JSON.stringify(outcome)).not.toContain(key);
    expect(connection.gemini.keyState().lastFour).toBe('4321');
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
    expect(await connection.gemini.setKey(given(text))).toMatchObject({
      ok: false,
      error: { code: 'invalid_key' },
    });
    expect(send).not.toHaveBeenCalled();
    expect(connection.gemini.keyState().source).toBe('none');
  });
});

test('a new key gets a new backend, the same key the same one, no key none', async () => {
  const { connection, startDemo } = await bench();
  await connection.gemini.setKey(given(key));
  const first = connection.backendFor(veo);
  expect(connection.backendFor(veo)).toBe(first);

  const file = new URL('https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media');
  expect(first?.downloadHeaders(file)).toEqual({ 'x-goog-api-key': key });

  await connection.gemini.setKey(given(otherKey));
  expect(connection.backendFor(veo)?.downloadHeaders(file)).toEqual({ 'x-goog-api-key': otherKey });

  expect(startDemo).not.toHaveBeenCalled();
  await connection.remove('gemini');
  expect(startDemo).toHaveBeenCalledOnce();
  expect(connection.backendFor(veo)).toBeNull();
  expect(connection.state().mode).toBe('demo');
});

describe('a key and its address', () => {
  const proxy = 'https://proxy.example/gemini';

  test('are given together; the old key does not go to the new address', async () => {
    const { connection, gemini, send } = await bench();
    await gemini.setKey(given(key));
    send.mockClear();
    expect(await gemini.setKey(given(otherKey, `${proxy}/`))).toMatchObject({ ok: true });
    expect(send.mock.calls.map(([url]) => url)).toEqual([`${proxy}/v1beta/models?pageSize=1000`]);
    expect(JSON.stringify(send.mock.calls)).not.toContain(key);
    expect(gemini.keyState()).toMatchObject({ lastFour: '4321', baseUrl: proxy });
    expect(connection.state().customHost).toBe('proxy.example');
  });

  test.each([
    'http://proxy.example',
    'https://name:word@proxy.example',
    'https://proxy.example/?key=1',
    'proxy',
  ])('%s gets no key', async (baseUrl) => {
    const { gemini, agentPlatform, send } = await bench();
    const refused = { ok: false, error: { code: 'invalid_base_url' } };
    expect(await gemini.setKey(given(key, baseUrl))).toMatchObject(refused);
    expect(await agentPlatform.setKey(given(key, baseUrl))).toMatchObject(refused);
    const place = { project: 'p', location: 'global', outputUri: null, baseUrl };
    expect(await agentPlatform.setPlace(place)).toMatchObject(refused);
    expect(send).not.toHaveBeenCalled();
  });

  test('the environment’s address goes before the one in the form', async () => {
    const { gemini, send } = await bench({ baseUrl: { kind: 'custom', url: 'https://other.example' } });
    await gemini.setKey(given(key, proxy));
    expect(send.mock.calls[0]?.[0]).toBe('https://other.example/v1beta/models?pageSize=1000');
    expect(gemini.keyState()).toMatchObject({ baseUrl: 'https://other.example', isAddressGiven: true });
  });

  test('a kept key is asked for again where the environment names another address', async () => {
    const first = await bench();
    await first.gemini.setKey({ ...given(key, proxy), keepWithoutKeyring: true });
    const { connection, gemini, send } = await bench({
      folder: first.dataFolder,
      baseUrl: { kind: 'custom', url: 'https://other.example' },
    });
    expect(connection.state().mode).toBe('demo');
    expect(gemini.keyState()).toMatchObject({ source: 'none', isElsewhere: true });
    expect(await gemini.check()).toMatchObject({ ok: false });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('setting up the Agent Platform', () => {
  const unknownOperation = () =>
    Promise.resolve(
      Response.json(
        { error: { code: 404, message: 'The operation was not found.', status: 'NOT_FOUND' } },
        { status: 404 },
      ),
    );

  test('a key is asked about once, in a header, and then kept', async () => {
    const { connection, agentPlatform, send } = await bench({ answer: unknownOperation });
    expect(await agentPlatform.setKey(given(key))).toEqual({ ok: true, value: null });
    expect(connection.state().mode).toBe('gemini');
    expect(agentPlatform.state().key).toMatchObject({ source: 'session', lastFour: 'WXYZ' });
    const [[url, init] = []] = send.mock.calls;
    expect(url).toBe(
      'https://aiplatform.googleapis.com/v1/publishers/google/models/veo-3.1-generate-001:fetchPredictOperation',
    );
    expect(new Headers(init?.headers).get('x-goog-api-key')).toBe(key);
    expect([init?.redirect, JSON.stringify(init?.body).includes(key)]).toEqual(['error', false]);
    expect(await agentPlatform.check()).toEqual({ ok: true, value: null });
  });

  test('one that the service refuses is not kept', async () => {
    const { agentPlatform } = await bench({
      answer: refusal(400, 'INVALID_ARGUMENT', 'API key not valid.', 'API_KEY_INVALID'),
    });
    expect(await agentPlatform.setKey(given(key))).toMatchObject({
      ok: false,
      error: { code: 'invalid_key', message: expect.stringContaining('Agent Platform') as string },
    });
    expect(agentPlatform.isSetUp()).toBe(false);
    expect(await agentPlatform.check()).toMatchObject({
      ok: false,
      error: { code: 'client_not_initialized' },
    });
  });

  test('a project takes the place of a key, and a key that of a project', async () => {
    const { agentPlatform, send, dataFolder } = await bench();
    const file = path.join(dataFolder, 'credentials.json');
    const secret = { client_id: 'id', client_secret: 'of-the-tests', refresh_token: 'of-the-tests' };
    await writeFile(file, JSON.stringify({ type: 'authorized_user', ...secret }));
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', file);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    send.mockImplementation((url) =>
      addressOf(url).startsWith('https://oauth2.googleapis.com/')
        ? Promise.resolve(Response.json({ access_token: 'a-token', expires_in: 3600 }))
        : unknownOperation(),
    );
    await agentPlatform.setKey(given(key));
    const place = { project: 'p', location: 'us-central1', outputUri: 'gs://bucket/a', baseUrl: null };
    expect(await agentPlatform.setPlace(place)).toEqual({ ok: true, value: null });
    expect(agentPlatform.state()).toMatchObject({ place, key: { source: 'none' } });
    const [url, init] = send.mock.calls.at(-1) ?? [];
    expect(url).toBe(
      'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001:fetchPredictOperation',
    );
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer a-token');
    await agentPlatform.setKey(given(otherKey));
    expect(agentPlatform.state()).toMatchObject({ place: null, key: { lastFour: '4321' } });
  });

  test('without either it goes back to the demo', async () => {
    const { connection, agentPlatform, startDemo } = await bench({ answer: unknownOperation });
    await agentPlatform.setKey(given(key));
    await connection.remove('agent-platform');
    expect(agentPlatform.isSetUp()).toBe(false);
    expect(connection.state().mode).toBe('demo');
    expect(startDemo).toHaveBeenCalledOnce();
  });
});

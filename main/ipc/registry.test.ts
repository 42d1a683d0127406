import { beforeEach, describe, expect, test, vi } from 'vitest';
import { channel, mediaCalls, videoChatCalls, zoetropeCalls } from '../../preload/contract/channels.ts';
import type { WindowRole } from '../../preload/contract/channels.ts';
import { limits } from '../../preload/contract/domain.ts';
import { ok } from '../../preload/contract/result.ts';
import { models } from '../services/models/catalogue.ts';
import { registerAll } from './register-all.ts';
import { createRegistry } from './registry.ts';
import { testHandlers } from './test-handlers.ts';

type Listener = (event: unknown, input: unknown) => Promise<unknown>;

const registered = vi.hoisted(() => new Map<string, Listener>());

// Electron's own rule: a channel has one handler.
vi.mock('electron', () => ({
  ipcMain: {
    handle(name: string, listener: Listener) {
      if (registered.has(name)) throw new Error(`Attempted to register a second handler for '${name}'`);
      registered.set(name, listener);
    },
  },
}));

beforeEach(() => {
  registered.clear();
});

/** Everything registered as the app does it; messages come from a window of `role`. */
function bench(role: WindowRole | null = 'studio') {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const { handlers, fakes } = testHandlers();
  const senders = { add: vi.fn(), isTrusted: (_event: unknown, wanted: WindowRole) => wanted === role };
  registerAll(createRegistry({ senders, log }), handlers);
  const send = (name: string, input?: unknown): unknown => registered.get(name)?.({ sender: {} }, input);
  return { send, fakes, log };
}

const generate = channel.videoChat('generate');
const generateWithImage = channel.videoChat('generateWithImage');

test('every call of the contract has its handler, and nothing else is listened to', () => {
  bench();
  const expected = [
    ...videoChatCalls.map(channel.videoChat),
    ...Object.entries(zoetropeCalls).flatMap(([domain, names]) =>
      names.map((name) => channel.zoetrope(domain, name)),
    ),
    ...mediaCalls.map(channel.media),
  ];
  expect([...registered.keys()].sort()).toEqual(expected.sort());
});

describe('before the studio is put together', () => {
  function early(isTrusted: boolean) {
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const registry = createRegistry({ senders: { add: vi.fn(), isTrusted: () => isTrusted }, log });
    const send = (name: string, input?: unknown) => registered.get(name)?.({ sender: {} }, input);
    return { registry, send };
  }

  test('a call waits, and is answered like any other afterwards', async () => {
    const { registry, send } = early(true);
    const answered = vi.fn();
    const asked = send(generate, { prompt: 'A lion' })?.then(answered);
    await Promise.resolve();
    expect(answered).not.toHaveBeenCalled();
    const { handlers } = testHandlers();
    registerAll(registry, handlers);
    await asked;
    expect(answered.mock.calls).toEqual([[await send(generate, { prompt: 'A lion' })]]);
  });

  test('a stranger is refused at once', async () => {
    const { send } = early(false);
    expect(await send(generate, { prompt: 'A lion' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});

describe('a stranger', () => {
  const image = { name: 'a.png', mime_type: 'image/png', data: Uint8Array.of(1) };
  const good: Record<string, unknown> = {
    [generate]: { prompt: 'A lion' },
    [generateWithImage]: { prompt: 'A lion', image_file: image },
    [channel.zoetrope('key', 'set')]: { key: 'a-key' },
    [channel.zoetrope('app', 'openLink')]: { link: 'pricing' },
  };

  test('is refused on every channel, and no handler is called', async () => {
    const { send, fakes, log } = bench(null);
    for (const name of registered.keys()) {
      expect(await send(name, good[name]), name).toEqual({
        ok: false,
        error: { code: 'forbidden', message: 'This page may not do that.', retryable: false },
      });
    }
    for (const fake of Object.values(fakes)) expect(fake).not.toHaveBeenCalled();
    expect(log.warn).toHaveBeenCalledTimes(registered.size);
  });

  test('the media window may not do what the studio may, nor the other way round', async () => {
    const media = bench('media');
    expect(await media.send(generate, good[generate])).toMatchObject({ error: { code: 'forbidden' } });
    expect(await media.send(channel.media('ready'))).toEqual(ok(null));
    registered.clear();
    const studio = bench('studio');
    expect(await studio.send(channel.media('ready'))).toMatchObject({ error: { code: 'forbidden' } });
    expect(studio.fakes.ready).not.toHaveBeenCalled();
  });
});

describe('generate', () => {
  test('fills in the original’s defaults and answers in its words', async () => {
    const { send, fakes } = bench();
    expect(await send(generate, { prompt: '  A lion walking  ' })).toEqual({
      ok: true,
      value: { operation_id: 'operation-1', status: 'pending' },
    });
    expect(fakes.submit).toHaveBeenCalledExactlyOnceWith({
      prompt: 'A lion walking',
      negativePrompt: null,
      aspectRatio: '16:9',
      resolution: '720p',
      duration: '8',
      sessionId: null,
      model: null,
      image: null,
      lastFrame: null,
      references: [],
      source: null,
      personGeneration: null,
      seed: null,
      audio: true,
      takes: 1,
    });
  });

  test('passes everything on, the image’s bytes unchanged', async () => {
    const { send, fakes } = bench();
    const data = Uint8Array.of(0x89, 0x50, 0, 255);
    await send(generateWithImage, {
      prompt: 'A lion',
      aspect_ratio: '9:16',
      resolution: '1080p',
      duration: '8',
      negative_prompt: ' ',
      session_id: 'session',
      model: 'veo-3.1-fast-generate-preview',
      image_file: { name: '../../lion.png', mime_type: 'image/png', data },
    });
    expect(fakes.submit).toHaveBeenCalledExactlyOnceWith({
      prompt: 'A lion',
      negativePrompt: null,
      aspectRatio: '9:16',
      resolution: '1080p',
      duration: '8',
      sessionId: 'session',
      model: 'veo-3.1-fast-generate-preview',
      image: { name: '../../lion.png', data },
      lastFrame: null,
      references: [],
      source: null,
      personGeneration: null,
      seed: null,
      audio: true,
      takes: 1,
    });
  });

  test('passes on what the other modes need, and gives the ids of all takes', async () => {
    const { send, fakes } = bench();
    fakes.submit.mockResolvedValue(ok(['one', 'two']));
    const file = { name: 'lion.png', mime_type: 'image/png', data: Uint8Array.of(1) };
    const given = { name: 'lion.png', data: file.data };
    const extras = { person_generation: 'allow_adult', seed: 7, generate_audio: false, takes: 2 };
    expect(await send(generate, { prompt: 'A lion', reference_images: [file, file], ...extras })).toEqual({
      ok: true,
      value: { operation_id: 'one', status: 'pending', operation_ids: ['one', 'two'] },
    });
    expect(fakes.submit.mock.lastCall?.[0]).toMatchObject({
      ...{ references: [given, given], personGeneration: 'allow_adult', seed: 7, audio: false, takes: 2 },
    });
    await send(generateWithImage, { prompt: 'A lion', image_file: file, last_frame_file: file });
    expect(fakes.submit.mock.lastCall?.[0]).toMatchObject({ image: given, lastFrame: given });
    await send(generate, { prompt: 'A lion', edit_operation_id: 'one' });
    expect(fakes.submit.mock.lastCall?.[0]).toMatchObject({ source: { task: 'edit', operationId: 'one' } });
  });

  test('a refusal of the engine arrives as it is', async () => {
    const { send, fakes } = bench();
    const refusal = {
      ok: false,
      error: { code: 'client_not_initialized', message: 'Gemini client not initialized', retryable: false },
    } as const;
    fakes.submit.mockResolvedValue(refusal);
    expect(await send(generate, { prompt: 'A lion' })).toEqual(refusal);
  });
});

describe('bad input is refused in words, before any handler sees it', () => {
  const lion = { prompt: 'A lion' };
  const image = (changes: object) => ({
    ...lion,
    image_file: { name: 'a.png', mime_type: 'image/png', data: Uint8Array.of(1), ...changes },
  });

  test.each([
    ['nothing', generate, undefined, 'invalid_request', 'the request is not understood'],
    ['null', generate, null, 'invalid_request', 'the request is not understood'],
    ['a text', generate, 'A lion', 'invalid_request', 'the request is not understood'],
    ['a list', generate, [], 'invalid_request', 'the request is not understood'],
    ['no prompt', generate, {}, 'invalid_prompt', 'The prompt is empty'],
    ['an empty prompt', generate, { prompt: '' }, 'invalid_prompt', 'The prompt is empty'],
    ['a prompt of spaces', generate, { prompt: ' \n\t ' }, 'invalid_prompt', 'The prompt is empty'],
    ['a prompt that is a number', generate, { prompt: 7 }, 'invalid_prompt', 'The prompt'],
    [
      '100,000 characters',
      generate,
      { prompt: 'x'.repeat(100_000) },
      'invalid_prompt',
      'The prompt has 100,000 characters; the limit is 4,000.',
    ],
    [
      'a long negative prompt',
      generate,
      { ...lion, negative_prompt: 'x'.repeat(1001) },
      'invalid_negative_prompt',
      'at most 1,000 characters',
    ],
    ['4:3', generate, { ...lion, aspect_ratio: '4:3' }, 'invalid_aspect_ratio', 'Use "16:9" or "9:16"'],
    [
      '8k',
      generate,
      { ...lion, resolution: '8k' },
      'invalid_resolution',
      'Use "360p", "720p", "1080p" or "4k"',
    ],
    ['16 seconds', generate, { ...lion, duration: '16' }, 'invalid_duration', 'from "3" to "15"'],
    ['seconds as a number', generate, { ...lion, duration: 8 }, 'invalid_duration', 'from "3" to "15"'],
    ['a model without a name', generate, { ...lion, model: '' }, 'invalid_model', 'Choose one of the list'],
    ['an unknown field', generate, { ...lion, fps: 3 }, 'invalid_request', 'not understood: fps.'],
    [
      'an unknown field beside a bad one',
      generate,
      { prompt: '', loops: 3 },
      'invalid_request',
      'not understood: ',
    ],
    [
      'a field named like an object’s own',
      generate,
      { ...lion, constructor: 1, toString: 2 },
      'invalid_request',
      'not understood: constructor, toString.',
    ],
    ['no references', generate, { ...lion, reference_images: [] }, 'invalid_image', 'Give 1 to 6 reference'],
    [
      'a reference of another type',
      generate,
      { ...lion, reference_images: [image({}).image_file, image({ mime_type: 'image/gif' }).image_file] },
      'invalid_image',
      'This reference image is not a PNG',
    ],
    [
      'an empty last frame',
      generateWithImage,
      { ...image({}), last_frame_file: image({ data: new Uint8Array() }).image_file },
      'invalid_image',
      'This last frame is empty',
    ],
    [
      'a last frame alone',
      generate,
      { ...lion, last_frame_file: image({}).image_file },
      'invalid_request',
      'A last frame needs a first frame.',
    ],
    [
      'references beside a first frame',
      generateWithImage,
      { ...image({}), reference_images: [image({}).image_file] },
      'invalid_request',
      'Reference images do not go with a first frame.',
    ],
    [
      'an extension with an image',
      generateWithImage,
      { ...image({}), extend_operation_id: 'a' },
      'invalid_request',
      'A clip is extended without images.',
    ],
    [
      'a change and an extension at once',
      generate,
      { ...lion, extend_operation_id: 'a', edit_operation_id: 'b' },
      'invalid_request',
      'not extended at the same time',
    ],
    ['no clip to extend', generate, { ...lion, extend_operation_id: '' }, 'operation_not_found', 'to extend'],
    ['no clip to change', generate, { ...lion, edit_operation_id: 7 }, 'operation_not_found', 'to change'],
    [
      'people that nobody has',
      generate,
      { ...lion, person_generation: 'all' },
      'invalid_request',
      '"allow_all"',
    ],
    ['half a seed', generate, { ...lion, seed: 0.5 }, 'invalid_request', '0 to 4,294,967,295'],
    ['a seed that is too large', generate, { ...lion, seed: 2 ** 32 }, 'invalid_request', '4,294,967,295'],
    ['sound as a word', generate, { ...lion, generate_audio: 'no' }, 'invalid_request', 'Use true, or false'],
    ['five takes', generate, { ...lion, takes: 5 }, 'invalid_request', 'from 1 to 4'],
    ['no image', generateWithImage, lion, 'invalid_image', 'This image cannot be used'],
    ['a path for an image', generateWithImage, image({ data: '/etc/passwd' }), 'invalid_image', 'image'],
    [
      'an empty image',
      generateWithImage,
      image({ data: new Uint8Array() }),
      'invalid_image',
      'This file is empty',
    ],
    [
      'an image over 20 MB',
      generateWithImage,
      image({ data: new Uint8Array(limits.imageBytes + 1) }),
      'invalid_image',
      'over 20 MB',
    ],
    [
      'an image of another type',
      generateWithImage,
      image({ mime_type: 'image/gif' }),
      'invalid_image',
      'is not a PNG, JPEG or WebP image',
    ],
    [
      'an image with more to it',
      generateWithImage,
      image({ path: '/a', constructor: 1, prompt: 'x' }),
      'invalid_request',
      'not understood: image_file.path, image_file.constructor, image_file.prompt.',
    ],
    ['no id', channel.videoChat('status'), {}, 'invalid_request', 'operation_id'],
    ['no settings', channel.zoetrope('settings', 'update'), 5, 'invalid_request', 'not understood'],
    [
      'a folder by the back door',
      channel.zoetrope('settings', 'update'),
      { libraryFolder: '/etc' },
      'invalid_request',
      'libraryFolder',
    ],
    [
      'polling every millisecond',
      channel.zoetrope('settings', 'update'),
      { pollingIntervalSeconds: 0.001 },
      'invalid_request',
      'pollingIntervalSeconds',
    ],
    [
      'any address',
      channel.zoetrope('app', 'openLink'),
      { link: 'https://evil.example' },
      'invalid_request',
      'link',
    ],
    [
      'a page without end',
      channel.zoetrope('operations', 'list'),
      { limit: 1e9 },
      'invalid_request',
      'limit',
    ],
    ['an argument where none is due', channel.zoetrope('key', 'remove'), {}, 'invalid_request', 'understood'],
  ])('%s', async (_what, name, input, code, words) => {
    const { send, fakes } = bench();
    const answer = await send(name, input);
    expect(answer).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(words) as string, retryable: false },
    });
    for (const fake of Object.values(fakes)) expect(fake).not.toHaveBeenCalled();
  });

  test('the answer names the field, quotes no value and says that nothing was charged', async () => {
    const { send } = bench();
    const secret = `AIza${'x'.repeat(600)}`;
    const answer = await send(channel.zoetrope('key', 'set'), { key: secret });
    expect(answer).toMatchObject({ error: { details: { fields: ['key'], charged: false } } });
    expect(JSON.stringify(answer)).not.toContain('xxxx');
  });

  test('a name that goes on for ever is not repeated', async () => {
    const { send } = bench();
    const answer = (await send(generate, { ...lion, ['y'.repeat(5000)]: 1 })) as {
      error: { message: string };
    };
    expect(answer.error.message.length).toBeLessThan(200);
  });

  test('__proto__ is a field like any other', async () => {
    const { send, fakes } = bench();
    const input: unknown = JSON.parse('{"prompt":"A lion","__proto__":{"duration":"4"}}');
    await send(generate, input);
    for (const [request] of fakes.submit.mock.calls) expect(request.duration).toBe('8');
  });
});

test.each([
  [
    'thrown',
    () => {
      throw new Error('ENOENT: /home/somebody/secret');
    },
  ],
  ['rejected', () => Promise.reject(new Error('ENOENT: /home/somebody/secret'))],
])('an error that is %s inside the app is logged, and its text stays inside', async (_how, submit) => {
  const { send, fakes, log } = bench();
  fakes.submit.mockImplementation(submit);
  const answer = await send(generate, { prompt: 'A lion' });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'internal', message: expect.stringContaining('Try again') as string, retryable: true },
  });
  expect(JSON.stringify(answer)).not.toContain('somebody');
  expect(log.error).toHaveBeenCalledOnce();
});

describe('the other calls', () => {
  test('a key is trimmed, and the state comes back; a refusal comes back as it is', async () => {
    const { send, fakes } = bench();
    const set = channel.zoetrope('key', 'set');
    expect(await send(set, { key: ' a-key\n' })).toEqual(ok({ version: '2' }));
    expect(fakes.setKey).toHaveBeenLastCalledWith({
      ...{ key: 'a-key', baseUrl: null, keepWithoutKeyring: false },
    });
    await send(set, { key: 'a-key', baseUrl: 'https://a.example', keepWithoutKeyring: true });
    expect(fakes.setKey).toHaveBeenLastCalledWith({
      ...{ key: 'a-key', baseUrl: 'https://a.example', keepWithoutKeyring: true },
    });

    const refusal = { ok: false, error: { code: 'invalid_key', message: 'No', retryable: false } } as const;
    fakes.setKey.mockResolvedValue(refusal);
    expect(await send(set, { key: 'a-key' })).toEqual(refusal);
    expect(await send(channel.zoetrope('key', 'remove'))).toEqual(ok({ version: '2' }));
    expect(fakes.removeKey).toHaveBeenCalledExactlyOnceWith('gemini');
  });

  test('the Agent Platform takes a key or a project, and nothing that cannot be one', async () => {
    const { send, fakes } = bench();
    const setProject = channel.zoetrope('agentPlatform', 'setProject');
    expect(await send(channel.zoetrope('agentPlatform', 'setKey'), { key: 'a-key' })).toEqual(
      ok({ version: '2' }),
    );
    expect(fakes.setAgentKey).toHaveBeenCalledOnce();
    const place = { project: 'my-project', location: 'global' };
    expect(await send(setProject, { ...place, outputUri: 'gs://bucket/a' })).toEqual(ok({ version: '2' }));
    expect(fakes.setPlace).toHaveBeenCalledExactlyOnceWith({
      ...{ ...place, outputUri: 'gs://bucket/a', baseUrl: null },
    });
    for (const wrong of [
      { ...place, project: 'a/b' },
      { ...place, project: 'A' },
      { ...place, location: 'evil.example/' },
      { ...place, outputUri: 'https://bucket' },
      { ...place, outputUri: 'gs://bucket?x' },
      { ...place, key: 'a-key' },
    ]) {
      expect(await send(setProject, wrong)).toMatchObject({ error: { code: 'invalid_request' } });
    }
    expect(fakes.setPlace).toHaveBeenCalledOnce();
    await send(channel.zoetrope('agentPlatform', 'remove'));
    expect(fakes.removeKey).toHaveBeenCalledExactlyOnceWith('agent-platform');
  });

  test('links are the app’s own, over https', async () => {
    const { send, fakes } = bench();
    for (const link of ['get-key', 'pricing', 'video-guide']) {
      expect(await send(channel.zoetrope('app', 'openLink'), { link })).toEqual(ok(null));
    }
    const urls = fakes.openExternal.mock.calls.map(([url]) => new URL(url));
    expect(urls.map((url) => url.protocol)).toEqual(['https:', 'https:', 'https:']);
    for (const url of urls) expect(['aistudio.google.com', 'ai.google.dev']).toContain(url.host);
  });

  test('an operation that does not exist is said to be so, and no file is touched', async () => {
    const { send, fakes } = bench();
    const unknown = { operationId: 'nobody' };
    for (const name of [
      channel.zoetrope('operations', 'get'),
      channel.zoetrope('operations', 'image'),
      channel.zoetrope('clips', 'download'),
      channel.zoetrope('clips', 'showInFolder'),
    ]) {
      expect(await send(name, unknown), name).toMatchObject({ error: { code: 'operation_not_found' } });
    }
    expect(await send(channel.videoChat('status'), { operation_id: 'nobody' })).toMatchObject({
      error: { code: 'operation_not_found' },
    });
    expect(fakes.exportClip).not.toHaveBeenCalled();
    expect(fakes.showInFolder).not.toHaveBeenCalled();
  });

  test('a clip is saved and shown by the path that the library knows', async () => {
    const { send, fakes } = bench();
    fakes.clipFile.mockReturnValue(ok('/library/clip.mp4'));
    await send(channel.zoetrope('clips', 'download'), { operationId: 'one' });
    await send(channel.zoetrope('clips', 'showInFolder'), { operationId: 'one' });
    expect(fakes.exportClip).toHaveBeenCalledExactlyOnceWith('/library/clip.mp4');
    expect(fakes.showInFolder).toHaveBeenCalledExactlyOnceWith('/library/clip.mp4');
  });

  test('a page has sixty cards unless told otherwise', async () => {
    const { send, fakes } = bench();
    await send(channel.zoetrope('operations', 'list'), {});
    await send(channel.zoetrope('operations', 'list'), { before: '1:a', limit: 5 });
    await send(channel.zoetrope('operations', 'list'), { sessionId: 'one' });
    expect(fakes.page.mock.calls).toEqual([
      [60, null, null],
      [5, '1:a', null],
      [60, null, 'one'],
    ]);
  });

  test('models come with their prices; an image is checked by its content', async () => {
    const { send } = bench();
    expect(await send(channel.zoetrope('models', 'list'))).toMatchObject({
      value: { offers: models.map(({ id }) => ({ id })), defaultId: models[0].id },
    });
    const text = { name: 'a.png', mime_type: 'image/png', data: new TextEncoder().encode('<svg/>') };
    expect(await send(channel.zoetrope('images', 'check'), text)).toMatchObject({
      error: { code: 'invalid_image' },
    });
  });

  test('the media window’s answers reach the worker, those that make no sense do not', async () => {
    const { send, fakes } = bench('media');
    const finish = channel.media('finish');
    const result = { kind: 'failed', message: 'Cannot decode' };
    expect(await send(finish, { jobId: 'job', result })).toEqual(ok(null));
    expect(fakes.finish).toHaveBeenCalledExactlyOnceWith('job', result);
    expect(await send(finish, { jobId: 'job', result: { kind: 'poster', data: 'x' } })).toMatchObject({
      error: { code: 'invalid_request' },
    });
    expect(fakes.finish).toHaveBeenCalledOnce();
  });
});

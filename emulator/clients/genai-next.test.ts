/** @google/genai 3, Google's SDK: Omni Flash with a key, over /v1; Veo on the Agent Platform only. */
import { GenerateVideosOperation, GoogleGenAI } from 'genai-next';
import type { GenerateVideosParameters, Interactions } from 'genai-next';
import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../server.ts';
import { clientBench, expectMp4, png, pngText, refusal, untilDone } from './client-bench.ts';

const model = 'gemini-omni-1.2-flash';
const image: Interactions.ImageContent = { type: 'image', data: pngText, mime_type: 'image/png' };
/** Without it one create is sent up to five times. */
const once = { maxRetries: 0 };

async function withSdk(options: Partial<EmulatorOptions> = {}) {
  const made = await clientBench(options);
  const httpOptions = { baseUrl: made.emulator.url };
  const ai = new GoogleGenAI({ apiKey: 'any-key', httpOptions });

  async function finish(params: Omit<Interactions.CreateModelInteractionParamsNonStreaming, 'model'>) {
    const started = await ai.interactions.create({ model, background: true, ...params, stream: false }, once);
    made.pass(3000);
    return untilDone(
      () => ai.interactions.get(started.id),
      ({ status }) => status !== 'in_progress',
    );
  }
  return { ...made, ai, finish, httpOptions };
}

describe('Omni Flash', () => {
  test('makes a video from text, at an address, over /v1', async () => {
    const { ai, emulator, asked, pass, download } = await withSdk();
    const started = await ai.interactions.create(
      {
        ...{ model, background: true, input: 'a lion walking' },
        response_format: {
          ...{ type: 'video', aspect_ratio: '9:16', resolution: '720p', duration: '6s', delivery: 'uri' },
        },
      },
      once,
    );
    expect(started.status).toBe('in_progress');
    expect((await ai.interactions.get(started.id)).status).toBe('in_progress');
    pass(3000);
    const ended = await untilDone(
      () => ai.interactions.get(started.id),
      ({ status }) => status !== 'in_progress',
    );
    expect(ended.status).toBe('completed');
    expect(ended.output_video?.mime_type).toBe('video/mp4');
    expectMp4(await download(ended.output_video?.uri ?? ''));
    expect(asked[0]).toMatchObject({
      prompt: 'a lion walking',
      width: 720,
      height: 1280,
      durationSeconds: 6,
    });
    expect(emulator.requests[0]?.path).toBe('/v1/interactions');
    expect(emulator.creates()).toHaveLength(1);
  });

  test('makes a video inside the answer, and waits for it without background', async () => {
    const { ai } = await withSdk({ delayMs: 0 });
    const ended = await ai.interactions.create({ model, input: 'a lion walking' }, once);
    expect(ended.status).toBe('completed');
    expectMp4(Buffer.from(ended.output_video?.data ?? '', 'base64'));
  });

  test('takes a first image, first and last ones, and references', async () => {
    const { asked, finish } = await withSdk();
    await finish({ input: [image, { type: 'text', text: 'waves' }] });
    const frames = '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] waves';
    await finish({
      input: [image, image, { type: 'text', text: frames }],
      generation_config: { video_config: { task: 'image_to_video' } },
    });
    await finish({
      input: [image, image, { type: 'text', text: 'the two meet' }],
      generation_config: { video_config: { task: 'reference_to_video' } },
    });
    expect(
      asked.map(({ image: first, lastFrame, references }) => [first, lastFrame, references.length]),
    ).toEqual([
      [expect.anything(), null, 0],
      [expect.anything(), expect.anything(), 0],
      [null, null, 2],
    ]);
    expect(png.equals(asked[0]?.image?.data ?? new Uint8Array())).toBe(true);
  });

  test('goes on from its own videos: an edit and an extension', async () => {
    const { asked, finish } = await withSdk();
    const first = await finish({ input: 'a lion', response_format: { type: 'video', duration: '4s' } });
    await finish({ input: 'at night', previous_interaction_id: first.id });
    const extended = await finish({
      input: 'it sleeps',
      previous_interaction_id: first.id,
      response_format: { type: 'video', duration: '4s' },
      generation_config: { video_config: { task: 'extend' } },
    });
    expect(extended.previous_interaction_id).toBe(first.id);
    expect(asked.map(({ source, durationSeconds }) => [source?.task, durationSeconds])).toEqual([
      [undefined, 4],
      ['edit', 4],
      ['extend', 8],
    ]);
  });

  test('is cancelled and deleted', async () => {
    const { ai } = await withSdk();
    const { id } = await ai.interactions.create({ model, background: true, input: 'a lion' }, once);
    expect((await ai.interactions.cancel(id)).status).toBe('cancelled');
    await ai.interactions.delete(id);
    expect(await refusal(ai.interactions.get(id))).toMatchObject({ name: 'BadRequestError', status: 400 });
  });

  test('says that it was filtered by words in place of a video, and that it failed', async () => {
    const { finish } = await withSdk();
    const blocked = await finish({ input: 'x [fault:blocked]' });
    expect([blocked.status, blocked.output_video]).toEqual(['completed', undefined]);
    expect(blocked.output_text).toContain('safety filters');
    expect((await finish({ input: 'x [fault:failed]' })).status).toBe('failed');
  });
});

describe('refusals', () => {
  test('are errors of the SDK with status and body', async () => {
    const { ai, emulator } = await withSdk();
    const start = (input: string) => ai.interactions.create({ model, background: true, input }, once);
    const cases = [
      ['rate-limit', 'RateLimitError', 429],
      ['unavailable', 'InternalServerError', 503],
      ['filtered-prompt', 'BadRequestError', 400],
      ['restricted-key', 'PermissionDeniedError', 403],
      ['retired-model', 'NotFoundError', 404],
    ] as const;
    for (const [fault, name, status] of cases) {
      expect(await refusal(start(`x [fault:${fault}]`)), fault).toMatchObject({ name, status });
    }
    expect(emulator.creates()).toEqual([]);
  });

  test('a bad key is 400, for interactions and for the list of models', async () => {
    const { ai } = await withSdk({ apiKey: 'another-key' });
    const create = await refusal(ai.interactions.create({ model, input: 'x' }, once));
    expect(create).toMatchObject({ name: 'BadRequestError', status: 400 });
    expect(String(create)).toContain('API key not valid');
    const list = await refusal(ai.models.list());
    expect(list).toMatchObject({ name: 'ApiError', status: 400 });
    expect(String(list)).toContain('API_KEY_INVALID');
  });

  test('a poll that fails once is asked again by the SDK itself', async () => {
    const { ai, emulator } = await withSdk();
    const { id } = await ai.interactions.create({ model, background: true, input: 'x' }, once);
    emulator.setFaults([{ name: 'poll-503', count: 1 }]);
    expect(await refusal(ai.interactions.get(id, {}, once))).toMatchObject({ status: 503 });
    expect((await ai.interactions.get(id)).status).toBe('in_progress');
  });
});

test('the list of models goes over all its pages', async () => {
  const { ai, emulator } = await withSdk();
  const names: (string | undefined)[] = [];
  for await (const each of await ai.models.list({ config: { pageSize: 2 } })) names.push(each.name);
  expect(names).toContain(`models/${model}`);
  expect(names).toContain('models/veo-3.1-generate-preview');
  expect(new Set(names).size).toBe(names.length);
  expect(emulator.requests.length).toBeGreaterThan(1);
  expect((await ai.models.get({ model })).name).toBe(`models/${model}`);
});

describe('Veo', () => {
  test('is not asked for with a key: this SDK refuses that itself', async () => {
    const { ai, emulator } = await withSdk();
    const source = { prompt: 'x' };
    const error = await refusal(ai.models.generateVideos({ model: 'veo-3.1-generate-preview', source }));
    expect(String(error)).toContain('only supported by');
    expect(emulator.requests).toEqual([]);
  });

  async function onAgentPlatform() {
    const made = await withSdk();
    const { httpOptions } = made;
    const ai = new GoogleGenAI({ vertexai: true, apiVersion: 'v1', apiKey: 'any-key', httpOptions });
    async function finish(params: Omit<GenerateVideosParameters, 'model'>) {
      const started = await ai.models.generateVideos({ model: 'veo-3.1-generate-001', ...params });
      made.pass(3000);
      return untilDone(
        () => {
          const operation = new GenerateVideosOperation();
          if (started.name !== undefined) operation.name = started.name;
          return ai.operations.getVideosOperation({ operation });
        },
        ({ done }) => done === true,
      );
    }
    return { ...made, ai, finish };
  }
  const frame = { imageBytes: pngText, mimeType: 'image/png' };

  test('makes videos on the Agent Platform, with what only that has', async () => {
    const { finish, sent, asked } = await onAgentPlatform();
    const ended = await finish({
      source: { prompt: 'a lion', image: frame },
      config: { lastFrame: frame, numberOfVideos: 2, seed: 7, generateAudio: false, durationSeconds: 4 },
    });
    const videos = ended.response?.generatedVideos ?? [];
    expect(videos).toHaveLength(2);
    for (const { video } of videos) expectMp4(Buffer.from(video?.videoBytes ?? '', 'base64'));
    expect(asked[0]).toMatchObject({
      sound: false,
      durationSeconds: 4,
      lastFrame: { mimeType: 'image/png' },
    });
    expect(sent()).toMatchObject({ operationName: ended.name });
  });

  test('extends its bytes and takes references', async () => {
    const { finish, asked } = await onAgentPlatform();
    const first = await finish({ source: { prompt: 'a lion' } });
    const { videoBytes } = first.response?.generatedVideos?.[0]?.video ?? {};
    const video = { ...(videoBytes === undefined ? {} : { videoBytes }), mimeType: 'video/mp4' };
    const longer = await finish({ source: { prompt: 'it sleeps', video } });
    expectMp4(Buffer.from(longer.response?.generatedVideos?.[0]?.video?.videoBytes ?? '', 'base64'));
    expect(asked[1]?.durationSeconds).toBe(15);
    await finish({
      source: { prompt: 'the two meet' },
      config: { referenceImages: [frame, frame].map((each) => ({ image: each })) },
    });
    expect(asked[2]?.references).toHaveLength(2);
  });
});

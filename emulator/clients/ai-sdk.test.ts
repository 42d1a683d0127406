/** The AI SDK's Google provider: Veo over its video models, Omni Flash over its language model for interactions. */
import { createGoogle } from '@ai-sdk/google';
import { APICallError, experimental_generateVideo as generateVideo, generateText } from 'ai';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EmulatorOptions } from '../server.ts';
import { model } from '../test-client.ts';
import { clientBench, expectMp4, png, refusal } from './client-bench.ts';

beforeEach(() => {
  // It prints warnings and hints of its own.
  vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);
});

async function withSdk(options: Partial<EmulatorOptions> = {}, version = 'v1beta') {
  const made = await clientBench({ delayMs: 0, ...options });
  const google = createGoogle({ baseURL: `${made.emulator.url}/${version}`, apiKey: 'any-key' });
  type Options = Omit<Parameters<typeof generateVideo>[0], 'model'>;
  const make = (given: Options) =>
    generateVideo({
      model: google.video(model),
      maxRetries: 0,
      poll: { delay: () => Promise.resolve() },
      // Its own refuses addresses of this machine; the key is in the address.
      async download({ url }) {
        const response = await fetch(url);
        const data = new Uint8Array(await response.arrayBuffer());
        return { data, mediaType: response.headers.get('content-type') ?? undefined };
      },
      ...given,
    });
  return { ...made, google, make };
}

describe('Veo', () => {
  test.each(['v1beta', 'v1'])('makes a video from text over %s', async (version) => {
    const { make, asked, emulator, sent } = await withSdk({}, version);
    const { video, videos, warnings } = await make({
      ...{ prompt: 'a lion walking', aspectRatio: '9:16', resolution: '1280x720', duration: 6, seed: 7 },
      providerOptions: { google: { negativePrompt: 'rain', personGeneration: 'allow_all' } },
    });
    expect(video.mediaType).toBe('video/mp4');
    expectMp4(video.uint8Array);
    expect([videos.length, warnings]).toEqual([1, []]);
    expect(asked[0]).toMatchObject({
      ...{ prompt: 'a lion walking', negativePrompt: 'rain', aspectRatio: '9:16' },
      ...{ width: 720, height: 1280, durationSeconds: 6 },
    });
    expect(sent()).toMatchObject({ parameters: { sampleCount: 1, seed: 7 } });
    expect(emulator.requests[0]?.path).toBe(`/${version}/models/${model}:predictLongRunning`);
    expect(emulator.creates()).toHaveLength(1);
  });

  test('makes a video from an image, and between two', async () => {
    const { make, asked } = await withSdk();
    expectMp4((await make({ prompt: { image: png, text: 'waves' } })).video.uint8Array);
    await make({
      prompt: 'waves',
      frameImages: [
        { image: png, frameType: 'first_frame' },
        { image: png, frameType: 'last_frame' },
      ],
    });
    expect(asked.map(({ image, lastFrame }) => [image?.mimeType, lastFrame?.mimeType])).toEqual([
      ['image/png', undefined],
      ['image/png', 'image/png'],
    ]);
    expect(png.equals(asked[1]?.lastFrame?.data ?? new Uint8Array())).toBe(true);
  });

  test('takes references, whose type it writes in lower case', async () => {
    const { make, asked, sent } = await withSdk();
    await make({ prompt: 'the two meet', inputReferences: [png, { data: png, mediaType: 'image/png' }] });
    expect(sent()).toMatchObject({ instances: [{ referenceImages: [{ referenceType: 'asset' }, {}] }] });
    expect(asked[0]?.references).toHaveLength(2);
  });

  test('says only that there is no video when the filter took it', async () => {
    const { make } = await withSdk();
    const error = await refusal(make({ prompt: 'x [fault:blocked]' }));
    expect(error).toMatchObject({ name: 'GOOGLE_VIDEO_GENERATION_ERROR' });
    expect(String(error)).toContain('No videos in response');
    expect(String(await refusal(make({ prompt: 'x [fault:failed]' })))).toContain('Video generation failed');
  });
});

describe('refusals', () => {
  test('are APICallErrors with status and body, and say whether to try again', async () => {
    const { make, emulator } = await withSdk();
    const cases = [
      ['rate-limit', 429, true],
      ['unavailable', 503, true],
      ['filtered-prompt', 400, false],
      ['retired-model', 404, false],
    ] as const;
    for (const [fault, statusCode, isRetryable] of cases) {
      const error = await refusal(make({ prompt: `x [fault:${fault}]` }));
      expect(APICallError.isInstance(error), fault).toBe(true);
      expect(error, fault).toMatchObject({ statusCode, isRetryable });
    }
    const long = await refusal(make({ prompt: 'x', duration: 5 }));
    expect(long).toMatchObject({ statusCode: 400, data: { error: { status: 'INVALID_ARGUMENT' } } });
    // It lets up to four videos be asked for at once, the service makes one.
    expect(await refusal(make({ prompt: 'x', n: 2 }))).toMatchObject({ statusCode: 400 });
    expect(emulator.creates()).toEqual([]);
  });

  test('a bad key is 400 with its reason', async () => {
    const { make } = await withSdk({ apiKey: 'another-key' });
    const error = await refusal(make({ prompt: 'x' }));
    expect(error).toMatchObject({
      statusCode: 400,
      data: { error: { details: [{ reason: 'API_KEY_INVALID' }, {}] } },
    });
  });
});

describe('Omni Flash', () => {
  const omni = 'gemini-omni-1.2-flash';
  const imagePart = { type: 'file', data: png, mediaType: 'image/png' } as const;

  test('makes a video from text, and goes on from it', async () => {
    const { google, asked, sent } = await withSdk();
    const interaction = google.interactions(omni);
    const made = await generateText({ model: interaction, prompt: 'a lion walking', maxRetries: 0 });
    expect(made.files.map(({ mediaType }) => mediaType)).toEqual(['video/mp4']);
    expectMp4(made.files[0]?.uint8Array ?? new Uint8Array());
    const previousInteractionId = made.finalStep.providerMetadata?.['google']?.['interactionId'];
    expect(previousInteractionId).toMatch(/^v1_/);
    await generateText({
      ...{ model: interaction, prompt: 'at night', maxRetries: 0 },
      providerOptions: { google: { previousInteractionId: previousInteractionId ?? null } },
    });
    expect(sent()).toMatchObject({ model: omni, previous_interaction_id: previousInteractionId });
    expect(asked[1]?.source?.task).toBe('edit');
  });

  test('takes images', async () => {
    const { google, asked } = await withSdk();
    const text = { type: 'text', text: 'waves' } as const;
    await generateText({
      ...{ model: google.interactions(omni), maxRetries: 0 },
      messages: [{ role: 'user', content: [imagePart, text] }],
    });
    expect(asked[0]?.image?.mimeType).toBe('image/png');
  });

  test('is refused with a status too', async () => {
    const { google } = await withSdk();
    const model = google.interactions(omni);
    const error = await refusal(generateText({ model, prompt: 'x [fault:rate-limit]', maxRetries: 0 }));
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ statusCode: 429, isRetryable: true });
    const blocked = await generateText({ model, prompt: 'x [fault:blocked]', maxRetries: 0 });
    expect(blocked.files).toEqual([]);
    expect(blocked.text).toContain('safety filters');
  });
});

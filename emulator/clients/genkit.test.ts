/** Genkit with its Google AI plugin: Veo with a key; it has no Omni Flash. */
import { googleAI } from '@genkit-ai/google-genai';
import { genkit } from 'genkit';
import type { Part } from 'genkit';
import { logger } from 'genkit/logging';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EmulatorOptions } from '../server.ts';
import { model } from '../test-client.ts';
import { clientBench, expectMp4, png, pngText, refusal, untilDone } from './client-bench.ts';

beforeEach(() => {
  // No server for its own tools, and nothing told to anybody.
  vi.stubEnv('GENKIT_ENV', 'prod');
  vi.stubEnv('GENKIT_TELEMETRY_SERVER', undefined);
  vi.stubEnv('ENABLE_FIREBASE_MONITORING', undefined);
  // It prints what it throws as well.
  vi.spyOn(logger, 'error').mockReturnValue();
});

async function withGenkit(options: Partial<EmulatorOptions> = {}, apiVersion = 'v1beta') {
  const made = await clientBench(options);
  const plugin = googleAI({ apiKey: 'any-key', baseUrl: made.emulator.url, apiVersion });
  const ai = genkit({ plugins: [plugin] });
  const start = async (prompt: string | Part[], config: Record<string, unknown> = {}) => {
    const { operation } = await ai.generate({ model: googleAI.model(model), prompt, config });
    if (operation === undefined) throw new Error('no operation');
    return operation;
  };
  return {
    ...{ ...made, ai, plugin, start },
    async finish(prompt: string | Part[], config?: Record<string, unknown>) {
      const operation = await start(prompt, config);
      made.pass(3000);
      return untilDone(
        () => ai.checkOperation(operation),
        ({ done }) => done === true,
      );
    },
  };
}
const image: Part = { media: { url: `data:image/png;base64,${pngText}`, contentType: 'image/png' } };

describe('Veo', () => {
  test.each(['v1beta', 'v1'])('makes a video from text over %s', async (version) => {
    const { ai, start, pass, asked, sent, download, emulator } = await withGenkit({}, version);
    const config = { aspectRatio: '9:16', durationSeconds: 6, negativePrompt: 'rain', resolution: '720p' };
    const operation = await start('a lion walking', { ...config, seed: 7, numberOfVideos: 1 });
    expect((await ai.checkOperation(operation)).done ?? false).toBe(false);
    pass(3000);
    const ended = await untilDone(
      () => ai.checkOperation(operation),
      ({ done }) => done === true,
    );
    const url = ended.output?.message?.content[0]?.media?.url ?? '';
    expectMp4(await download(url));
    expect(asked[0]).toMatchObject({
      ...{ prompt: 'a lion walking', negativePrompt: 'rain', width: 720, height: 1280, durationSeconds: 6 },
    });
    expect(sent()).toMatchObject({ parameters: { seed: 7, numberOfVideos: 1 } });
    expect(emulator.requests[0]?.path).toBe(`/${version}/models/${model}:predictLongRunning`);
  });

  test('makes a video from an image', async () => {
    const { finish, asked } = await withGenkit();
    await finish([{ text: 'waves' }, image]);
    expect(asked[0]?.image?.mimeType).toBe('image/png');
    expect(png.equals(asked[0]?.image?.data ?? new Uint8Array())).toBe(true);
  });

  test('extends a video by its address', async () => {
    const { finish, asked } = await withGenkit();
    const first = await finish('a lion');
    const url = first.output?.message?.content[0]?.media?.url ?? '';
    const longer = await finish([{ text: 'it sleeps' }, { media: { url, contentType: 'video/mp4' } }]);
    expect(longer.output?.message?.content).toHaveLength(1);
    expect(asked[1]).toMatchObject({ durationSeconds: 15, source: { task: 'extend' } });
  });

  test('says that it failed, and nothing at all when the filter took it', async () => {
    const { finish } = await withGenkit();
    expect((await finish('x [fault:failed]')).error?.message).toContain('Video generation failed');
    const blocked = await finish('x [fault:blocked]');
    expect([blocked.done, blocked.output, blocked.error]).toEqual([true, undefined, undefined]);
  });
});

describe('refusals', () => {
  test('are GenkitErrors with the status of the service', async () => {
    const { start, emulator } = await withGenkit();
    const cases = [
      ['rate-limit', 'RESOURCE_EXHAUSTED'],
      ['unavailable', 'UNAVAILABLE'],
      ['filtered-prompt', 'INVALID_ARGUMENT'],
      // It knows no name for 404.
      ['retired-model', 'UNKNOWN'],
    ] as const;
    for (const [fault, status] of cases) {
      const error = await refusal(start(`x [fault:${fault}]`));
      expect(error, fault).toMatchObject({ name: 'GenkitError', status });
    }
    expect(await refusal(start('x', { durationSeconds: 5 }))).toMatchObject({ status: 'INVALID_ARGUMENT' });
    expect(emulator.creates()).toEqual([]);
  });

  test('a bad key is INVALID_ARGUMENT with its reason', async () => {
    const { start } = await withGenkit({ apiKey: 'another-key' });
    const error = await refusal(start('x'));
    expect(error).toMatchObject({ name: 'GenkitError', status: 'INVALID_ARGUMENT' });
    expect(String(error)).toContain('API_KEY_INVALID');
  });
});

test('the list of models is its list of actions', async () => {
  const { plugin } = await withGenkit();
  const names = (await plugin.list?.())?.map(({ name }) => name);
  expect(names).toContain(`googleai/${model}`);
});

/** TanStack AI's Gemini adapter: Veo and Omni Flash, over a Google SDK of its own. */
import { ApiError } from '@google/genai';
import { generateVideo, getVideoJobStatus } from '@tanstack/ai';
import { createGeminiVideo } from '@tanstack/ai-gemini';
import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../server.ts';
import { model } from '../test-client.ts';
import { clientBench, expectMp4, png, pngText, refusal, untilDone } from './client-bench.ts';

const omni = 'gemini-omni-1.1-flash';
const source = { type: 'data', value: pngText, mimeType: 'image/png' } as const;
const text = (content: string) => ({ type: 'text', content }) as const;
type Role = 'start_frame' | 'end_frame' | 'reference';
const image = (role: Role) => ({ type: 'image', source, metadata: { role } }) as const;

async function withAdapter(options: Partial<EmulatorOptions> = {}) {
  const made = await clientBench(options);
  const baseURL = made.emulator.url;
  return {
    ...made,
    veo: createGeminiVideo(model, 'any-key', { baseURL }),
    omniFlash: createGeminiVideo(omni, 'any-key', { baseURL }),
    /** Lets its time pass and polls until it is neither pending nor processing. */
    ended(adapter: Parameters<typeof getVideoJobStatus>[0]['adapter'], jobId: string) {
      made.pass(3000);
      return untilDone(
        () => getVideoJobStatus({ adapter, jobId }),
        ({ status }) => status === 'completed' || status === 'failed',
      );
    },
  };
}

describe('Veo', () => {
  test('makes a video from text', async () => {
    const { veo, ended, asked, download, emulator } = await withAdapter();
    const { jobId } = await generateVideo({
      ...{ adapter: veo, prompt: 'a lion walking', size: '9:16', duration: 6, debug: false },
      modelOptions: { negativePrompt: 'rain', resolution: '720p', numberOfVideos: 1 },
    });
    expect(jobId).toMatch(/^models\/veo-3\.1-generate-preview\/operations\/[a-z0-9]+$/);
    const pending = await getVideoJobStatus({ adapter: veo, jobId });
    expect(pending.status).toBe('processing');
    const done = await ended(veo, jobId);
    expect(done.status).toBe('completed');
    expectMp4(await download(done.url ?? ''));
    expect(asked[0]).toMatchObject({
      ...{ prompt: 'a lion walking', negativePrompt: 'rain', width: 720, height: 1280, durationSeconds: 6 },
    });
    expect(emulator.creates()).toHaveLength(1);
  });

  test('takes a first image, first and last ones, and references', async () => {
    const { veo, asked } = await withAdapter();
    for (const roles of [
      ['start_frame'],
      ['start_frame', 'end_frame'],
      ['reference', 'reference'],
    ] as const) {
      const prompt = [text('waves'), ...roles.map(image)];
      await generateVideo({ adapter: veo, prompt, debug: false });
    }
    expect(
      asked.map(({ image: first, lastFrame, references }) => [first, lastFrame, references.length]),
    ).toEqual([
      [expect.anything(), null, 0],
      [expect.anything(), expect.anything(), 0],
      [null, null, 2],
    ]);
    expect(png.equals(asked[0]?.image?.data ?? new Uint8Array())).toBe(true);
  });

  test('says why it was filtered and why it failed', async () => {
    const { veo, ended } = await withAdapter();
    const end = async (prompt: string) => {
      const { jobId } = await generateVideo({ adapter: veo, prompt, debug: false });
      return ended(veo, jobId);
    };
    expect(await end('x [fault:blocked]')).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('filtered by Responsible-AI') as string,
    });
    expect(await end('x [fault:failed]')).toMatchObject({ status: 'failed' });
    expect(await end('x [fault:empty]')).toMatchObject({ error: 'Veo returned no generated videos.' });
  });
});

describe('Omni Flash', () => {
  test('makes a video inside the answer, and goes on from it', async () => {
    const { omniFlash, ended, asked, sent } = await withAdapter();
    const prompt = 'a lion walking';
    const first = await generateVideo({
      ...{ adapter: omniFlash, prompt, size: '9:16_1080p', duration: 4.5, debug: false },
    });
    const done = await ended(omniFlash, first.jobId);
    expect(done.status).toBe('completed');
    const [head, data = ''] = (done.url ?? '').split(',');
    expect(head).toBe('data:video/mp4;base64');
    expectMp4(Buffer.from(data, 'base64'));
    expect(asked[0]).toMatchObject({ prompt, width: 1080, height: 1920, durationSeconds: 4.5 });
    await generateVideo({
      ...{ adapter: omniFlash, prompt: 'at night', debug: false },
      modelOptions: { previous_interaction_id: first.jobId },
    });
    expect(sent()).toMatchObject({ background: true, response_modalities: ['video'] });
    expect(asked[1]?.source?.task).toBe('edit');
  });

  test('takes images', async () => {
    const { omniFlash, asked } = await withAdapter();
    const prompt = [text('waves'), { type: 'image', source } as const];
    await generateVideo({ adapter: omniFlash, prompt, debug: false });
    await generateVideo({
      ...{ adapter: omniFlash, prompt, debug: false },
      modelOptions: { generation_config: { video_config: { task: 'reference_to_video' } } },
    });
    expect(asked.map(({ image: first, references }) => [first?.mimeType, references.length])).toEqual([
      ['image/png', 0],
      [undefined, 1],
    ]);
  });

  test('says that there is no video when the filter took it', async () => {
    const { omniFlash, ended } = await withAdapter();
    const { jobId } = await generateVideo({ adapter: omniFlash, prompt: 'x [fault:blocked]', debug: false });
    const done = await ended(omniFlash, jobId);
    expect([done.status, done.error]).toEqual(['failed', expect.stringContaining('filtered')]);
  });
});

describe('refusals', () => {
  test('are the errors of the SDK below it', async () => {
    const { veo, omniFlash, emulator } = await withAdapter();
    const limited = await refusal(
      generateVideo({ adapter: veo, prompt: 'x [fault:rate-limit]', debug: false }),
    );
    expect(limited).toBeInstanceOf(Error);
    expect(limited).toMatchObject({ name: ApiError.name, status: 429 });
    const down = await refusal(
      generateVideo({ adapter: veo, prompt: 'x [fault:unavailable]', debug: false }),
    );
    expect(down).toMatchObject({ status: 503 });
    const adapter = omniFlash;
    expect(
      await refusal(generateVideo({ adapter, prompt: 'x [fault:filtered-prompt]', debug: false })),
    ).toMatchObject({
      status: 400,
    });
    expect(emulator.creates()).toEqual([]);
  });

  test('a bad key is 400', async () => {
    const { veo, omniFlash } = await withAdapter({ apiKey: 'another-key' });
    const error = await refusal(generateVideo({ adapter: veo, prompt: 'x', debug: false }));
    expect(error).toMatchObject({ status: 400 });
    expect(String(error)).toContain('API_KEY_INVALID');
    const other = await refusal(generateVideo({ adapter: omniFlash, prompt: 'x', debug: false }));
    expect(other).toMatchObject({ status: 400 });
  });
});

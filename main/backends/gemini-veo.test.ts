/** The backend with the real SDK over real HTTP against the emulator. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/server.ts';
import { tinyMp4 } from '../../tests/support/tiny-mp4.ts';
import { createGeminiVeo } from './gemini-veo.ts';
import type { StartRequest, VideoBackend } from './video-backend.ts';

const apiKey = 'a-key-for-tests';

const lion: StartRequest = {
  model: 'veo-3.1-generate-preview',
  prompt: 'lion walking',
  negativePrompt: null,
  aspectRatio: '16:9',
  resolution: '720p',
  durationSeconds: 8,
  image: null,
};

describe('the Veo backend', () => {
  let emulator: Emulator;
  let backend: VideoBackend;
  let time: number;

  async function start(options: Partial<EmulatorOptions> = {}): Promise<void> {
    time = Date.UTC(2026, 10, 22);
    emulator = await startEmulator({
      clips: { clip: () => Promise.resolve(tinyMp4()) },
      apiKey,
      delayMs: 3_000,
      now: () => time,
      ...options,
    });
    backend = createGeminiVeo({ baseUrl: emulator.url, apiKey, fetch });
  }
  beforeEach(() => start());
  afterEach(() => emulator.close());

  async function accepted(request: StartRequest = lion): Promise<string> {
    const outcome = await backend.start(request);
    if (outcome.kind !== 'accepted') throw new Error(outcome.error.message);
    return outcome.remoteName;
  }

  describe('a create', () => {
    it('says on the wire what was asked for, and nothing else', async () => {
      await accepted({ ...lion, negativePrompt: 'blur', aspectRatio: '9:16', resolution: '1080p' });
      const [request] = emulator.creates();
      expect(request?.path).toBe('/v1beta/models/veo-3.1-generate-preview:predictLongRunning');
      expect(request?.body).toEqual({
        instances: [{ prompt: 'lion walking' }],
        parameters: {
          sampleCount: 1,
          durationSeconds: 8,
          aspectRatio: '9:16',
          resolution: '1080p',
          negativePrompt: 'blur',
        },
      });
    });

    it('carries the key in the header and nowhere else', async () => {
      await accepted();
      const [request] = emulator.creates();
      expect(request?.headers['x-goog-api-key']).toBe(apiKey);
      expect(JSON.stringify([request?.path, request?.body])).not.toContain(apiKey);
    });

    it('sends an image’s bytes unchanged', async () => {
      const data = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 31) % 256);
      await accepted({ ...lion, image: { mimeType: 'image/webp', data } });
      expect(emulator.creates()[0]?.body).toMatchObject({
        instances: [
          {
            prompt: 'lion walking',
            image: { bytesBase64Encoded: Buffer.from(data).toString('base64'), mimeType: 'image/webp' },
          },
        ],
      });
    });

    it.each([
      ['rate-limit', 'rate_limited', true],
      ['rate-limit-bare', 'rate_limited', true],
      ['unavailable', 'service_unavailable', true],
      ['internal', 'service_error', true],
      ['bad-key', 'invalid_key', false],
      ['restricted-key', 'restricted_key', false],
      ['retired-model', 'model_retired', false],
      ['unsupported', 'service_refused', false],
    ] as const)('that is answered with %s was refused: %s', async (name, code, retryable) => {
      emulator.setFaults([{ name }]);
      expect(await backend.start(lion)).toMatchObject({ kind: 'refused', error: { code, retryable } });
      expect(emulator.requests).toHaveLength(1);
    });

    it('repeats how long the service asks to wait', async () => {
      emulator.setFaults([{ name: 'rate-limit', seconds: 23 }]);
      expect(await backend.start(lion)).toMatchObject({
        error: { details: { retryAfterSeconds: 23, charged: false } },
      });
    });

    it('repeats the service’s own words where it has no better ones', async () => {
      emulator.setFaults([{ name: 'unsupported' }]);
      expect(await backend.start(lion)).toMatchObject({
        error: { message: expect.stringContaining('not supported') as string },
      });
    });

    it.each(['cut-create', 'malformed-create'] as const)(
      'whose answer is lost (%s) is unknown, and was sent once',
      async (name) => {
        // A connection that is already open, as in the middle of a day's work: some clients send again on those.
        await accepted();
        emulator.setFaults([{ name }]);
        expect(await backend.start(lion)).toMatchObject({
          kind: 'unknown',
          error: { code: 'unknown_outcome', retryable: false },
        });
        expect(emulator.creates()).toHaveLength(2);
      },
    );

    it('that finds nobody at the address was certainly refused', async () => {
      await emulator.close();
      expect(await backend.start(lion)).toMatchObject({
        kind: 'refused',
        error: { code: 'network', details: { charged: false } },
      });
    });

    it('does not follow a redirect', async () => {
      const seen: string[] = [];
      backend = createGeminiVeo({
        baseUrl: emulator.url,
        apiKey,
        fetch: (_input, init) => {
          seen.push(String(init?.redirect));
          return Promise.reject(new TypeError('fetch failed'));
        },
      });
      await backend.start(lion);
      expect(seen).toEqual(['error']);
    });
  });

  describe('a poll', () => {
    it('is pending until the service is done, then says where the clip is', async () => {
      const name = await accepted();
      expect(await backend.poll(name)).toEqual({ kind: 'pending' });
      time += 3_000;
      expect(await backend.poll(name)).toEqual({
        kind: 'done',
        videoUri: expect.stringMatching(/\/v1beta\/files\/[a-z0-9]+:download\?alt=media$/) as string,
      });
    });

    it.each([
      ['blocked', 'blocked', 'blocked'],
      ['failed', 'failed', 'service_error'],
      ['empty', 'failed', 'empty_result'],
    ] as const)('of an operation that ends %s says so', async (fault, kind, code) => {
      emulator.setFaults([{ name: fault }]);
      const name = await accepted();
      time += 3_000;
      expect(await backend.poll(name)).toMatchObject({ kind, error: { code } });
    });

    it('of a blocked operation gives the service’s reason, and that it is not charged', async () => {
      emulator.setFaults([{ name: 'blocked' }]);
      const name = await accepted();
      time += 3_000;
      const outcome = await backend.poll(name);
      if (outcome.kind !== 'blocked') throw new Error(outcome.kind);
      expect(outcome.error.message).toMatch(/^Video generation blocked: /);
      expect(outcome.error.message).toContain(outcome.error.details?.serviceMessage);
      expect(outcome.error.details?.charged).toBe(false);
    });

    it('of an operation that the service does not know says that it is gone', async () => {
      const name = 'models/veo-3.1-generate-preview/operations/nobodyknows';
      expect(await backend.poll(name)).toMatchObject({ kind: 'gone', error: { code: 'expired' } });
    });

    it.each(['poll-500', 'poll-503', 'poll-cut', 'poll-malformed'] as const)(
      'that fails with %s says nothing about the operation',
      async (name) => {
        const operation = await accepted();
        emulator.setFaults([{ name }]);
        expect((await backend.poll(operation)).kind).toBe('unreachable');
        emulator.setFaults([]);
        expect((await backend.poll(operation)).kind).toBe('pending');
      },
    );
  });

  it('gives the key to downloads from the service’s own origin only', () => {
    const headers = (url: string) => backend.downloadHeaders(new URL(url));
    expect(headers(`${emulator.url}/v1beta/files/a:download`)).toEqual({ 'x-goog-api-key': apiKey });
    expect(headers(`http://localhost:${emulator.port}/v1beta/files/a:download`)).toEqual({});
    expect(headers('https://storage.googleapis.com/a')).toEqual({});
  });
});

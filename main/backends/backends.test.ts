/** One table of tests for every backend: the real SDK over real HTTP against the emulator. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../emulator/server.ts';
import { downloadClip } from '../services/generation/download.ts';
import { createNodeDownload } from '../network/node-download.ts';
import { temporaryFolder } from '../storage/test-bench.ts';
import { apiKey, clip, emulatorBench, lionFor, services, token } from './backends-bench.ts';
import { timesMissingUntilGone } from './video-backend.ts';
import type { VideoBackend } from './video-backend.ts';

describe.each(services)('$name', (service) => {
  let emulator: Emulator;
  let backend: VideoBackend;
  let pass: (ms: number) => void;
  const lion = lionFor(service);

  beforeEach(async () => {
    ({ emulator, pass } = await emulatorBench());
    backend = service.make(emulator.url);
  });
  afterEach(() => emulator.close());

  async function accepted(): Promise<string> {
    const outcome = await backend.start(lion);
    if (outcome.kind !== 'accepted') throw new Error(outcome.error.message);
    return outcome.remoteName;
  }

  async function finished(): Promise<string> {
    const name = await accepted();
    pass(3_000);
    const outcome = await backend.poll(name);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.videoUri;
  }

  const posts = () =>
    emulator.requests.filter(({ path: asked }) => decodeURIComponent(asked) === service.createPath);

  const downloader = createNodeDownload();

  async function download(uri: string, by = backend, folder?: string, send: typeof fetch = downloader) {
    const partFile = path.join(folder ?? (await temporaryFolder()), 'clip.part');
    const result = await downloadClip({
      ...{ url: by.downloadUrl(uri), partFile, fetch: by.downloadThrough?.(send) ?? send },
      partEtag: null,
      beginsAnew: () => undefined,
      headersFor: (url) => by.downloadHeaders(url),
      signal: new AbortController().signal,
    });
    return { result, partFile };
  }

  describe('a create', () => {
    it('goes out once, to the right place, with the credentials in a header only', async () => {
      await accepted();
      expect(posts()).toHaveLength(1);
      const [request] = emulator.creates();
      expect(request?.headers['x-goog-api-key'] ?? request?.headers['authorization']).toMatch(
        new RegExp(`^(${apiKey}|Bearer ${token})$`),
      );
      expect(JSON.stringify([request?.path, request?.body])).not.toMatch(new RegExp(`${apiKey}|${token}`));
    });

    it.each([
      ['rate-limit', 'rate_limited', true],
      ['rate-limit-bare', 'rate_limited', true],
      ['unavailable', 'service_unavailable', true],
      ['internal', 'service_error', true],
      ['bad-key', 'invalid_key', false],
      ['restricted-key', 'restricted_key', false],
      ['api-off', 'restricted_key', false],
      ['retired-model', 'model_retired', false],
      ['unsupported', 'service_refused', false],
    ] as const)(
      'that is answered with %s was refused: %s, and is not repeated',
      async (name, code, retryable) => {
        emulator.setFaults([{ name }]);
        expect(await backend.start(lion)).toMatchObject({ kind: 'refused', error: { code, retryable } });
        expect(posts()).toHaveLength(1);
      },
    );

    it.each(['google', 'array', 'short'] as const)('reads a refusal in the form %s', async (form) => {
      emulator.setFaults([{ name: 'unsupported', form }]);
      expect(await backend.start(lion)).toMatchObject({
        kind: 'refused',
        error: { code: 'service_refused', message: expect.stringContaining('not supported') as string },
      });
    });

    it('repeats how long the service asks to wait', async () => {
      emulator.setFaults([{ name: 'rate-limit', seconds: 23 }]);
      expect(await backend.start(lion)).toMatchObject({
        error: { details: { retryAfterSeconds: 23, charged: false } },
      });
    });

    it.each(['cut-create', 'malformed-create', 'refuse'] as const)(
      'whose answer is lost (%s) is unknown, and was sent once',
      async (name) => {
        // A connection that is already open, as in the middle of a day's work: some clients send again on those.
        await accepted();
        emulator.setFaults([{ name }]);
        expect(await backend.start(lion)).toMatchObject({
          kind: 'unknown',
          error: { code: 'unknown_outcome', retryable: false },
        });
        expect(posts()).toHaveLength(2);
      },
    );

    it('that finds nobody at the address was certainly refused', async () => {
      await emulator.close();
      expect(await backend.start(lion)).toMatchObject({
        kind: 'refused',
        error: { code: 'network', details: { charged: false } },
      });
    });

    it.each([502, 504, 408])(
      'that a gateway answers with %i is unknown, and was sent once',
      async (status) => {
        let sent = 0;
        backend = service.make(emulator.url, () => {
          sent += 1;
          return Promise.resolve(new Response('Bad gateway', { status }));
        });
        expect((await backend.start(lion)).kind).toBe('unknown');
        expect(sent).toBe(1);
      },
    );

    it('that breaks off on the way is unknown, and was sent once', async () => {
      let sent = 0;
      backend = service.make(emulator.url, () => {
        sent += 1;
        const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        return Promise.reject(new TypeError('fetch failed', { cause: reset }));
      });
      expect((await backend.start(lion)).kind).toBe('unknown');
      expect(sent).toBe(1);
    });

    it('that is answered with something without a name is unknown', async () => {
      backend = service.make(emulator.url, () => Promise.resolve(Response.json({})));
      expect((await backend.start(lion)).kind).toBe('unknown');
    });

    it('does not follow a redirect', async () => {
      const seen: unknown[] = [];
      backend = service.make(emulator.url, (_input, init) => {
        seen.push(init?.redirect);
        return Promise.reject(new TypeError('fetch failed'));
      });
      await backend.start(lion);
      expect(seen).toEqual(['error']);
    });
  });

  describe('a poll', () => {
    it('is pending until the service is done', async () => {
      const name = await accepted();
      expect(await backend.poll(name)).toEqual({ kind: 'pending' });
      pass(3_000);
      expect((await backend.poll(name)).kind).toBe('done');
    });

    it.each([
      ['blocked', 'blocked', 'blocked'],
      ['failed', 'failed', 'service_error'],
      ['empty', 'failed', 'empty_result'],
    ] as const)('of an operation that ends %s says so', async (fault, kind, code) => {
      emulator.setFaults([{ name: fault, reason: 'The reason of the service.' }]);
      const name = await accepted();
      pass(3_000);
      const outcome = await backend.poll(name);
      expect(outcome).toMatchObject({ kind, error: { code } });
      if (fault !== 'empty') expect(JSON.stringify(outcome)).toContain('The reason of the service.');
      if (fault === 'blocked') expect(outcome).toMatchObject({ error: { details: { charged: false } } });
    });

    it('of an operation that the service does not know says that it is gone', async () => {
      const name = await accepted();
      emulator.setFaults([{ name: 'poll-404' }]);
      expect(await backend.poll(name)).toMatchObject({ kind: 'gone', error: { code: 'expired' } });
    });

    it.each(['poll-500', 'poll-503', 'poll-cut', 'poll-malformed', 'multiple-credentials'] as const)(
      'that fails with %s says nothing about the operation, and is sent once',
      async (name) => {
        const operation = await accepted();
        const before = emulator.requests.length;
        emulator.setFaults([{ name }]);
        expect((await backend.poll(operation)).kind).toBe('unreachable');
        expect(emulator.requests).toHaveLength(before + 1);
        emulator.setFaults([]);
        expect((await backend.poll(operation)).kind).toBe('pending');
      },
    );

    it('with a key that is refused meanwhile says nothing about the operation', async () => {
      const operation = await accepted();
      const other = service.make(emulator.url, () =>
        Promise.resolve(
          Response.json(
            { error: { code: 403, message: 'blocked', status: 'PERMISSION_DENIED' } },
            { status: 403 },
          ),
        ),
      );
      expect(await other.poll(operation)).toMatchObject({
        kind: 'unreachable',
        error: { code: 'restricted_key' },
      });
    });
  });

  describe('a download', () => {
    it('brings the clip', async () => {
      const { result, partFile } = await download(await finished());
      expect(result).toEqual({ kind: 'saved', sizeBytes: clip.length });
      expect((await readFile(partFile)).equals(clip)).toBe(true);
    });

    it('brings it after a restart too', async () => {
      const uri = await finished();
      const { result } = await download(uri, service.make(emulator.url));
      expect(result.kind).toBe('saved');
    });

    it('is left to the one who downloads, but for what came inside an answer', async () => {
      const uri = await finished();
      const asked: string[] = [];
      const { result } = await download(uri, backend, undefined, (input, init) => {
        asked.push(input instanceof Request ? input.url : String(input));
        return downloader(input, init);
      });
      expect(result.kind).toBe('saved');
      expect(asked).toEqual(uri.startsWith('inline:') ? [] : [backend.downloadUrl(uri).href]);
    });

    it('of a clip that the service has deleted says that it is gone', async () => {
      const uri = await finished();
      emulator.setFaults([{ name: 'file-404' }, { name: 'poll-404' }]);
      const by = service.make(emulator.url);
      // What was inside an answer is asked for as an operation is: one "not found" says nothing.
      for (let times = 1; uri.startsWith('inline:') && times < timesMissingUntilGone; times += 1) {
        expect((await download(uri, by)).result.kind).toBe('failed');
      }
      const { result } = await download(uri, by);
      expect(result).toMatchObject({ kind: 'expired', error: { code: 'expired' } });
    });

    it('that cannot be had now is worth another try', async () => {
      const uri = await finished();
      await emulator.close();
      const { result } = await download(uri, service.make(emulator.url));
      expect(result.kind).toBe('failed');
    });

    it('does not carry the credentials to another origin', async () => {
      const uri = await finished();
      emulator.setFaults([{ name: 'redirect' }]);
      const { result } = await download(uri);
      expect(result.kind).toBe('saved');
      const headers = JSON.stringify(emulator.redirected.map((request) => request.headers));
      expect(headers).not.toMatch(new RegExp(`${apiKey}|${token}`));
    });

    it('goes on where an earlier one broke off', async () => {
      const uri = await finished();
      const folder = await temporaryFolder();
      emulator.setFaults([{ name: 'download-cut-once' }]);
      const first = await download(uri, backend, folder);
      const { result, partFile } =
        first.result.kind === 'saved' ? first : await download(uri, backend, folder);
      expect(result).toEqual({ kind: 'saved', sizeBytes: clip.length });
      expect((await readFile(partFile)).equals(clip)).toBe(true);
    });
  });
});

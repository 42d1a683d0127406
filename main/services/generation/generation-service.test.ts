import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Phase, ServiceId } from '../../../preload/contract/domain.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { timesMissingUntilGone } from '../../backends/video-backend.ts';
import type { PollOutcome, StartOutcome, StartRequest, VideoBackend } from '../../backends/video-backend.ts';
import { createClipRows } from '../../storage/clip-rows.ts';
import { openDb } from '../../storage/db.ts';
import type { Db } from '../../storage/db.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { migrate } from '../../storage/migrate.ts';
import { createOperationRows } from '../../storage/operation-rows.ts';
import { createQueueRows } from '../../storage/queue-rows.ts';
import { createUploadRows } from '../../storage/upload-rows.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createGenerationService } from './generation-service.ts';
import type { GenerationRequest } from './generation-request.ts';
import type { GenerationService } from './generation-service.ts';
import { backoffMs } from './backoff.ts';

const pollMs = 5_000;
const problem = (code: AppError['code']): AppError => ({ code, message: `It was ${code}.`, retryable: true });

const lion: GenerationRequest = {
  prompt: 'lion walking',
  negativePrompt: null,
  aspectRatio: '16:9',
  resolution: '720p',
  duration: '8',
  sessionId: null,
  model: null,
  image: null,
};

/** A 1×1 PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A service that does what the test says. */
function fakeBackend() {
  const starts: StartRequest[] = [];
  const answers: ((outcome: StartOutcome) => void)[] = [];
  const polls = new Map<string, PollOutcome[]>();
  let autoAccept = true;
  const backend: VideoBackend = {
    start(request) {
      starts.push(request);
      const remoteName = `models/veo/operations/op${starts.length}`;
      if (autoAccept) return Promise.resolve({ kind: 'accepted', remoteName });
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    },
    poll(remoteName) {
      const next = polls.get(remoteName)?.shift();
      return Promise.resolve(next ?? { kind: 'pending' });
    },
    downloadUrl: (videoUri) => new URL(videoUri),
    downloadHeaders: () => ({}),
  };
  return {
    backend,
    starts,
    /** Answers of creates that wait, in their order. */
    answers,
    holdCreates() {
      autoAccept = false;
    },
    nextPolls(operation: number, ...outcomes: PollOutcome[]) {
      polls.set(`models/veo/operations/op${operation}`, outcomes);
    },
  };
}

describe('the engine', () => {
  let folder: string;
  let db: Db;
  const running: GenerationService[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-engine-'));
    db = openDb(':memory:');
    migrate(db, () => undefined);
  });
  afterEach(async () => {
    for (const service of running.splice(0)) void service.stop();
    db.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** One run of the app: what is in the database and in the folder outlives it. */
  function openApp(
    options: {
      service?: Result<ServiceId>;
      download?: () => Response;
      backend?: VideoBackend | null;
      /** Prompts that a budget holds. */
      held?: Set<string>;
    } = {},
  ) {
    const service = fakeBackend();
    const { clock, advance } = createFakeClock();
    const operations = createOperationRows(db);
    const changes: { id: string; phase: Phase }[] = [];
    const saved: string[] = [];
    const libraryFolder = path.join(folder, 'library');
    const engine = createGenerationService({
      operations,
      clips: createClipRows(db),
      uploads: createUploadRows(db),
      media: createMediaFiles(folder),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      fetch: () => Promise.resolve(options.download?.() ?? new Response(tinyMp4())),
      concurrency: () => 2,
      queue: createQueueRows(db),
      moved: () => undefined,
      currentService: () => options.service ?? ok('gemini'),
      backendFor: () => (options.backend === undefined ? service.backend : options.backend),
      pollMs: () => pollMs,
      libraryFolder: () => libraryFolder,
      random: () => 0,
      changed(id) {
        changes.push({ id, phase: phaseOf(id) });
      },
      mayStart: ({ prompt }) => (options.held?.has(prompt) === true ? { period: 'day', budgetUsd: 5 } : null),
      saved: (id) => saved.push(id),
    });
    running.push(engine);
    const row = (id: string) => {
      const found = operations.find(id);
      if (!found) throw new Error('No such operation.');
      return found.operation;
    };
    const phaseOf = (id: string): Phase => row(id).phase;
    const submit = async (request: Partial<GenerationRequest> = {}): Promise<string> => {
      const result = await engine.submit({ ...lion, ...request });
      if (!result.ok) throw new Error(result.error.message);
      return result.value[0] ?? '';
    };
    const reaches = (id: string, phase: Phase) =>
      vi.waitFor(() => {
        expect(phaseOf(id)).toBe(phase);
      });
    return {
      ...service,
      engine,
      clock,
      advance,
      operations,
      changes,
      saved,
      libraryFolder,
      row,
      phaseOf,
      submit,
      reaches,
    };
  }

  const done: PollOutcome = { kind: 'done', videoUri: 'https://service.example/files/1:download?alt=media' };

  it('leaves what is held in the queue, lets others pass, and sends it once when it is let go', async () => {
    const held = new Set(['dear']);
    const app = openApp({ held });
    await app.engine.start();
    const dear = await app.submit({ prompt: 'dear' });
    const cheap = await app.submit({ prompt: 'cheap' });
    await app.reaches(cheap, 'processing');
    expect(app.phaseOf(dear)).toBe('queued');
    app.engine.wake();
    expect(app.starts.map(({ prompt }) => prompt)).toEqual(['cheap']);
    held.clear();
    app.engine.wake();
    app.engine.wake();
    await app.reaches(dear, 'processing');
    expect(app.starts.map(({ prompt }) => prompt)).toEqual(['cheap', 'dear']);
  });

  describe('one operation', () => {
    it('goes from the queue to a file in the library, with its row written before the request leaves', async () => {
      const app = openApp();
      const phasesAtStart: Phase[] = [];
      const start = app.backend.start.bind(app.backend);
      app.backend.start = (request) => {
        phasesAtStart.push(app.operations.page(1)[0]?.operation.phase ?? 'error');
        return start(request);
      };
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      expect(phasesAtStart).toEqual(['submitting']);
      expect(app.row(id)).toMatchObject({ remoteName: 'models/veo/operations/op1', estimatedUsd: 3.2 });

      app.nextPolls(1, { kind: 'pending' }, done);
      await app.advance(pollMs);
      expect(app.phaseOf(id)).toBe('processing');
      await app.advance(pollMs);
      await app.reaches(id, 'completed');
      expect(await readdir(app.libraryFolder)).toEqual(['2026-11-22 lion walking 8s 720p.mp4']);
      expect(app.saved).toEqual([id]);
      expect(app.changes.map(({ phase }) => phase)).toEqual([
        'queued',
        'submitting',
        'processing',
        'downloading',
        'completed',
      ]);
    });

    it('asks the service for exactly what was asked for', async () => {
      const app = openApp();
      await app.engine.start();
      await app.submit({
        negativePrompt: 'blur',
        aspectRatio: '9:16',
        resolution: '1080p',
        image: { name: 'lion.png', data: png },
      });
      await vi.waitFor(() => {
        expect(app.starts).toHaveLength(1);
      });
      expect(app.starts[0]).toEqual({
        model: 'veo-3.1-generate-preview',
        prompt: 'lion walking',
        negativePrompt: 'blur',
        aspectRatio: '9:16',
        resolution: '1080p',
        durationSeconds: 8,
        image: { mimeType: 'image/png', data: png },
        ...{ lastFrame: null, referenceImages: [], source: null },
        ...{ personGeneration: null, seed: null, generateAudio: true },
      });
    });

    it.each([
      ['blocked', { kind: 'blocked', error: problem('blocked') }],
      ['error', { kind: 'failed', error: problem('service_error') }],
      ['expired', { kind: 'gone', error: problem('expired') }],
    ] as const)('ends as %s when the service says so, with the service’s words', async (phase, outcome) => {
      const app = openApp();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      // That it does not know the operation has to be said more than once.
      const times = outcome.kind === 'gone' ? timesMissingUntilGone : 1;
      app.nextPolls(1, ...Array<PollOutcome>(times).fill(outcome));
      for (let time = 1; time < times; time += 1) {
        await app.advance(time === 1 ? pollMs : backoffMs(pollMs, time - 1));
        expect(app.phaseOf(id)).toBe('processing');
      }
      await app.advance(times === 1 ? pollMs : backoffMs(pollMs, times - 1));
      expect(app.row(id)).toMatchObject({ phase, error: outcome.error, finishedAt: app.clock.now() });
    });

    it('is asked after for ever while the service cannot be reached, less and less often', async () => {
      const app = openApp();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      const unreachable: PollOutcome = { kind: 'unreachable', error: problem('network') };
      app.nextPolls(1, ...Array<PollOutcome>(30).fill(unreachable), { kind: 'pending' }, done);
      await app.advance(20 * 60_000);
      expect(app.row(id)).toMatchObject({ phase: 'processing', error: { code: 'network' } });
      await app.advance(20 * 60_000);
      await app.reaches(id, 'completed');
      expect(app.row(id).error).toBeNull();
    });

    it('is downloaded again until the file is whole', async () => {
      const bodies = ['<html>not a clip</html>', tinyMp4().slice(0, 20), tinyMp4()];
      const app = openApp({ download: () => new Response(bodies.shift()) });
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      app.nextPolls(1, done);
      await app.advance(pollMs);
      await vi.waitFor(() => {
        expect(app.row(id).error?.code).toBe('download_failed');
      });
      expect(await readdir(app.libraryFolder)).toEqual([]);
      await vi.waitFor(async () => {
        await app.advance(60_000);
        expect(app.phaseOf(id)).toBe('completed');
      });
      expect(await readdir(app.libraryFolder)).toEqual(['2026-11-22 lion walking 8s 720p.mp4']);
    });

    it('expires when the service has deleted the clip', async () => {
      const app = openApp({ download: () => new Response(null, { status: 404 }) });
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      app.nextPolls(1, done);
      await app.advance(pollMs);
      await app.reaches(id, 'expired');
      expect(await readdir(app.libraryFolder)).toEqual([]);
    });
  });

  describe('never bills twice', () => {
    it.each([
      ['refused', 'service_refused', 'error'],
      ['unknown', 'network', 'unknown'],
    ] as const)('a create that is %s (%s) is not sent again by itself', async (kind, code, phase) => {
      const app = openApp();
      app.holdCreates();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'submitting');
      app.answers[0]?.({ kind, error: problem(code) });
      await app.reaches(id, phase);
      await app.advance(60 * 60_000);
      expect(app.starts).toHaveLength(1);
    });

    it('an operation that was being sent when the app ended becomes unknown, and stays unsent', async () => {
      const before = openApp();
      before.holdCreates();
      await before.engine.start();
      const id = await before.submit();
      await before.reaches(id, 'submitting');
      void before.engine.stop();

      const after = openApp();
      await after.engine.start();
      expect(after.row(id)).toMatchObject({
        phase: 'unknown',
        error: { code: 'unknown_outcome', retryable: false },
      });
      await after.advance(60 * 60_000);
      expect(after.starts).toEqual([]);
    });

    it('refuses what cannot be made before anything is written or sent', async () => {
      const app = openApp();
      await app.engine.start();
      const refused = async (request: Partial<GenerationRequest>) => {
        const result = await app.engine.submit({ ...lion, ...request });
        return result.ok ? null : result.error.code;
      };
      expect(await refused({ resolution: '1080p', duration: '4' })).toBe('invalid_duration');
      expect(await refused({ model: 'veo-99' })).toBe('invalid_model');
      expect(await refused({ image: { name: 'a.png', data: Buffer.from('<svg/>') } })).toBe('invalid_image');
      expect(app.operations.page(10)).toEqual([]);
      expect(app.starts).toEqual([]);
    });

    it('without a service says so, and writes nothing', async () => {
      const app = openApp({ service: fail(problem('client_not_initialized')) });
      await app.engine.start();
      expect(await app.engine.submit(lion)).toMatchObject({
        ok: false,
        error: { code: 'client_not_initialized' },
      });
      expect(app.operations.page(10)).toEqual([]);
    });

    it('sends nothing for an operation whose key is gone, and says so', async () => {
      const app = openApp({ backend: null });
      await app.engine.start();
      const id = await app.submit();
      expect(app.row(id)).toMatchObject({
        phase: 'error',
        error: { code: 'client_not_initialized', details: { charged: false } },
      });
    });

    it('sends nothing when the image has gone from the disk meanwhile', async () => {
      const app = openApp();
      const id = await app.submit({ image: { name: 'lion.png', data: png } });
      await rm(path.join(folder, 'uploads'), { recursive: true });
      await app.engine.start();
      await app.reaches(id, 'error');
      expect(app.row(id).error).toMatchObject({ code: 'file_missing', details: { charged: false } });
      expect(app.starts).toEqual([]);
    });
  });

  describe('the queue', () => {
    it('lets two be made at the same time and sends the rest in order', async () => {
      const app = openApp();
      await app.engine.start();
      const ids: string[] = [];
      for (const prompt of ['one', 'two', 'three', 'four']) ids.push(await app.submit({ prompt }));
      await vi.waitFor(() => {
        expect(ids.map(app.phaseOf)).toEqual(['processing', 'processing', 'queued', 'queued']);
      });
      expect(ids.map((id) => app.operations.queuePosition(id))).toEqual([null, null, 1, 2]);
      app.nextPolls(2, { kind: 'failed', error: problem('service_error') });
      await app.advance(pollMs);
      await vi.waitFor(() => {
        expect(ids.map(app.phaseOf)).toEqual(['processing', 'error', 'processing', 'queued']);
      });
      expect(app.starts.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'three']);
    });

    it('sends nothing before the app has started up, and nothing after it was stopped', async () => {
      const app = openApp();
      await app.submit();
      expect(app.starts).toEqual([]);
      await app.engine.start();
      expect(app.starts).toHaveLength(1);
      await app.engine.stop();
      await app.submit();
      app.engine.wake();
      expect(app.starts).toHaveLength(1);
    });

    it('waits, when the app is closed, for the answer to a create that is under way', async () => {
      const app = openApp();
      app.holdCreates();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'submitting');
      let isStopped = false;
      const stopping = app.engine.stop().then(() => {
        isStopped = true;
      });
      await app.advance(1_000);
      expect(isStopped).toBe(false);
      app.answers[0]?.({ kind: 'accepted', remoteName: 'models/veo/operations/op1' });
      await stopping;
      expect(app.row(id)).toMatchObject({ phase: 'processing', remoteName: 'models/veo/operations/op1' });
    });

    it('skips what the user has removed', async () => {
      const app = openApp();
      const id = await app.submit();
      app.operations.update(id, { deletedAt: 1 });
      await app.engine.start();
      expect(app.starts).toEqual([]);
    });
  });

  describe('a service that asks for patience', () => {
    const busy = (details: AppError['details']): StartOutcome => ({
      kind: 'refused',
      error: { ...problem('rate_limited'), ...(details ? { details } : {}) },
    });

    it('gets nothing before the time it asked for, then one request, then the rest', async () => {
      const app = openApp();
      app.holdCreates();
      await app.engine.start();
      const ids: string[] = [];
      for (const prompt of ['one', 'two', 'three']) ids.push(await app.submit({ prompt }));
      await vi.waitFor(() => {
        expect(app.answers).toHaveLength(2);
      });
      app.answers[0]?.(busy({ retryAfterSeconds: 23 }));
      app.answers[1]?.(busy({ retryAfterSeconds: 20 }));
      await vi.waitFor(() => {
        expect(ids.map(app.phaseOf)).toEqual(['queued', 'queued', 'queued']);
      });
      expect(ids.map((id) => app.operations.queuePosition(id))).toEqual([1, 2, 3]);
      expect(app.engine.retryAt(ids[0] ?? '')).toBe(app.clock.now() + 23_000);
      await app.advance(22_999);
      expect(app.starts).toHaveLength(2);
      await app.advance(1);
      expect(app.starts.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'one']);
      app.answers[2]?.({ kind: 'accepted', remoteName: 'models/veo/operations/op1' });
      await vi.waitFor(() => {
        expect(app.starts.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'one', 'two']);
      });
      expect(app.row(ids[0] ?? '')).toMatchObject({ phase: 'processing', error: null });
    });

    it('gives up an overloaded service after four more tries, and says so', async () => {
      const app = openApp();
      app.backend.start = (request) => {
        app.starts.push(request);
        return Promise.resolve({ kind: 'refused', error: problem('service_unavailable') });
      };
      await app.engine.start();
      const id = await app.submit();
      await app.advance(10 * 60_000);
      expect(app.row(id)).toMatchObject({ phase: 'error', error: { code: 'service_unavailable' } });
      expect(app.starts).toHaveLength(5);
    });

    it('waits for the network however long it is gone, and sends once it is back', async () => {
      const app = openApp();
      let isOnline = false;
      const start = app.backend.start.bind(app.backend);
      app.backend.start = (request) =>
        isOnline ? start(request) : Promise.resolve({ kind: 'refused', error: problem('network') });
      await app.engine.start();
      const id = await app.submit();
      await app.advance(10 * 60_000);
      expect(app.row(id)).toMatchObject({ phase: 'queued', error: { code: 'network' } });
      isOnline = true;
      await app.advance(60_000);
      expect(app.phaseOf(id)).toBe('processing');
      expect(app.starts).toHaveLength(1);
    });

    it('does not get what was deleted while it waited', async () => {
      const app = openApp();
      app.holdCreates();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'submitting');
      app.answers[0]?.(busy({ retryAfterSeconds: 5 }));
      await app.reaches(id, 'queued');
      app.operations.update(id, { deletedAt: 1 });
      await app.advance(60_000);
      expect(app.starts).toHaveLength(1);
    });
  });

  describe('the same request once more', () => {
    it('is an operation of its own, with the same image, and leaves the old one alone', async () => {
      const app = openApp();
      app.holdCreates();
      await app.engine.start();
      const id = await app.submit({ negativePrompt: 'blur', image: { name: 'lion.png', data: png } });
      await vi.waitFor(() => {
        expect(app.answers).toHaveLength(1);
      });
      app.answers[0]?.({ kind: 'unknown', error: problem('unknown_outcome') });
      await app.reaches(id, 'unknown');
      const again = app.engine.again(id);
      if (!again.ok) throw new Error(again.error.message);
      await vi.waitFor(() => {
        expect(app.starts).toHaveLength(2);
      });
      expect(app.starts[1]).toEqual(app.starts[0]);
      expect(app.phaseOf(id)).toBe('unknown');
      expect(again.value).not.toBe(id);
    });

    it('goes to another model when the user says so, with what that one makes of it, at its price', async () => {
      const app = openApp();
      await app.engine.start();
      const id = await app.submit({ negativePrompt: 'blur', resolution: '4k', seed: null });
      await app.reaches(id, 'processing');
      app.operations.update(id, { phase: 'error' });
      const again = app.engine.again(id, 'veo-3.1-lite-generate-preview');
      if (!again.ok) throw new Error(again.error.message);
      await app.reaches(again.value, 'processing');
      expect(app.starts[1]).toMatchObject({
        model: 'veo-3.1-lite-generate-preview',
        negativePrompt: 'blur',
        resolution: '1080p',
      });
      expect(app.operations.find(again.value)?.operation).toMatchObject({ estimatedUsd: 0.64 });

      const omni = app.engine.again(id, 'gemini-omni-1.2-flash');
      if (!omni.ok) throw new Error(omni.error.message);
      await app.reaches(omni.value, 'processing');
      expect(app.starts[2]).toMatchObject({ negativePrompt: null, resolution: '4k' });

      expect(app.engine.again(id, 'no-model')).toMatchObject({ ok: false, error: { code: 'invalid_model' } });
      app.operations.update(id, { mode: 'extend' });
      expect(app.engine.again(id, 'gemini-omni-1.2-flash')).toMatchObject({
        ok: false,
        error: { code: 'not_offered', details: { charged: false } },
      });
      expect(app.starts).toHaveLength(3);
    });

    it('is refused for what is being made, and for what is not there', async () => {
      const app = openApp();
      await app.engine.start();
      const id = await app.submit();
      await app.reaches(id, 'processing');
      expect(app.engine.again(id)).toMatchObject({ ok: false, error: { code: 'operation_running' } });
      expect(app.engine.again('nobody')).toMatchObject({ ok: false, error: { code: 'operation_not_found' } });
      app.operations.update(id, { phase: 'error', deletedAt: 1 });
      expect(app.engine.again(id)).toMatchObject({ ok: false, error: { code: 'operation_not_found' } });
      expect(app.starts).toHaveLength(1);
    });
  });

  it('asks after everything at once when the computer wakes up', async () => {
    const app = openApp();
    await app.engine.start();
    const id = await app.submit();
    await app.reaches(id, 'processing');
    app.nextPolls(1, done);
    app.engine.resume();
    await app.advance(0);
    await app.reaches(id, 'completed');
  });

  describe('across a restart', () => {
    it('goes on asking after what is being made', async () => {
      const before = openApp();
      await before.engine.start();
      const id = await before.submit();
      await before.reaches(id, 'processing');
      void before.engine.stop();

      const after = openApp();
      await after.engine.start();
      after.nextPolls(1, done);
      await after.advance(pollMs);
      await after.reaches(id, 'completed');
      expect(after.starts).toEqual([]);
    });

    it('brings a clip whose download was cut off', async () => {
      const before = openApp({ download: () => new Response(null, { status: 503 }) });
      await before.engine.start();
      const id = await before.submit();
      await before.reaches(id, 'processing');
      before.nextPolls(1, done);
      await before.advance(pollMs);
      await vi.waitFor(() => {
        expect(before.row(id).error?.code).toBe('download_failed');
      });
      void before.engine.stop();

      const after = openApp();
      await after.engine.start();
      await after.reaches(id, 'completed');
      expect(await readdir(after.libraryFolder)).toEqual(['2026-11-22 lion walking 8s 720p.mp4']);
    });

    it('takes the file that was moved just before the end, without a second copy', async () => {
      const before = openApp();
      await before.engine.start();
      const id = await before.submit();
      await before.reaches(id, 'processing');
      void before.engine.stop();
      // File first, row second: the app ended between the two.
      const fileName = 'my lion.mp4';
      const clip = tinyMp4(999);
      await mkdir(before.libraryFolder, { recursive: true });
      await writeFile(path.join(before.libraryFolder, fileName), clip);
      before.operations.update(id, {
        phase: 'downloading',
        remoteUri: 'https://service.example/1',
        fileName,
      });

      const after = openApp({ download: () => new Response('nothing any more', { status: 404 }) });
      await after.engine.start();
      await after.reaches(id, 'completed');
      expect(await readdir(after.libraryFolder)).toEqual([fileName]);
      expect(Buffer.compare(await readFile(path.join(after.libraryFolder, fileName)), clip)).toBe(0);
    });

    it('sweeps half files that nobody waits for, and nothing else', async () => {
      const app = openApp();
      await mkdir(app.libraryFolder, { recursive: true });
      await writeFile(path.join(app.libraryFolder, '.zoetrope-gone.part'), 'half');
      await writeFile(path.join(app.libraryFolder, 'holiday.part'), 'not ours');
      await app.engine.start();
      expect(await readdir(app.libraryFolder)).toEqual(['holiday.part']);
    });
  });

  it('gives two clips of one prompt that end together a name each', async () => {
    const app = openApp();
    await app.engine.start();
    const ids = [await app.submit(), await app.submit()];
    await vi.waitFor(() => {
      expect(ids.map(app.phaseOf)).toEqual(['processing', 'processing']);
    });
    app.nextPolls(1, done);
    app.nextPolls(2, done);
    await app.advance(pollMs);
    for (const id of ids) await app.reaches(id, 'completed');
    expect((await readdir(app.libraryFolder)).sort()).toEqual([
      '2026-11-22 lion walking 8s 720p (2).mp4',
      '2026-11-22 lion walking 8s 720p.mp4',
    ]);
  });
});

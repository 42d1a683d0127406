import { expect, onTestFinished, test } from 'vitest';
import { phases } from '../../../preload/contract/domain.ts';
import type { ModelService } from '../../../preload/contract/models.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { timesMissingUntilGone } from '../../backends/video-backend.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { temporaryFolder, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createGenerationService } from './generation-service.ts';
import type { GenerationRequest } from './generation-request.ts';

const pollMs = 5_000;
const dayMs = 24 * 60 * 60_000;

const lion: GenerationRequest = {
  ...{ prompt: 'a lion', negativePrompt: null, aspectRatio: '16:9', resolution: '720p', duration: '4' },
  ...{ sessionId: null, model: null, image: null },
};

const noAccess: AppError = { code: 'client_not_initialized', message: 'No key for it.', retryable: false };

/** A service that knows one operation, and that one only for the key that made it. */
async function bench(missing?: ModelService) {
  let without = missing;
  const data = await temporaryFolder();
  const tables = testTables();
  const { clock, advance } = createFakeClock();
  let account = 'first';
  let isGone = false;
  let polls = 0;
  const backend: VideoBackend = {
    get account() {
      return account;
    },
    start: () => Promise.resolve({ kind: 'accepted', remoteName: 'models/veo/operations/1' }),
    poll() {
      polls += 1;
      if (account === 'first' && !isGone) return Promise.resolve({ kind: 'pending' });
      const error = { code: 'expired', message: 'Not known.', retryable: true } as const;
      return Promise.resolve({ kind: 'gone', error });
    },
    downloadUrl: (videoUri) => new URL(videoUri),
    downloadHeaders: () => ({}),
  };
  const engine = createGenerationService({
    ...tables,
    media: createMediaFiles(data),
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch,
    concurrency: () => 2,
    moved: () => undefined,
    currentService: () => ok('gemini'),
    backendFor: () => backend,
    refusalOf: ({ service }) => (service === without ? noAccess : null),
    pollMs: () => pollMs,
    libraryFolder: () => data,
    random: () => 0,
    changed: () => undefined,
    saved: () => undefined,
  });
  onTestFinished(() => engine.stop());
  await engine.start();
  const sent = await engine.submit(lion);
  if (!sent.ok) throw new Error(sent.error.message);
  await advance(pollMs);
  return {
    engine,
    count: () => tables.operations.inPhase(...phases).length,
    advance,
    row: () => tables.operations.find(sent.value[0] ?? '')?.operation,
    polls: () => polls,
    useKey(name: string) {
      account = name;
    },
    loseKey(service: ModelService) {
      without = service;
    },
    deleteIt() {
      isGone = true;
    },
    async askOften() {
      for (let time = 0; time < 2 * timesMissingUntilGone; time += 1) await advance(60_000);
    },
  };
}

test('an operation is written down with the key that it was made with', async () => {
  const { row } = await bench();
  expect(row()).toMatchObject({ phase: 'processing', account: 'first' });
});

test('“not found” for another key is no news of an operation: it waits for its own key', async () => {
  const { row, useKey, askOften, advance, polls } = await bench();
  useKey('second');
  await askOften();
  expect(polls()).toBeGreaterThan(timesMissingUntilGone);
  expect(row()).toMatchObject({
    phase: 'processing',
    error: {
      code: 'restricted_key',
      message: expect.stringContaining('belongs to another key or project') as string,
    },
  });
  useKey('first');
  await advance(60_000);
  expect(row()).toMatchObject({ phase: 'processing', error: null });
});

test('“not found” for another key counts once the service keeps nothing of that age', async () => {
  const { row, useKey, advance, askOften } = await bench();
  useKey('second');
  await advance(4 * dayMs);
  await askOften();
  expect(row()?.phase).toBe('expired');
});

test('“not found” for the operation’s own key counts', async () => {
  const { row, deleteIt, askOften } = await bench();
  deleteIt();
  await askOften();
  expect(row()?.phase).toBe('expired');
});

test('a model that the keys do not have is refused before anything is kept', async () => {
  const { engine, count } = await bench('agent-platform');
  const refused = { ok: false, error: noAccess };
  expect(await engine.submit({ ...lion, model: 'veo-3.1-generate-001' })).toEqual(refused);
  expect(count()).toBe(1);
});

test('asking once more for a clip of a service without a key is refused too', async () => {
  const { engine, row, deleteIt, askOften, loseKey } = await bench();
  deleteIt();
  await askOften();
  loseKey('gemini');
  expect(engine.again(row()?.id ?? '')).toEqual({ ok: false, error: noAccess });
});

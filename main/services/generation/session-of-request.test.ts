import { expect, test } from 'vitest';
import { ok } from '../../../preload/contract/result.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { sessionRow, temporaryFolder, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import type { GenerationRequest } from './generation-request.ts';
import { createGenerationService } from './generation-service.ts';

const request: GenerationRequest = {
  prompt: 'lion walking',
  negativePrompt: null,
  aspectRatio: '16:9',
  resolution: '720p',
  duration: '8',
  sessionId: 'zoo',
  model: null,
  image: null,
};

test('a session that a request makes is written with it, or not at all', async () => {
  const { operations, queue, clips, uploads, sessions } = testTables();
  const folder = await temporaryFolder();
  const { clock } = createFakeClock();
  let isFull = true;
  const engine = createGenerationService({
    operations: {
      ...operations,
      insert(row, images) {
        if (isFull) throw new Error('database or disk is full');
        operations.insert(row, images);
      },
    },
    ...{ clips, uploads, queue, clock, media: createMediaFiles(folder), fetch, random: () => 0 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sessionFor(asked) {
      const id = asked ?? 'default';
      if (sessions.find(id) === null) sessions.insert(sessionRow(id));
      return id;
    },
    ...{ concurrency: () => 1, currentService: () => ok('gemini'), backendFor: () => null },
    ...{ pollMs: () => 5_000, libraryFolder: () => folder },
    ...{ moved: () => undefined, saved: () => undefined, changed: () => undefined },
  });
  await expect(engine.submit(request)).rejects.toThrow('full');
  expect(sessions.find('zoo')).toBeNull();

  isFull = false;
  const written = await engine.submit(request);
  expect(written.ok && operations.find(written.value[0] ?? '')?.operation.sessionId).toBe('zoo');
  expect(sessions.find('zoo')).not.toBeNull();
});

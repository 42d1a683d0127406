import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Phase, ServiceId } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import type { PollOutcome, StartOutcome } from '../../backends/video-backend.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { createOperationRows } from '../../storage/operation-rows.ts';
import type { OperationRow } from '../../storage/records.ts';
import { operationRow, testId, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createGenerationService } from './generation-service.ts';

const problem = (code: AppError['code'], retryable = true): AppError => ({ code, message: 'No.', retryable });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

/** A service whose creates and polls are answered by the test, and an app in front of it. */
async function bench(settings: { concurrency?: number } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-queue-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const tables = testTables();
  const creates: { prompt: string; answer: (outcome: StartOutcome) => void }[] = [];
  const polls: { remoteName: string; answer: (outcome: PollOutcome) => void }[] = [];
  const limits = { concurrency: settings.concurrency ?? 2 };
  const moved = vi.fn();
  const { clock, advance } = createFakeClock();
  let service: ServiceId = 'gemini';

  const open = () =>
    createGenerationService({
      ...tables,
      operations: createOperationRows(tables.db),
      media: createMediaFiles(folder),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      fetch: () => Promise.resolve(new Response(tinyMp4())),
      concurrency: () => limits.concurrency,
      currentService: () => ok(service),
      backendFor: () => ({
        start: ({ prompt }) =>
          new Promise((answer) => {
            creates.push({ prompt, answer });
          }),
        poll: (remoteName) =>
          new Promise((answer) => {
            polls.push({ remoteName, answer });
          }),
        downloadUrl: (uri) => new URL(uri),
        downloadHeaders: () => ({}),
      }),
      pollMs: () => 5_000,
      libraryFolder: () => path.join(folder, 'library'),
      random: () => 0,
      changed: () => undefined,
      moved,
      saved: () => undefined,
    });
  const engine = open();
  onTestFinished(() => {
    // Creates that a test left open are never answered.
    void engine.stop();
  });

  const row = (number: number): OperationRow => {
    const found = tables.operations.find(testId(number));
    if (!found) throw new Error('No such operation.');
    return found.operation;
  };
  const add = (count: number, changes: Partial<OperationRow> = {}): void => {
    for (let number = 1; number <= count; number += 1) {
      tables.operations.insert(operationRow(number, { service: 'gemini', estimatedUsd: 3.2, ...changes }));
    }
  };
  const answer = async (index: number, outcome: StartOutcome): Promise<void> => {
    creates[index]?.answer(outcome);
    await advance(0);
  };
  const reaches = (number: number, phase: Phase) =>
    vi.waitFor(() => {
      expect(row(number).phase).toBe(phase);
    });
  return {
    ...tables,
    engine,
    open,
    creates,
    polls,
    limits,
    moved,
    advance,
    row,
    add,
    answer,
    reaches,
    sent: () => creates.map(({ prompt }) => prompt),
    useService(next: ServiceId) {
      service = next;
    },
  };
}

const accepted = (name = 'operations/1'): StartOutcome => ({ kind: 'accepted', remoteName: name });

describe('how many are made at a time', () => {
  test('is asked at each turn: more are sent at once, fewer only as the others end', async () => {
    const { engine, add, sent, limits, answer, engine: app } = await bench({ concurrency: 1 });
    add(12);
    await engine.start();
    expect(sent()).toHaveLength(1);
    limits.concurrency = 8;
    app.wake();
    expect(sent()).toHaveLength(8);
    limits.concurrency = 2;
    app.wake();
    for (let index = 0; index < 6; index += 1) {
      await answer(index, { kind: 'refused', error: problem('service_refused') });
    }
    expect(sent(), 'two are still being made').toHaveLength(8);
    await answer(6, { kind: 'refused', error: problem('service_refused') });
    expect(sent()).toHaveLength(9);
  });
});

describe('a paused queue', () => {
  test('sends nothing, over a restart too; what is being made goes on; then it sends in its order', async () => {
    const { engine, open, add, sent, queue, answer, polls, advance, reaches } = await bench();
    add(4);
    await engine.start();
    queue.setPaused(true);
    await answer(0, accepted('operations/1'));
    await answer(1, { kind: 'refused', error: problem('service_refused') });
    engine.wake();
    await advance(5_000);
    polls[0]?.answer({ kind: 'done', videoUri: 'https://service.example/1' });
    await advance(0);
    await reaches(1, 'completed');
    await advance(600_000);
    expect(sent()).toEqual(['Prompt 1', 'Prompt 2']);

    await engine.stop();
    const next = open();
    await next.start();
    await advance(600_000);
    expect(sent()).toHaveLength(2);
    queue.setPaused(false);
    next.wake();
    expect(sent()).toEqual(['Prompt 1', 'Prompt 2', 'Prompt 3', 'Prompt 4']);
  });

  test('names no time for the next try of what was refused', async () => {
    const { engine, add, queue, answer } = await bench();
    add(1);
    await engine.start();
    await answer(0, { kind: 'refused', error: problem('rate_limited') });
    expect(engine.retryAt(testId(1))).not.toBeNull();
    queue.setPaused(true);
    expect(engine.retryAt(testId(1))).toBeNull();
  });
});

describe('a long queue', () => {
  test('of a service that waits is not read at all, and does not stand in the way of another', async () => {
    const { engine, add, operations, answer, sent, queue } = await bench();
    add(120);
    operations.insert(operationRow(121, { service: 'demo', queueOrder: 121 }));
    await engine.start();
    await answer(0, { kind: 'refused', error: problem('rate_limited') });
    expect(sent()).toEqual(['Prompt 1', 'Prompt 2', 'Prompt 121']);
    const waiting = vi.spyOn(queue, 'waiting');
    await answer(1, { kind: 'refused', error: problem('rate_limited') });
    await answer(2, accepted());
    expect(waiting.mock.results.map(({ value }) => value as unknown[]).flat()).toEqual([]);
  });

  test('is looked through past everything that a budget holds', async () => {
    const tables = await bench();
    tables.add(180);
    const engine = createGenerationServiceHolding(tables, (id) => id !== testId(170));
    await engine.start();
    expect(tables.sent()).toEqual(['Prompt 170']);
  });
});

/** The same app with something that holds operations back. */
function createGenerationServiceHolding(
  tables: Awaited<ReturnType<typeof bench>>,
  isHeld: (id: string) => boolean,
) {
  const { creates } = tables;
  const { clock } = createFakeClock();
  return createGenerationService({
    ...tables,
    media: createMediaFiles('/nowhere'),
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch: () => Promise.reject(new Error('Nothing is downloaded.')),
    concurrency: () => 2,
    currentService: () => ok('gemini'),
    backendFor: () => ({
      start: ({ prompt }) =>
        new Promise((answer) => {
          creates.push({ prompt, answer });
        }),
      poll: () => Promise.resolve({ kind: 'pending' }),
      downloadUrl: (uri) => new URL(uri),
      downloadHeaders: () => ({}),
    }),
    pollMs: () => 5_000,
    libraryFolder: () => '/nowhere/library',
    random: () => 0,
    changed: () => undefined,
    saved: () => undefined,
    mayStart: ({ id }) => (isHeld(id) ? { period: 'day', budgetUsd: 1 } : null),
  });
}

describe('cancelling', () => {
  test('after it was sent: it ends with its name kept, is not asked after, and makes room for the next', async () => {
    const { engine, add, answer, row, sent, polls, advance } = await bench({ concurrency: 1 });
    add(2);
    await engine.start();
    await answer(0, accepted());
    expect(engine.cancel(testId(1))).toEqual({ ok: true, value: null });
    expect(row(1)).toMatchObject({
      phase: 'error',
      remoteName: 'operations/1',
      error: { code: 'cancelled', retryable: false },
    });
    expect(row(1).error?.details?.charged, 'nobody knows whether it is charged').toBeUndefined();
    expect(row(1).finishedAt).not.toBeNull();
    expect(sent()).toEqual(['Prompt 1', 'Prompt 2']);
    await advance(60_000);
    expect(polls).toEqual([]);
  });

  test('while the service is being asked: its answer is not taken', async () => {
    const { engine, add, answer, row, polls, advance } = await bench();
    add(1);
    await engine.start();
    await answer(0, accepted());
    await advance(5_000);
    engine.cancel(testId(1));
    polls[0]?.answer({ kind: 'done', videoUri: 'https://service.example/1' });
    await advance(60_000);
    expect(row(1)).toMatchObject({ phase: 'error', error: { code: 'cancelled' } });
    expect(polls).toHaveLength(1);
  });

  test('and following again brings the clip without a second create, after a restart too', async () => {
    const { engine, open, add, answer, row, sent, polls, advance, reaches } = await bench();
    add(1);
    await engine.start();
    await answer(0, accepted());
    engine.cancel(testId(1));
    await engine.stop();

    const next = open();
    await next.start();
    expect(next.followAgain(testId(1))).toEqual({ ok: true, value: null });
    expect(row(1)).toMatchObject({ phase: 'processing', error: null, finishedAt: null });
    expect(next.followAgain(testId(1)).ok, 'it is followed already').toBe(false);
    await advance(0);
    expect(polls.map(({ remoteName }) => remoteName)).toEqual(['operations/1']);
    polls[0]?.answer({ kind: 'done', videoUri: 'https://service.example/1' });
    await advance(0);
    await reaches(1, 'completed');
    expect(sent()).toEqual(['Prompt 1']);
    await next.stop();
  });

  const failure = problem('rate_limited');
  test.each<[StartOutcome, Partial<OperationRow>]>([
    [accepted(), { phase: 'error', remoteName: 'operations/1' }],
    [
      { kind: 'refused', error: failure },
      { phase: 'error', remoteName: null },
    ],
    [
      { kind: 'refused', error: problem('service_refused') },
      { phase: 'error', remoteName: null },
    ],
    [
      { kind: 'unknown', error: problem('unknown_outcome', false) },
      { phase: 'unknown', error: problem('unknown_outcome', false) },
    ],
  ])('while it is being sent waits for the answer: %j', async (outcome, end) => {
    const { engine, add, answer, row, sent, advance } = await bench();
    add(1);
    await engine.start();
    expect(engine.cancel(testId(1)).ok).toBe(true);
    expect(row(1).phase, 'the create cannot be taken back').toBe('submitting');
    expect(engine.isCancelling(testId(1))).toBe(true);
    await answer(0, outcome);
    expect(row(1)).toMatchObject(end);
    if (outcome.kind !== 'unknown') expect(row(1).error?.code).toBe('cancelled');
    if (outcome.kind === 'refused') expect(row(1).error?.details?.charged).toBe(false);
    if (outcome.kind === 'accepted') expect(row(1).error?.details?.charged).toBeUndefined();
    expect(engine.isCancelling(testId(1))).toBe(false);
    await advance(600_000);
    expect(sent()).toEqual(['Prompt 1']);
  });

  test('is refused for what waits, is being saved or has ended, and for what is not there', async () => {
    const { engine, operations } = await bench();
    for (const [index, phase] of (['queued', 'downloading', 'completed', 'unknown'] as const).entries()) {
      operations.insert(operationRow(index + 1, { phase }));
      expect(codeOf(engine.cancel(testId(index + 1)))).toBe('operation_running');
      expect(codeOf(engine.followAgain(testId(index + 1)))).toBe('operation_running');
    }
    operations.insert(operationRow(5, { phase: 'processing', remoteName: 'name', deletedAt: 1 }));
    expect(codeOf(engine.cancel(testId(5)))).toBe('operation_not_found');
    expect(codeOf(engine.followAgain(testId(9)))).toBe('operation_not_found');
  });
});

test('asking once more for a finished clip is a new operation at today’s price, free in demo mode', async () => {
  const { engine, operations, row, useService } = await bench();
  operations.insert(operationRow(1, { phase: 'completed', service: 'gemini', estimatedUsd: 1 }));
  expect(engine.priceAgain(row(1))).toBeCloseTo(3.2);
  const again = engine.again(testId(1));
  expect(again.ok && operations.find(again.value)?.operation).toMatchObject({
    prompt: 'Prompt 1',
    phase: 'queued',
    estimatedUsd: 3.2,
    overAllowedAt: null,
  });
  expect(row(1).phase).toBe('completed');
  useService('demo');
  expect(engine.priceAgain(row(1))).toBe(0);
});

import { describe, expect, test } from 'vitest';
import type { AppError } from '../../preload/contract/result.ts';
import { phases } from '../../preload/contract/domain.ts';
import {
  clipRow,
  operationRow,
  sessionRow,
  testId,
  testTables,
  uploadRow,
  nothingMore,
} from './test-bench.ts';
import type { OperationRow } from './records.ts';

test('a last frame and references come back in their order, and go with their operation', () => {
  const { db, operations, uploads } = testTables();
  const [one, two, three, four] = [1, 2, 3, 4].map((number) => uploadRow(number));
  if (!one || !two || !three || !four) throw new Error('No uploads.');
  for (const row of [one, two, three, four]) uploads.insert(row);
  operations.insert(operationRow(1, { mode: 'frames', uploadId: one.id }), {
    lastFrame: two,
    references: [],
  });
  operations.insert(operationRow(2, { mode: 'references' }), { lastFrame: null, references: [four, three] });
  expect(operations.find(testId(1))).toMatchObject({ upload: one, lastFrame: two, references: [] });
  expect(operations.find(testId(2))).toMatchObject({
    upload: null,
    lastFrame: null,
    references: [four, three],
  });
  expect(uploads.sweep()).toEqual([]);
  operations.forget(testId(2));
  expect(db.all('SELECT 1 FROM operation_images')).toHaveLength(1);
  expect(uploads.sweep().sort()).toEqual([three.sha256, four.sha256]);
});

test('what was asked for beside the prompt comes back as it was written', () => {
  const { operations } = testTables();
  const extras: Partial<OperationRow> = {
    ...{ mode: 'extend', sourceId: testId(1), sourceName: 'models/m/operations/o', sourceUri: 'https://h/f' },
    ...{ sourcePrompt: 'a lion', extensions: 3, personGeneration: 'allow_adult', seed: 4_294_967_295 },
    ...{ audio: false, groupId: 'group', take: 2, takes: 4 },
  };
  operations.insert(operationRow(1));
  operations.insert(operationRow(2, extras));
  expect(operations.find(testId(2))).toMatchObject({ operation: extras, hasSource: true });
  expect(operations.find(testId(1))?.operation).toMatchObject({ audio: true, seed: null });
  operations.update(testId(1), { deletedAt: 5 });
  expect(operations.find(testId(2))?.hasSource).toBe(false);
});

test('a last frame and references come back in their order, and go with their operation', () => {
  const { db, operations, uploads } = testTables();
  const [one, two, three, four] = [1, 2, 3, 4].map((number) => uploadRow(number));
  if (!one || !two || !three || !four) throw new Error('No uploads.');
  for (const row of [one, two, three, four]) uploads.insert(row);
  operations.insert(operationRow(1, { mode: 'frames', uploadId: one.id }), {
    lastFrame: two,
    references: [],
  });
  operations.insert(operationRow(2, { mode: 'references' }), { lastFrame: null, references: [four, three] });
  expect(operations.find(testId(1))).toMatchObject({ upload: one, lastFrame: two, references: [] });
  expect(operations.find(testId(2))).toMatchObject({
    upload: null,
    lastFrame: null,
    references: [four, three],
  });
  expect(uploads.sweep()).toEqual([]);
  operations.forget(testId(2));
  expect(db.all('SELECT 1 FROM operation_images')).toHaveLength(1);
  expect(uploads.sweep().sort()).toEqual([three.sha256, four.sha256]);
});

test('what was asked for beside the prompt comes back as it was written', () => {
  const { operations } = testTables();
  const extras = {
    mode: 'extend',
    personGeneration: 'allow_adult',
    ...{ sourceId: testId(1), sourceName: 'models/m/operations/o', sourceUri: 'https://h/f' },
    ...{ sourcePrompt: 'a lion', extensions: 3, seed: 4_294_967_295 },
    ...{ audio: false, groupId: 'group', take: 2, takes: 4 },
  } as const;
  operations.insert(operationRow(1));
  operations.insert(operationRow(2, extras));
  expect(operations.find(testId(2))).toMatchObject({ operation: extras, hasSource: true });
  expect(operations.find(testId(1))?.operation).toMatchObject({ audio: true, seed: null });
  operations.update(testId(1), { deletedAt: 5 });
  expect(operations.find(testId(2))?.hasSource).toBe(false);
});

test('an operation is found as it was written, with its first frame and its clip', () => {
  const { operations, uploads, clips, sessions } = testTables();
  const error: AppError = {
    code: 'blocked',
    message: 'Video generation blocked',
    retryable: true,
    details: { charged: false },
  };
  const row = operationRow(1, {
    service: 'gemini',
    prompt: 'A lion — “walking”\n走るライオン 🦁',
    negativePrompt: 'rain',
    sessionId: 'session',
    uploadId: testId(7),
    estimatedUsd: 3.2,
    phase: 'completed',
    remoteName: 'models/m/operations/o',
    remoteUri: 'https://host.example/file',
    fileName: 'clip 1.mp4',
    error,
    submittedAt: 1,
    acceptedAt: 2,
    finishedAt: 3,
  });
  sessions.insert(sessionRow('session'));
  uploads.insert(uploadRow(7));
  operations.insert(row);
  clips.insert(clipRow(1, { width: 1280, height: 720, durationSeconds: 8.04, hasPoster: true }));

  expect(operations.find(testId(1))).toEqual({
    operation: row,
    marks: { favourite: false, rating: 0 },
    upload: uploadRow(7),
    clip: clipRow(1, { width: 1280, height: 720, durationSeconds: 8.04, hasPoster: true }),
    ...nothingMore,
  });
  expect(operations.find(testId(2))).toBeNull();
});

test('an update changes what it names and nothing else', () => {
  const { operations } = testTables();
  operations.insert(operationRow(1));
  operations.insert(operationRow(2));
  operations.update(testId(1), { phase: 'processing', remoteName: 'name' });
  operations.update(testId(1), {});
  expect(operations.find(testId(1))?.operation).toEqual(
    operationRow(1, { phase: 'processing', remoteName: 'name' }),
  );
  expect(operations.find(testId(2))?.operation).toEqual(operationRow(2));

  const error: AppError = { code: 'network', message: 'No network', retryable: true };
  operations.update(testId(1), { error });
  expect(operations.find(testId(1))?.operation.error).toEqual(error);
  operations.update(testId(1), { error: null });
  expect(operations.find(testId(1))?.operation.error).toBeNull();
});

test('an operation cannot name a first frame that is not there, nor a phase that does not exist', () => {
  const { operations } = testTables();
  expect(() => {
    operations.insert(operationRow(1, { uploadId: testId(9) }));
  }).toThrow(/FOREIGN KEY/);
  expect(() => {
    operations.insert(operationRow(1, { phase: 'sleeping' as 'queued' }));
  }).toThrow(/CHECK/);
});

describe('pages', () => {
  test('come newest first, and each begins where the last one ended, equal times too', () => {
    const { operations } = testTables();
    // Seven made in the same millisecond, one before and one after.
    for (let number = 1; number <= 7; number += 1)
      operations.insert(operationRow(number, { createdAt: 5000 }));
    operations.insert(operationRow(8, { createdAt: 4000 }));
    operations.insert(operationRow(9, { createdAt: 6000 }));

    const seen: string[] = [];
    let before: { createdAt: number; id: string } | undefined;
    for (;;) {
      const page = operations.page(2, before);
      const last = page.at(-1);
      if (!last) break;
      expect(page.length).toBeLessThanOrEqual(2);
      seen.push(...page.map(({ operation }) => operation.id));
      before = { createdAt: last.operation.createdAt, id: last.operation.id };
    }
    expect(seen).toEqual([9, 7, 6, 5, 4, 3, 2, 1, 8].map(testId));
  });

  test('leave out what was deleted', () => {
    const { operations } = testTables();
    operations.insert(operationRow(1));
    operations.insert(operationRow(2, { deletedAt: 50 }));
    expect(operations.page(10).map(({ operation }) => operation.id)).toEqual([testId(1)]);
    expect(operations.page(10, { createdAt: 9000, id: testId(9) })).toHaveLength(1);
    expect(operations.find(testId(2))?.operation.deletedAt).toBe(50);
  });
});

describe('the queue', () => {
  test('positions count what waits ahead, whatever was deleted or sent', () => {
    const { operations } = testTables();
    operations.insert(operationRow(1, { queueOrder: 3 }));
    operations.insert(operationRow(2, { queueOrder: 1 }));
    operations.insert(operationRow(3, { queueOrder: 2, deletedAt: 1 }));
    operations.insert(operationRow(4, { queueOrder: 0, phase: 'processing' }));
    expect(operations.queuePosition(testId(2))).toBe(1);
    expect(operations.queuePosition(testId(1))).toBe(2);
    expect(operations.queuePosition(testId(3))).toBeNull();
    expect(operations.queuePosition(testId(4))).toBeNull();
    expect(operations.queuePosition(testId(5))).toBeNull();
  });

  test('a new operation goes to the end', () => {
    const { operations } = testTables();
    expect(operations.nextQueueOrder()).toBe(1);
    operations.insert(operationRow(1, { queueOrder: 4.5, phase: 'completed' }));
    expect(operations.nextQueueOrder()).toBe(5.5);
  });

  test('operations of a phase come in queue order, without deleted ones', () => {
    const { operations } = testTables();
    operations.insert(operationRow(1, { queueOrder: 2 }));
    operations.insert(operationRow(2, { queueOrder: 1 }));
    operations.insert(operationRow(3, { phase: 'processing', queueOrder: 0 }));
    operations.insert(operationRow(4, { deletedAt: 1 }));
    const ids = (...list: Parameters<typeof operations.inPhase>) =>
      operations.inPhase(...list).map(({ operation }) => operation.id);
    expect(ids('queued')).toEqual([testId(2), testId(1)]);
    expect(ids('queued', 'processing')).toEqual([testId(3), testId(2), testId(1)]);
    expect(ids('downloading')).toEqual([]);
  });
});

test('every phase can be kept; finished are those in which nothing more happens', () => {
  const { operations } = testTables();
  phases.forEach((phase, index) => {
    operations.insert(operationRow(index + 1, { phase }));
  });
  operations.insert(operationRow(50, { phase: 'completed', deletedAt: 1 }));
  const finished = operations.finishedIds().map((id) => operations.find(id)?.operation.phase);
  expect(new Set(finished)).toEqual(new Set(['completed', 'blocked', 'unknown', 'expired', 'error']));
  expect(finished).toHaveLength(5);
});

test('deletedIds takes the moment itself', () => {
  const { operations } = testTables();
  operations.insert(operationRow(1, { deletedAt: 99 }));
  operations.insert(operationRow(2, { deletedAt: 100 }));
  operations.insert(operationRow(3, { deletedAt: 101 }));
  operations.insert(operationRow(4));
  expect(operations.deletedIds(100)).toEqual([testId(1), testId(2)]);
});

test('forgetting an operation takes its clip’s row along and nothing else', () => {
  const { operations, clips } = testTables();
  operations.insert(operationRow(1));
  operations.insert(operationRow(2));
  clips.insert(clipRow(1));
  clips.insert(clipRow(2));
  operations.forget(testId(1));
  expect(operations.find(testId(1))).toBeNull();
  expect(clips.withoutPoster(9)).toEqual([testId(2)]);
});

import { expect, test } from 'vitest';
import { phases } from '../../preload/contract/domain.ts';
import type { AppError } from '../../preload/contract/result.ts';
import type { OperationRecord } from '../storage/records.ts';
import { clipRow, operationRow, testId, uploadRow, nothingMore } from '../storage/test-bench.ts';
import { sourceOf, sourceProblem, takenMs } from '../../preload/contract/source-rules.ts';
import type { Asker } from './generation/sources.ts';
import { defaultModel } from './models/catalogue.ts';
import { toOperation, toStatus, toWireRecord } from './operation-view.ts';

const id = testId(1);
const error: AppError = { code: 'blocked', message: 'Video generation blocked', retryable: true };
const createdAt = Date.UTC(2026, 10, 22, 9, 30);

const running: OperationRecord = {
  operation: operationRow(1, { phase: 'processing', createdAt }),
  marks: { favourite: false, rating: 0 },
  upload: null,
  clip: null,
  ...nothingMore,
};

const completed: OperationRecord = {
  operation: operationRow(1, {
    phase: 'completed',
    service: 'gemini',
    negativePrompt: 'rain',
    medium: 'video',
    sessionId: 'session',
    uploadId: testId(5),
    estimatedUsd: 3.2,
    createdAt,
    finishedAt: createdAt + 61_999,
    remoteName: 'models/m/operations/secret',
    remoteUri: 'https://host.example/file',
  }),
  marks: { favourite: true, rating: 4 },
  upload: uploadRow(5),
  clip: clipRow(1, { width: 1280, height: 720, durationSeconds: 8, hasPoster: true }),
  ...nothingMore,
};

const idle = { queuePosition: null, retryAt: null, hold: null, isCancelling: false };

test('status, in the original’s own names', () => {
  expect(toStatus(running, createdAt + 12_345)).toEqual({
    operation_id: id,
    status: 'processing',
    elapsed_seconds: 12,
    phase: 'processing',
  });
  expect(toStatus(completed, createdAt + 999_999)).toEqual({
    operation_id: id,
    status: 'completed',
    elapsed_seconds: 61,
    phase: 'completed',
    video_url: `media://clip/${id}`,
  });
  const failed = { ...running, operation: operationRow(1, { phase: 'blocked', createdAt, error }) };
  expect(toStatus(failed, createdAt)).toEqual({
    operation_id: id,
    status: 'error',
    elapsed_seconds: 0,
    phase: 'blocked',
    error,
  });
});

test('operations, in the original’s own names', () => {
  expect(toWireRecord(running, createdAt)).toEqual({
    operation_id: id,
    status: 'processing',
    elapsed_seconds: 0,
    phase: 'processing',
    created_at: '2026-11-22T09:30:00.000Z',
    request: {
      prompt: 'Prompt 1',
      aspect_ratio: '16:9',
      resolution: '720p',
      duration: '8',
      model: 'veo-3.1-generate-preview',
    },
  });
  expect(toWireRecord(completed, createdAt)?.request).toEqual({
    prompt: 'Prompt 1',
    aspect_ratio: '16:9',
    resolution: '720p',
    duration: '8',
    model: 'veo-3.1-generate-preview',
    negative_prompt: 'rain',
    session_id: 'session',
    image_name: 'frame 5.png',
  });
});

test('every phase is one of the original’s four statuses', () => {
  const statusIn = (phase: (typeof phases)[number]) =>
    toStatus({ ...running, operation: operationRow(1, { phase }) }, 0).status;
  expect(Object.fromEntries(phases.map((phase) => [phase, statusIn(phase)]))).toEqual({
    queued: 'pending',
    submitting: 'pending',
    processing: 'processing',
    downloading: 'processing',
    completed: 'completed',
    blocked: 'error',
    unknown: 'error',
    expired: 'error',
    error: 'error',
  });
});

test('the card has what it shows, and neither paths nor the service’s names', () => {
  const card = toOperation(completed, createdAt, idle);
  expect(card).toEqual({
    id,
    phase: 'completed',
    status: 'completed',
    service: 'gemini',
    group: null,
    extensions: 0,
    isOthers: false,
    inlineBytes: null,
    extendableUntil: null,
    editableUntil: null,
    request: {
      mode: 'image',
      lastFrame: null,
      references: [],
      source: null,
      personGeneration: null,
      seed: null,
      audio: true,
      prompt: 'Prompt 1',
      medium: 'video',
      negativePrompt: 'rain',
      aspectRatio: '16:9',
      resolution: '720p',
      duration: '8',
      model: 'veo-3.1-generate-preview',
      sessionId: 'session',
      image: {
        id: testId(5),
        name: 'frame 5.png',
        mimeType: 'image/png',
        width: 96,
        height: 54,
        sizeBytes: 712,
        url: `media://upload/${testId(5)}`,
      },
    },
    estimatedUsd: 3.2,
    createdAt,
    finishedAt: createdAt + 61_999,
    elapsedSeconds: 61,
    queuePosition: null,
    retryAt: null,
    hold: null,
    isCancelling: false,
    canFollow: false,
    keptUntil: null,
    error: null,
    clip: {
      url: `media://clip/${id}`,
      posterUrl: `media://poster/${id}`,
      fileName: 'clip 1.mp4',
      sizeBytes: 1000,
      width: 1280,
      height: 720,
      durationSeconds: 8,
    },
    favourite: true,
    rating: 4,
  });
  expect(JSON.stringify(card)).not.toMatch(/library|secret|host\.example/);
});

test('a clip without a poster has no address of one; a clock set back gives no negative time', () => {
  const record = { ...completed, clip: clipRow(1) };
  expect(toOperation(record, createdAt, idle).clip?.posterUrl).toBeNull();
  expect(toOperation(running, createdAt - 5000, { ...idle, queuePosition: 3, retryAt: 99 })).toMatchObject({
    elapsedSeconds: 0,
    queuePosition: 3,
    retryAt: 99,
  });
});

test('a clip says what it was made of, which take it is, and until when it can be made into another', () => {
  const now = createdAt + 100_000;
  const record: OperationRecord = {
    ...completed,
    operation: {
      ...completed.operation,
      ...{ mode: 'extend', sourceId: testId(9), sourcePrompt: 'a lion', extensions: 2, readyAt: createdAt },
      ...{ personGeneration: 'allow_all', seed: 3, audio: false, groupId: 'group', take: 2, takes: 3 },
    },
    references: [uploadRow(6)],
  };
  const card = toOperation(record, now, idle);
  expect(card).toMatchObject({
    request: {
      ...{ mode: 'extend', source: { operationId: null, prompt: 'a lion' }, personGeneration: 'allow_all' },
      ...{ seed: 3, audio: false, references: [{ id: testId(6), url: `media://upload/${testId(6)}` }] },
    },
    ...{ group: { id: 'group', take: 2, takes: 3 }, extensions: 2, editableUntil: null },
    extendableUntil: createdAt + takenMs.extend,
  });
  const late = toOperation(record, createdAt + takenMs.extend, idle);
  expect(late.extendableUntil).toBeNull();
  // The form comes to the same answer by the card.
  const wish = { task: 'extend', service: 'gemini', model: defaultModel, aspectRatio: '16:9', now } as const;
  expect(sourceProblem(sourceOf(card, 'extend', defaultModel), wish)).toBeNull();
  expect(sourceProblem(sourceOf(late, 'extend', defaultModel), wish)).toMatch(/for 2 days/);
  expect(toOperation({ ...record, hasSource: true }, now, idle).request.source?.operationId).toBe(testId(9));
  // With another key, or in demo mode, nothing is made of it.
  const mine = { ...record, operation: { ...record.operation, account: 'mine' } };
  const seenBy = (asker: Asker) => toOperation(mine, now, idle, asker);
  const other = seenBy({ service: 'gemini', accountFor: () => 'other' });
  expect(other).toMatchObject({ isOthers: true, extendableUntil: null });
  expect(sourceProblem(sourceOf(other, 'extend', defaultModel), wish)).toMatch(/another key or project/);
  expect(seenBy({ service: 'gemini', accountFor: () => 'mine' })).toMatchObject({
    ...{ isOthers: false, extendableUntil: createdAt + takenMs.extend },
  });
  expect(seenBy({ service: 'demo', accountFor: () => null })).toMatchObject({ extendableUntil: null });
  const inline = { ...record.operation, remoteUri: 'inline:x' };
  expect(toOperation({ ...record, operation: inline }, now, idle).inlineBytes).toBe(record.clip?.sizeBytes);
  const omni = { ...record.operation, model: 'gemini-omni-1.2-flash', remoteUri: null };
  expect(toOperation({ ...record, operation: omni }, now, idle)).toMatchObject({
    ...{ extendableUntil: null, editableUntil: createdAt + takenMs.edit },
  });
  expect(toWireRecord(record, now)?.request).toMatchObject({
    ...{ extend_operation_id: testId(9), reference_names: ['frame 6.png'], person_generation: 'allow_all' },
    ...{ seed: 3, generate_audio: false, group_id: 'group', take: 2, takes: 3 },
  });
});

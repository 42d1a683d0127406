/** What the tests of main share: folders that end with the test, and rows to begin with. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createClipRows } from './clip-rows.ts';
import type { ClipRows } from './clip-rows.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { openDb } from './db.ts';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';
import { createOperationRows } from './operation-rows.ts';
import type { OperationRows } from './operation-rows.ts';
import { createQueueRows } from './queue-rows.ts';
import type { QueueRows } from './queue-rows.ts';
import { noExtras, noImages } from './records.ts';
import type { ClipRow, Marks, OperationRow, UploadRow } from './records.ts';
import { createSessionRows } from './session-rows.ts';
import type { SessionRow, SessionRows } from './session-rows.ts';
import { createSpendRows } from './spend-rows.ts';
import type { SpendRows } from './spend-rows.ts';
import { createUploadRows } from './upload-rows.ts';
import type { UploadRows } from './upload-rows.ts';

/** An empty folder, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestTables {
  db: Db;
  operations: OperationRows;
  queue: QueueRows;
  clips: ClipRows;
  uploads: UploadRows;
  sessions: SessionRows;
  spend: SpendRows;
}

/** A database in memory with the newest schema, closed when the test ends. */
export function testTables(): TestTables {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined);
  return {
    db,
    operations: createOperationRows(db),
    queue: createQueueRows(db),
    clips: createClipRows(db),
    uploads: createUploadRows(db),
    sessions: createSessionRows(db),
    spend: createSpendRows(db),
  };
}

/** A session that was never selected, called like its id. */
export function sessionRow(id: string, changes: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    name: id,
    createdAt: 0,
    usedAt: 0,
    selectedAt: null,
    archivedAt: null,
    removedAt: null,
    ...changes,
  };
}

/** A queued demo operation with the id `00000000-0000-4000-8000-00000000000N`. */
export function operationRow(number: number, changes: Partial<OperationRow> = {}): OperationRow {
  return {
    ...noExtras,
    mode: (changes.uploadId ?? null) === null ? 'text' : 'image',
    id: testId(number),
    service: 'demo',
    model: 'veo-3.1-generate-preview',
    prompt: `Prompt ${number}`,
    negativePrompt: null,
    medium: 'video',
    aspectRatio: '16:9',
    resolution: '720p',
    duration: '8',
    sessionId: firstSessionId,
    uploadId: null,
    estimatedUsd: 0,
    phase: 'queued',
    remoteName: null,
    remoteUri: null,
    readyAt: null,
    account: null,
    fileName: null,
    fileFolder: null,
    partEtag: null,
    deadlineToldAt: null,
    error: null,
    queueOrder: number,
    overAllowedAt: null,
    createdAt: 1000 * number,
    submittedAt: null,
    acceptedAt: null,
    finishedAt: null,
    deletedAt: null,
    ...changes,
  };
}

export function uploadRow(number: number, changes: Partial<UploadRow> = {}): UploadRow {
  return {
    id: testId(number),
    sha256: String(number).repeat(64).slice(0, 64),
    name: `frame ${number}.png`,
    mimeType: 'image/png',
    width: 96,
    height: 54,
    sizeBytes: 712,
    createdAt: 1000 * number,
    ...changes,
  };
}

/** The clip of the operation with the same number, without a poster. */
export function clipRow(number: number, changes: Partial<ClipRow> = {}): ClipRow {
  return {
    operationId: testId(number),
    folder: '/library',
    fileName: `clip ${number}.mp4`,
    sizeBytes: 1000,
    width: null,
    height: null,
    durationSeconds: null,
    hasPoster: false,
    createdAt: 1000 * number,
    ...changes,
  };
}

/** Of a record: no images beside the first frame, no source, and not a part of another. */
export const nothingMore = { ...noImages, hasSource: false, partOf: null };

/** What most operations have. */
export const noMarks: Marks = { favourite: false, rating: 0 };

export function testId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

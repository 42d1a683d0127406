/** A library that was filled before the app is started. */
import { randomUUID } from 'node:crypto';
import { createClipRows } from '../../../main/storage/clip-rows.ts';
import { openLibrary } from '../../../main/storage/open-library.ts';
import { createOperationRows } from '../../../main/storage/operation-rows.ts';
import { createQueueRows } from '../../../main/storage/queue-rows.ts';
import { firstSessionId } from '../../../preload/contract/sessions.ts';
import { createSessionRows } from '../../../main/storage/session-rows.ts';
import { noExtras } from '../../../main/storage/records.ts';
import type { OperationRow } from '../../../main/storage/records.ts';

export type Seed = Pick<OperationRow, 'prompt'> & Partial<OperationRow> & { clipFile?: string };

/** As if the user had paused the queue before the app was closed. */
export function pauseQueue(dataFolder: string): void {
  const { db } = openLibrary(dataFolder);
  createQueueRows(db).setPaused(true);
  db.close();
}

/** As if the service had made all clips so many milliseconds earlier. */
export function ageClips(dataFolder: string, ms: number): void {
  const { db } = openLibrary(dataFolder);
  db.run('UPDATE operations SET ready_at = ready_at - :ms, accepted_at = accepted_at - :ms', { ms });
  db.close();
}

/** Writes finished operations into the database of a data folder, each a second newer than the one before. */
export function seedOperations(dataFolder: string, libraryFolder: string, seeds: readonly Seed[]): void {
  const { db } = openLibrary(dataFolder);
  const operations = createOperationRows(db);
  const clips = createClipRows(db);
  const start = Date.now() - seeds.length * 1000;
  operations.transaction(() => {
    for (const [index, { clipFile, ...seed }] of seeds.entries()) {
      const createdAt = start + index * 1000;
      const row: OperationRow = {
        ...noExtras,
        id: randomUUID(),
        service: 'gemini',
        model: 'veo-3.1-generate-preview',
        medium: 'video',
        negativePrompt: null,
        aspectRatio: '16:9',
        resolution: '720p',
        duration: '8',
        sessionId: firstSessionId,
        uploadId: null,
        estimatedUsd: 3.2,
        phase: clipFile === undefined ? 'error' : 'completed',
        remoteName: null,
        remoteUri: null,
        readyAt: null,
        account: null,
        fileName: clipFile ?? null,
        fileFolder: null,
        partEtag: null,
        deadlineToldAt: null,
        error:
          clipFile === undefined
            ? {
                code: 'service_error',
                message: 'The service had an internal error. Try again.',
                retryable: true,
              }
            : null,
        queueOrder: index + 1,
        overAllowedAt: null,
        createdAt,
        submittedAt: createdAt,
        acceptedAt: createdAt,
        finishedAt: createdAt + 60_000,
        deletedAt: null,
        ...seed,
      };
      operations.insert(row);
      if (clipFile === undefined) continue;
      clips.insert({
        operationId: row.id,
        folder: libraryFolder,
        fileName: clipFile,
        sizeBytes: 1,
        width: null,
        height: null,
        durationSeconds: null,
        hasPoster: false,
        createdAt,
      });
    }
  });
  db.close();
}

/** Sessions whose ids are their names, the last one used last. */
export function seedSessions(dataFolder: string, names: readonly string[]): void {
  const { db } = openLibrary(dataFolder);
  const sessions = createSessionRows(db);
  db.transaction(() => {
    for (const [index, name] of names.entries()) {
      const time = 1_000 + index;
      sessions.insert({
        id: name,
        name,
        createdAt: time,
        usedAt: time,
        selectedAt: null,
        archivedAt: null,
        removedAt: null,
      });
    }
  });
  db.close();
}

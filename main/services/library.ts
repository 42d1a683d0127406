/** One operation or all of them, for scripts and cards; library/ holds what searches and selects. */
import { readFile } from 'node:fs/promises';
import type { Operation } from '../../preload/contract/domain.ts';
import type { OperationImage, OperationPage } from '../../preload/contract/contract.ts';
import type { OperationList, OperationStatus } from '../../preload/contract/video-chat.ts';
import type { Medium } from '../../preload/contract/mediums.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { insideFolder } from '../storage/media-files.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import type { OperationRecord, UploadRow } from '../storage/records.ts';
import type { Clock } from './clock.ts';
import { hasEnded } from './generation/phases.ts';
import { imageFacts } from './images/image-facts.ts';
import { operationNotFound } from './library/errors.ts';
import type { Removing } from './library/removal.ts';
import type { View } from './library/view.ts';
import type { Log } from './log.ts';
import { toStatus, toWireRecord } from './operation-view.ts';

/** What the original's `operations` gives at most. */
const mostAtOnce = 1000;

export interface LibraryDeps {
  operations: OperationRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  view: View;
  removing: Pick<Removing, 'hide' | 'restore'>;
}

export interface Library {
  find(id: string): OperationRecord | null;
  get(id: string): Result<Operation>;
  status(id: string): Result<OperationStatus>;
  /** The newest 1,000 operations, newest first: more would hold up everything else. `page` goes through all. */
  all(): OperationList;
  /** Newest first; of one session, or of all. */
  page(limit: number, before: string | null, sessionId?: string | null): OperationPage;
  /** One of its images; the first frame where `uploadId` is null. */
  image(id: string, uploadId: string | null): Promise<Result<OperationImage>>;
  /** The image that an operation made: its file's bytes. */
  madeImage(id: string): Promise<Result<OperationImage>>;
  /** All images of one conversation, oldest first. */
  conversation(id: string): Result<Operation[]>;
  /** The path of a clip's file, inside the folder it was saved to. */
  clipFile(id: string): Result<string>;
  remove(ids: string[]): Result<{ operationIds: string[] }>;
  restore(ids: string[]): Result<{ operationIds: string[] }>;
  /** Of one session, or of all; clips, images or both. */
  clearFinished(sessionId?: string | null, medium?: Medium | null): Result<{ operationIds: string[] }>;
}

/** A cursor is the last record's creation time and id. */
function toCursor({ operation }: OperationRecord): string {
  return `${operation.createdAt}:${operation.id}`;
}

function fromCursor(cursor: string): { createdAt: number; id: string } | undefined {
  const match = /^(\d{1,16}):(.+)$/.exec(cursor);
  return match?.[1] && match[2] ? { createdAt: Number(match[1]), id: match[2] } : undefined;
}

function imageOf({ upload, lastFrame, references }: OperationRecord, uploadId: string): UploadRow | null {
  return [upload, lastFrame, ...references].find((image) => image?.id === uploadId) ?? null;
}

export function createLibrary(deps: LibraryDeps): Library {
  const { operations, clock, log, view, removing } = deps;

  const live = (id: string): OperationRecord | null => {
    const record = operations.find(id);
    return record && record.operation.deletedAt === null ? record : null;
  };
  function hide(ids: string[]): Result<{ operationIds: string[] }> {
    removing.hide(ids);
    return ok({ operationIds: ids });
  }

  return {
    find: live,
    get(id) {
      const record = live(id);
      return record ? ok(view(record)) : operationNotFound();
    },
    status(id) {
      const record = live(id);
      return record ? ok(toStatus(record, clock.now())) : operationNotFound();
    },
    all() {
      const now = clock.now();
      return {
        operations: operations.page(mostAtOnce).flatMap((record) => toWireRecord(record, now) ?? []),
      };
    },
    page(limit, before, sessionId) {
      const from = before === null ? undefined : fromCursor(before);
      const records = operations.page(limit + 1, from, sessionId ?? undefined);
      const shown = records.slice(0, limit);
      const last = shown.at(-1);
      return {
        operations: shown.map(view),
        nextCursor: records.length > limit && last ? toCursor(last) : null,
      };
    },
    async image(id, uploadId) {
      const record = live(id);
      const upload = record && (uploadId === null ? record.upload : imageOf(record, uploadId));
      if (!upload) return operationNotFound();
      try {
        return ok({
          name: upload.name,
          mimeType: upload.mimeType,
          data: await deps.media.readUpload(upload.sha256),
        });
      } catch (error) {
        log.warn('An image cannot be read', { id, error });
        return fail({
          code: 'file_missing',
          message: 'The image of this request is gone from the disk. Add it again.',
          retryable: false,
        });
      }
    },
    async madeImage(id) {
      const record = live(id);
      const { clip } = record ?? {};
      if (!clip || record?.operation.medium !== 'image') return operationNotFound();
      try {
        const data = await readFile(insideFolder(clip.folder, clip.fileName));
        const facts = imageFacts(data);
        if (facts.kind === 'image') return ok({ name: clip.fileName, mimeType: facts.mimeType, data });
        log.warn('An image of the library is not whole', { id });
      } catch (error) {
        log.warn('An image of the library cannot be read', { id, error });
      }
      return fail({
        code: 'file_missing',
        message:
          'This image is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
        retryable: false,
      });
    },
    conversation(id) {
      if (live(id) === null) return operationNotFound();
      return ok(
        operations
          .conversation(id)
          .flatMap((each) => live(each) ?? [])
          .map(view),
      );
    },
    clipFile(id) {
      const clip = live(id)?.clip;
      return clip ? ok(insideFolder(clip.folder, clip.fileName)) : operationNotFound();
    },
    remove(ids) {
      const records = ids.map(live);
      if (records.some((record) => record === null)) return operationNotFound();
      const running = records.some(
        (record) => record && record.operation.phase !== 'queued' && !hasEnded(record.operation.phase),
      );
      if (running) {
        return fail({
          code: 'operation_running',
          message: 'This clip is being made and may be charged already. Delete it when it is finished.',
          retryable: true,
        });
      }
      return hide(ids);
    },
    restore(ids) {
      const back = removing.restore(ids);
      return back.length === ids.length
        ? ok({ operationIds: back })
        : fail({
            code: 'operation_not_found',
            message:
              'Operation not found. The time to undo is over; look for the file in the trash of this computer.',
            retryable: false,
          });
    },
    clearFinished: (sessionId, medium) =>
      hide(operations.finishedIds(sessionId ?? undefined, medium ?? undefined)),
  };
}

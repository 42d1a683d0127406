/** The gallery's side of the library: pages, removal with undo, and what becomes of removed clips. */
import { undoMs } from '../../preload/contract/domain.ts';
import type { Operation } from '../../preload/contract/domain.ts';
import type { OperationImage, OperationPage } from '../../preload/contract/contract.ts';
import type { OperationList, OperationStatus } from '../../preload/contract/video-chat.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { insideFolder } from '../storage/media-files.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import type { OperationRecord } from '../storage/records.ts';
import type { UploadRows } from '../storage/upload-rows.ts';
import type { Clock } from './clock.ts';
import { hasEnded } from './generation/phases.ts';
import type { Log } from './log.ts';
import { toStatus, toWireRecord } from './operation-view.ts';

export interface LibraryDeps {
  operations: OperationRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  /** Moves a file to the system's trash. Throws when the system has none. */
  trash(file: string): Promise<void>;
  changed(id: string): void;
  removed(ids: string[]): void;
  /** A removed clip's file could not be moved to the trash: it is back in the gallery. */
  trashFailed(): void;
  /** An operation as the windows see it. */
  view(record: OperationRecord): Operation;
  /** One that left the queue or came back to it has moved those behind it. */
  moved(): void;
  /** A queued operation is back. */
  wake(): void;
}

export interface Library {
  find(id: string): OperationRecord | null;
  get(id: string): Result<Operation>;
  status(id: string): Result<OperationStatus>;
  /** Every operation, newest first. */
  all(): OperationList;
  page(limit: number, before: string | null): OperationPage;
  image(id: string): Promise<Result<OperationImage>>;
  /** The path of a clip's file, inside the folder it was saved to. */
  clipFile(id: string): Result<string>;
  remove(ids: string[]): Result<{ operationIds: string[] }>;
  restore(ids: string[]): Result<{ operationIds: string[] }>;
  clearFinished(): Result<{ operationIds: string[] }>;
  /** Deletes for good what was removed before the app was last closed. */
  sweep(): Promise<void>;
  stop(): void;
}

const notFound = () =>
  fail({
    code: 'operation_not_found',
    message: 'Operation not found. It may have been deleted; look for it in the gallery.',
    retryable: false,
  });

/** A cursor is the last record's creation time and id. */
function toCursor({ operation }: OperationRecord): string {
  return `${operation.createdAt}:${operation.id}`;
}

function fromCursor(cursor: string): { createdAt: number; id: string } | undefined {
  const match = /^(\d{1,16}):(.+)$/.exec(cursor);
  return match?.[1] && match[2] ? { createdAt: Number(match[1]), id: match[2] } : undefined;
}

export function createLibrary(deps: LibraryDeps): Library {
  const { operations, clock, log } = deps;
  const timers = new Set<() => void>();
  const allLimit = 1_000_000;

  const live = (id: string): OperationRecord | null => {
    const record = operations.find(id);
    return record && record.operation.deletedAt === null ? record : null;
  };
  const { view } = deps;

  async function deleteForGood({ operation, clip }: OperationRecord): Promise<void> {
    if (clip) {
      try {
        await deps.trash(insideFolder(clip.folder, clip.fileName));
      } catch (error) {
        log.warn('A clip could not be moved to the trash', { id: operation.id, error });
        operations.update(operation.id, { deletedAt: null });
        deps.changed(operation.id);
        deps.trashFailed();
        return;
      }
      await deps.media.removePoster(operation.id);
    }
    operations.forget(operation.id);
  }

  async function purge(): Promise<void> {
    for (const record of operations.deletedBefore(clock.now() - undoMs)) await deleteForGood(record);
    for (const sha256 of deps.uploads.sweep()) await deps.media.removeUpload(sha256);
  }

  // One after another: two sweeps at once would trash the same file twice.
  let purging: Promise<void> = Promise.resolve();
  function purgeNext(): Promise<void> {
    purging = purging.then(purge).catch((error: unknown) => {
      log.error('Deleting for good failed', { error });
    });
    return purging;
  }

  function purgeLater(): void {
    const cancel = clock.after(undoMs + 50, () => {
      timers.delete(cancel);
      void purgeNext();
    });
    timers.add(cancel);
  }

  function hide(ids: string[]): Result<{ operationIds: string[] }> {
    const deletedAt = clock.now();
    operations.transaction(() => {
      for (const id of ids) operations.update(id, { deletedAt });
    });
    if (ids.length > 0) {
      deps.removed(ids);
      deps.moved();
      purgeLater();
    }
    return ok({ operationIds: ids });
  }

  return {
    find: live,
    get(id) {
      const record = live(id);
      return record ? ok(view(record)) : notFound();
    },
    status(id) {
      const record = live(id);
      return record ? ok(toStatus(record, clock.now())) : notFound();
    },
    all() {
      const now = clock.now();
      return { operations: operations.page(allLimit).map((record) => toWireRecord(record, now)) };
    },
    page(limit, before) {
      const records = operations.page(limit + 1, before === null ? undefined : fromCursor(before));
      const shown = records.slice(0, limit);
      const last = shown.at(-1);
      return {
        operations: shown.map(view),
        nextCursor: records.length > limit && last ? toCursor(last) : null,
      };
    },
    async image(id) {
      const upload = live(id)?.upload;
      if (!upload) return notFound();
      try {
        return ok({
          name: upload.name,
          mimeType: upload.mimeType,
          data: await deps.media.readUpload(upload.sha256),
        });
      } catch (error) {
        log.warn('A first frame cannot be read', { id, error });
        return fail({
          code: 'file_missing',
          message: 'The image of this request is gone from the disk. Add it again.',
          retryable: false,
        });
      }
    },
    clipFile(id) {
      const clip = live(id)?.clip;
      return clip ? ok(insideFolder(clip.folder, clip.fileName)) : notFound();
    },
    remove(ids) {
      const records = ids.map(live);
      if (records.some((record) => record === null)) return notFound();
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
      // What is due may be on its way to the trash at this very moment: it does not come back.
      const due = clock.now() - undoMs;
      const back = ids.filter((id) => {
        const deletedAt = operations.find(id)?.operation.deletedAt ?? null;
        return deletedAt !== null && deletedAt > due;
      });
      operations.transaction(() => {
        for (const id of back) operations.update(id, { deletedAt: null });
      });
      for (const id of back) deps.changed(id);
      deps.moved();
      deps.wake();
      return back.length === ids.length
        ? ok({ operationIds: back })
        : fail({
            code: 'operation_not_found',
            message:
              'Operation not found. The time to undo is over; look for the file in the trash of this computer.',
            retryable: false,
          });
    },
    clearFinished: () => hide(operations.finishedIds()),
    async sweep() {
      // The undo time ran out with the app: whatever was removed then is due.
      for (const { operation } of operations.deletedBefore(clock.now())) {
        operations.update(operation.id, { deletedAt: clock.now() - undoMs });
      }
      await purgeNext();
    },
    stop() {
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}

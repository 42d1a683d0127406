/** Removing with undo, and what becomes of removed clips: the trash, when the undo time is over. */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { undoMs } from '../../../preload/contract/domain.ts';
import type { Removal, Selection } from '../../../preload/contract/library.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { LibraryRows } from '../../storage/library-rows.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import { hasEnded } from '../generation/phases.ts';
import type { Log } from '../log.ts';
import { stepsOf } from './selection.ts';

/** Files on their way to the trash at once, and rows forgotten in one transaction. */
const trashedAtOnce = 8;
/** Rows that come back in one transaction. */
const undoneAtOnce = 50;
/** Of more than so many, the window is not told each id: it asks for its pages anew. */
const mostTold = 1000;

export interface RemovalDeps {
  operations: OperationRows;
  rows: LibraryRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  /** Moves a file to the system's trash. Throws when the system has none. */
  trash(file: string): Promise<void>;
  changed(id: string): void;
  /** `ids` is empty when there are too many to name. */
  removed(ids: string[]): void;
  libraryChanged(): void;
  /** A removed clip's file could not be moved to the trash: it is back in the gallery. */
  trashFailed(): void;
  /** One that left the queue or came back to it has moved those behind it. */
  moved(): void;
  /** A queued operation is back. */
  wake(): void;
}

export interface Removing {
  /** Hides operations until `restore` or the end of the undo time. */
  hide(ids: readonly string[]): void;
  /** Gives those that are back; what is due does not come back. */
  restore(ids: readonly string[]): string[];
  /**
   * Hides all that is selected and not being made; main stays free meanwhile. Of a query, what comes back because its
   * extension went, too; of named ones, only these.
   */
  remove(selection: Selection): Promise<Removal>;
  undo(undoToken: string): Promise<Result<{ count: number }>>;
  /** Deletes for good what was removed before the app was last closed. */
  sweep(): Promise<void>;
  /** Ends the work between two files; the next start goes on with it. */
  stop(): Promise<void>;
}

export function createRemoving(deps: RemovalDeps): Removing {
  const { operations, rows, clock, log } = deps;
  const timers = new Set<() => void>();
  /** Removals that can be undone: their undo time begins when all of it is hidden. */
  const open = new Map<string, { ids: string[]; until: number }>();
  let isStopping = false;

  /**
   * An image's answer may still be there; without its row it would bring the image back at the next start. False: the
   * row stays, hidden, and goes another time.
   */
  async function removeAnswer(id: string): Promise<boolean> {
    try {
      await deps.media.answers.remove(id);
      return true;
    } catch (error) {
      log.warn('A kept answer could not be removed', { id, error });
      return false;
    }
  }

  /** True when the operation's row is to go. */
  async function trashFiles({ operation, clip }: OperationRecord): Promise<boolean> {
    if (operation.medium === 'image' && !(await removeAnswer(operation.id))) return false;
    if (!clip) return true;
    try {
      await deps.trash(insideFolder(clip.folder, clip.fileName));
    } catch (error) {
      log.warn('A clip could not be moved to the trash', { id: operation.id, error });
      operations.update(operation.id, { deletedAt: null });
      deps.changed(operation.id);
      deps.trashFailed();
      return false;
    }
    await deps.media.removePoster(operation.id);
    return true;
  }

  async function tidy(): Promise<void> {
    while (!isStopping && rows.tidyText()) await nextTurn();
  }

  async function purge(): Promise<void> {
    const kept = new Set([...open.values()].flatMap(({ ids }) => ids));
    const due = operations.deletedIds(clock.now() - undoMs).filter((id) => !kept.has(id));
    for (let start = 0; start < due.length && !isStopping; start += trashedAtOnce) {
      const gone = await Promise.all(
        due.slice(start, start + trashedAtOnce).map(async (id) => {
          const record = operations.find(id);
          return record !== null && (await trashFiles(record)) ? [id] : [];
        }),
      );
      operations.transaction(() => {
        for (const id of gone.flat()) operations.forget(id);
      });
      await nextTurn();
    }
    if (due.length > 0) await tidy();
    if (isStopping) return;
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
      for (const [token, { until }] of open) if (until <= clock.now()) open.delete(token);
      void purgeNext();
    });
    timers.add(cancel);
  }

  function write(ids: readonly string[], deletedAt: number | null): void {
    operations.transaction(() => {
      for (const id of ids) operations.update(id, { deletedAt });
    });
  }

  /** Those that are hidden now. */
  function tellHidden(ids: readonly string[]): void {
    if (ids.length === 0) return;
    deps.removed(ids.length <= mostTold ? [...ids] : []);
    deps.moved();
    purgeLater();
  }

  return {
    hide(ids) {
      write(ids, clock.now());
      tellHidden(ids);
    },
    restore(ids) {
      // What is due may be on its way to the trash at this very moment: it does not come back.
      const due = clock.now() - undoMs;
      const back = ids.filter((id) => {
        const deletedAt = operations.find(id)?.operation.deletedAt ?? null;
        return deletedAt !== null && deletedAt > due;
      });
      write(back, null);
      for (const id of back) deps.changed(id);
      deps.moved();
      deps.wake();
      return back;
    },
    async remove(selection) {
      const undoToken = randomUUID();
      const removal = { ids: [] as string[], until: Number.POSITIVE_INFINITY };
      open.set(undoToken, removal);
      const skipped = new Set<string>();
      const newest = rows.newest();
      // What goes may bring back what it was made of, and that may be older than what was gone through already.
      for (let before = -1; before < removal.ids.length;) {
        before = removal.ids.length;
        for await (const steps of stepsOf(selection, rows, newest)) {
          const left = steps.filter(({ id }) => !skipped.has(id));
          const ids = left.flatMap(({ id, phase }) => (phase === 'queued' || hasEnded(phase) ? [id] : []));
          const going = new Set(ids);
          for (const { id } of left) if (!going.has(id)) skipped.add(id);
          write(ids, clock.now());
          removal.ids.push(...ids);
          deps.libraryChanged();
        }
      }
      removal.until = clock.now() + undoMs;
      tellHidden(removal.ids);
      return { count: removal.ids.length, skipped: skipped.size, undoToken };
    },
    async undo(undoToken) {
      const removal = open.get(undoToken);
      if (removal === undefined || removal.until <= clock.now()) {
        return fail({
          code: 'operation_not_found',
          message:
            'Operation not found. The time to undo is over; look for the files in the trash of this computer.',
          retryable: false,
        });
      }
      // It stays open until all of it is back, so that nothing of it goes to the trash meanwhile.
      removal.until = Number.POSITIVE_INFINITY;
      for (let start = 0; start < removal.ids.length; start += undoneAtOnce) {
        if (start > 0) await nextTurn();
        write(removal.ids.slice(start, start + undoneAtOnce), null);
        deps.libraryChanged();
      }
      open.delete(undoToken);
      if (removal.ids.length <= mostTold) for (const id of removal.ids) deps.changed(id);
      deps.moved();
      deps.wake();
      return ok({ count: removal.ids.length });
    },
    async sweep() {
      // The undo time ran out with the app: whatever was removed then is due.
      operations.deletedAreDue(clock.now() - undoMs);
      await purgeNext();
    },
    async stop() {
      isStopping = true;
      for (const cancel of timers) cancel();
      timers.clear();
      await purging;
    },
  };
}

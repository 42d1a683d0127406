/**
 * Brings finished clips into the library folder. File first, row second: whatever is marked completed is there. A
 * failure of the network or of the disk is tried again until it works or the service has deleted the clip.
 */
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { ClipRows } from '../../storage/clip-rows.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { backoffMs } from './backoff.ts';
import { clipName, freeName } from './clip-name.ts';
import { downloadClip } from './download.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isWholeMp4 } from './mp4-check.ts';

export interface SaverDeps {
  operations: OperationRows;
  clips: ClipRows;
  lifecycle: Lifecycle;
  clock: Clock;
  log: Log;
  fetch: typeof fetch;
  backendFor(service: ServiceId): VideoBackend | null;
  libraryFolder(): string;
  /** Puts into a downloaded clip what it was made of; never throws. Default: it stays as it came. */
  writeRecipe?(record: OperationRecord, partFile: string): Promise<void>;
  /** The clip is on disk and its row is written. */
  saved(id: string): void;
}

export interface Saver {
  save(id: string): void;
  /** Removes `.part` files that no operation is waiting for. */
  sweep(): Promise<void>;
  stop(): void;
}

const firstRetryMs = 2_000;
const partPattern = /^\.zoetrope-(.+)\.part$/;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

export function createSaver(deps: SaverDeps): Saver {
  const { operations, clips, lifecycle, clock, log } = deps;
  const stopping = new AbortController();
  const timers = new Map<string, () => void>();
  // Names are given out one after another, or two clips of one prompt would take the same.
  let naming: Promise<unknown> = Promise.resolve();

  function retry(id: string, error: AppError, failures: number): void {
    if (stopping.signal.aborted) return;
    log.warn('A clip is not saved yet', { id, code: error.code, failures });
    // The next attempt first: where even the note cannot be written (a full disk), it must come all the same.
    timers.set(
      id,
      clock.after(backoffMs(firstRetryMs, failures), () => {
        timers.delete(id);
        attempt(id, failures);
      }),
    );
    lifecycle.note(id, { error });
  }

  function complete(operation: OperationRow, folder: string, fileName: string, sizeBytes: number): void {
    operations.transaction(() => {
      clips.insert({
        operationId: operation.id,
        folder,
        fileName,
        sizeBytes,
        width: null,
        height: null,
        durationSeconds: null,
        hasPoster: false,
        createdAt: clock.now(),
      });
      lifecycle.move(operation.id, 'completed');
    });
    deps.saved(operation.id);
  }

  /** After a crash between the move and the row the file is already there under the name that was reserved for it. */
  async function alreadyMoved(operation: OperationRow, folder: string, partFile: string): Promise<boolean> {
    if (operation.fileName === null) return false;
    const file = insideFolder(folder, operation.fileName);
    if ((await exists(partFile)) || !(await exists(file)) || !(await isWholeMp4(file))) return false;
    const { size } = await stat(file);
    complete(operation, folder, operation.fileName, size);
    return true;
  }

  async function moveIntoPlace(operation: OperationRow, folder: string, partFile: string) {
    const { size: sizeBytes } = await stat(partFile);
    const fileName = await freeName(clipName(operation), (name) => exists(insideFolder(folder, name)));
    operations.update(operation.id, { fileName });
    await rename(partFile, insideFolder(folder, fileName));
    complete(operation, folder, fileName, sizeBytes);
  }

  async function bring(id: string, failures: number): Promise<void> {
    const record = operations.find(id);
    if (record?.operation.phase !== 'downloading' || record.operation.remoteUri === null) return;
    const { operation } = record;
    const folder = deps.libraryFolder();
    const partFile = insideFolder(folder, `.zoetrope-${id}.part`);
    try {
      await mkdir(folder, { recursive: true });
      if (await alreadyMoved(operation, folder, partFile)) return;
    } catch (error) {
      log.warn('The library folder cannot be used', { error });
    }
    const backend = deps.backendFor(operation.service);
    const result = await downloadClip({
      url: backend?.downloadUrl(record.operation.remoteUri) ?? new URL(record.operation.remoteUri),
      partFile,
      fetch: backend?.downloadFetch ?? deps.fetch,
      signal: stopping.signal,
      headersFor: (url) => backend?.downloadHeaders(url) ?? {},
    });
    if (stopping.signal.aborted) return;
    switch (result.kind) {
      case 'saved': {
        await deps.writeRecipe?.(record, partFile);
        const move = naming.then(() => moveIntoPlace(operation, folder, partFile));
        naming = move.catch(() => undefined);
        await move;
        return;
      }
      case 'expired':
        await rm(partFile, { force: true });
        lifecycle.move(id, 'expired', { error: result.error });
        return;
      case 'failed':
        retry(id, result.error, failures + 1);
        return;
    }
  }

  function attempt(id: string, failures: number): void {
    bring(id, failures)
      .catch((error: unknown) => {
        log.error('Saving a clip failed', { id, error });
        const message = 'The finished clip could not be saved. It is tried again by itself.';
        retry(id, { code: 'download_failed', message, retryable: true }, failures + 1);
      })
      .catch((error: unknown) => {
        log.error('Noting that a clip is not saved failed', { id, error });
      });
  }

  return {
    save(id) {
      attempt(id, 0);
    },
    async sweep() {
      const folder = deps.libraryFolder();
      if (!(await exists(folder))) return;
      for (const name of await readdir(folder)) {
        const id = partPattern.exec(name)?.[1];
        if (id !== undefined && operations.find(id)?.operation.phase !== 'downloading') {
          await rm(path.join(folder, name), { force: true });
        }
      }
    },
    stop() {
      stopping.abort();
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/**
 * Brings finished clips into the library folder. File first, row second: whatever is marked completed is there. A
 * failure of the network or of the disk is tried again until it works or the service has deleted the clip.
 */
import { rename, rm, stat } from 'node:fs/promises';
import type { AppError } from '../../../preload/contract/result.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { ClipRows } from '../../storage/clip-rows.ts';
import type { AnswerPart, KeptAnswers } from '../../storage/kept-answers.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { isOthers, noKey } from './accounts.ts';
import { backoffMs } from './backoff.ts';
import { clipName, freeName } from './clip-name.ts';
import { downloadClip, localFailure } from './download.ts';
import type { DownloadResult } from './download.ts';
import { createLibraryFolder, exists, partFileOf } from './library-folder.ts';
import type { LifeEvent } from './life.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createKeptImages, isWholeImage, notMeasured } from './kept-images.ts';
import type { ClipShape } from './kept-images.ts';
import { isWholeMp4 } from './mp4-check.ts';
import { eventOfDownload } from './outcomes.ts';

export interface SaverDeps {
  operations: OperationRows;
  clips: ClipRows;
  answers: KeptAnswers;
  lifecycle: Lifecycle;
  clock: Clock;
  log: Log;
  fetch: typeof fetch;
  backendFor(operation: OperationRow): VideoBackend | null;
  libraryFolder(): string;
  /** Puts into a file that came what it was made of; never throws. Default: it stays as it came. */
  writeRecipe?(record: OperationRecord, partFile: string, said?: readonly AnswerPart[]): Promise<void>;
  /** The clip is on disk and its row is written. */
  saved(id: string): void;
}

export interface Saver {
  save(id: string): void;
  /**
   * Tries now what would be tried later, and takes connections up anew that may have died while the computer slept.
   */
  wake(): void;
  /** Removes `.part` files that no operation is waiting for. */
  sweep(): Promise<void>;
  stop(): void;
}

const firstRetryMs = 2_000;
/** A disk that is back is found again soon: looking costs nothing. */
const longestDiskRetryMs = 10_000;

function retryMs(error: AppError, failures: number): number {
  const ms = backoffMs(firstRetryMs, failures);
  if (error.code === 'disk_full' || error.code === 'library_unavailable')
    return Math.min(ms, longestDiskRetryMs);
  return Math.max(ms, (error.details?.retryAfterSeconds ?? 0) * 1000);
}

export function createSaver(deps: SaverDeps): Saver {
  const { operations, clips, lifecycle, clock, log } = deps;
  const library = createLibraryFolder(deps);
  const images = createKeptImages(deps);
  let stopped = false;
  const timers = new Map<string, () => void>();
  const failuresOf = new Map<string, number>();
  const connections = new Map<string, AbortController>();
  // Names are given out one after another, or two clips of one prompt would take the same.
  let naming: Promise<unknown> = Promise.resolve();

  function retry(id: string, event: LifeEvent<'unsaved'>): void {
    if (stopped) return;
    const failures = (failuresOf.get(id) ?? 0) + 1;
    failuresOf.set(id, failures);
    log.warn('A clip is not saved yet', { id, code: event.error.code, failures });
    // The next attempt first: where even the note cannot be written (a full disk), it must come all the same.
    timers.set(
      id,
      clock.after(retryMs(event.error, failures), () => {
        timers.delete(id);
        attempt(id);
      }),
    );
    lifecycle.happen(id, event);
  }

  function complete(
    operation: OperationRow,
    folder: string,
    fileName: string,
    sizeBytes: number,
    facts: ClipShape = notMeasured,
  ): void {
    operations.transaction(() => {
      facts.write?.();
      clips.insert({
        operationId: operation.id,
        folder,
        fileName,
        sizeBytes,
        width: facts.width,
        height: facts.height,
        durationSeconds: null,
        hasPoster: false,
        createdAt: clock.now(),
      });
      lifecycle.happen(operation.id, { kind: 'saved' });
    });
    failuresOf.delete(operation.id);
    deps.saved(operation.id);
  }

  /** After a crash between the move and the row the file is already there under the name that was reserved for it. */
  async function alreadyMoved(operation: OperationRow, present: string): Promise<boolean> {
    if (operation.fileName === null) return false;
    const folder = operation.fileFolder ?? present;
    if (clips.hasFile(folder, operation.fileName)) return false;
    if (await exists(partFileOf(folder, operation.id))) return false;
    const file = insideFolder(folder, operation.fileName);
    const isImage = operation.medium === 'image';
    if (!(await exists(file)) || !(await (isImage ? isWholeImage : isWholeMp4)(file))) return false;
    const { size } = await stat(file);
    complete(
      operation,
      folder,
      operation.fileName,
      size,
      isImage ? await images.shape(operation.id) : undefined,
    );
    if (isImage) await images.forget(operation.id);
    return true;
  }

  async function moveIntoPlace(
    operation: OperationRow,
    folder: string,
    partFile: string,
    image?: ClipShape & { ending: string },
  ) {
    const { size: sizeBytes } = await stat(partFile);
    const name = clipName(operation, image?.ending);
    const fileName = await freeName(name, (candidate) => exists(insideFolder(folder, candidate)));
    operations.update(operation.id, { fileName, fileFolder: folder });
    await rename(partFile, insideFolder(folder, fileName));
    complete(operation, folder, fileName, sizeBytes, image);
  }

  /** Names are given out one after another. */
  async function moveInTurn(...move: Parameters<typeof moveIntoPlace>): Promise<void> {
    const mine = naming.then(() => moveIntoPlace(...move));
    naming = mine.catch(() => undefined);
    await mine;
  }

  /** An image lies in its kept answer: nothing is asked of the service. */
  async function bringImage(record: OperationRecord, folder: string): Promise<void> {
    const { operation } = record;
    const partFile = partFileOf(folder, operation.id);
    const image = await images.write(operation.id, partFile);
    if (image.kind === 'failed') {
      retry(operation.id, { kind: 'unsaved', error: image.error });
    } else if (image.kind === 'gone') {
      lifecycle.happen(operation.id, { kind: 'deleted', error: image.error });
    } else {
      await deps.writeRecipe?.(record, partFile, image.parts);
      await moveInTurn(operation, folder, partFile, image);
      await images.forget(operation.id);
    }
  }

  /** Null when the connection was taken up anew meanwhile. */
  async function download(
    { id, partEtag }: OperationRow,
    remoteUri: string,
    partFile: string,
    backend: VideoBackend,
  ): Promise<DownloadResult | null> {
    const connection = new AbortController();
    connections.set(id, connection);
    try {
      const result = await downloadClip({
        url: backend.downloadUrl(remoteUri),
        partFile,
        partEtag,
        beginsAnew(etag) {
          if (etag !== partEtag) operations.update(id, { partEtag: etag });
        },
        fetch: backend.downloadThrough?.(deps.fetch) ?? deps.fetch,
        signal: connection.signal,
        headersFor: (url) => backend.downloadHeaders(url),
      });
      return connection.signal.aborted ? null : result;
    } finally {
      connections.delete(id);
    }
  }

  async function bring(id: string): Promise<void> {
    const record = operations.find(id);
    if (record?.operation.phase !== 'downloading') return;
    const { operation } = record;
    const { remoteUri, medium } = operation;
    if (remoteUri === null && medium === 'video') return;
    let folder: string;
    try {
      if (await alreadyMoved(operation, deps.libraryFolder())) return;
      folder = await library.open();
      await library.gather(id, folder);
    } catch (error) {
      log.warn('The library folder cannot be used', { error });
      retry(id, { kind: 'unsaved', error: localFailure(error).error });
      return;
    }
    if (medium === 'image' || remoteUri === null) {
      await bringImage(record, folder);
      return;
    }
    const backend = deps.backendFor(operation);
    if (!backend) {
      retry(id, { kind: 'unsaved', error: noKey });
      return;
    }
    const partFile = partFileOf(folder, id);
    const result = await download(operation, remoteUri, partFile, backend);
    if (stopped) return;
    if (result === null) {
      attempt(id);
      return;
    }
    const event = eventOfDownload(result, { isOthers: isOthers(operation, backend, clock.now()) });
    if (result.kind === 'saved') {
      await deps.writeRecipe?.(record, partFile);
      await moveInTurn(operation, folder, partFile);
    } else if (event?.kind === 'unsaved') {
      retry(id, event);
    } else if (event) {
      lifecycle.happen(id, event);
      await rm(partFile, { force: true });
    }
  }

  function attempt(id: string): void {
    bring(id)
      .catch((error: unknown) => {
        log.error('Saving a clip failed', { id, error });
        const message = 'The finished clip could not be saved. It is tried again by itself.';
        retry(id, { kind: 'unsaved', error: { code: 'download_failed', message, retryable: true } });
      })
      .catch((error: unknown) => {
        log.error('Noting that a clip is not saved failed', { id, error });
      });
  }

  return {
    save: attempt,
    wake() {
      for (const connection of connections.values()) connection.abort();
      for (const [id, cancel] of timers) {
        cancel();
        timers.delete(id);
        attempt(id);
      }
    },
    async sweep() {
      await library.sweep((id) => operations.find(id)?.operation.phase === 'downloading');
      await images.sweep((id) => operations.find(id)?.operation.phase === 'completed');
    },
    stop() {
      stopped = true;
      for (const connection of connections.values()) connection.abort();
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

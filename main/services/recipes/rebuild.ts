/** Makes the library anew from the recipes in the files of clips and images. Doing it again changes nothing. */
import { readFile, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RebuildProgress, RebuildResult } from '../../../preload/contract/rebuild.ts';
import { firstSessionId } from '../../../preload/contract/sessions.ts';
import type { ClipRows } from '../../storage/clip-rows.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import { readMoov } from '../../storage/mp4/file-boxes.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { ClipRow, OperationRecord, OperationRow } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import { notMeasured } from '../generation/kept-images.ts';
import { hasEnded } from '../generation/phases.ts';
import { exists } from '../generation/library-folder.ts';
import { imageFacts } from '../images/image-facts.ts';
import type { Log } from '../log.ts';
import { clipFiles, isMovie } from './clip-files.ts';
import type { ClipFile } from './clip-files.ts';
import { findImage, findImages } from './first-frame.ts';
import { isPicture } from './recipe-schema.ts';
import type { Recipe } from './recipe-schema.ts';
import type { RecipeReading } from './recipe.ts';
import { extrasFrom, readPicture, readRecipe, requestFrom } from './recipe.ts';

const toldEveryMs = 100;
/** Far above what any service makes: no file is read into memory because it says that it is an image of ours. */
const mostPictureBytes = 200 * 1024 * 1024;

export interface RebuildDeps {
  operations: OperationRows;
  clips: ClipRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  /** Makes the session of a recipe when it is not there. */
  ensureSession(id: string, name: string): void;
  /** An operation was written: for the ledger and the library's pages. */
  written(operationId: string): void;
  progress(progress: RebuildProgress): void;
}

export interface Rebuild {
  /**
   * Goes through the folders. One at a time: who asks meanwhile gets the answer of the one that runs.
   * `beforeEngine`: files that the library has at their place are not opened, and operations whose file is there are
   * ended. Otherwise what is under way is left to the engine, which may be moving that very file.
   */
  run(folders: readonly string[], options?: { beforeEngine?: boolean }): Promise<RebuildResult>;
  /** Ends between two files; what was found stays. */
  cancel(): void;
  stop(): Promise<void>;
}

/** `ignored`: a picture that is not the app's. There may be thousands beside the clips, and nobody asked about them. */
type Found = 'added' | 'relinked' | 'known' | 'foreign' | 'unreadable' | 'ignored';

type Measured = { sizeBytes: number } & Pick<ClipRow, 'width' | 'height'>;

export function createRebuild(deps: RebuildDeps): Rebuild {
  const { operations, clips, clock, log } = deps;
  let running: Promise<RebuildResult> | null = null;
  let isCancelled = false;

  async function reading(file: ClipFile): Promise<RecipeReading> {
    const path = insideFolder(file.folder, file.fileName);
    if (!isMovie(file)) return readPicture(path);
    try {
      return readRecipe(await readMoov(path));
    } catch (error) {
      log.info('A movie without a readable index', { file: path, error });
      return { kind: 'none' };
    }
  }

  /** Null for an image that is not whole. A clip is measured when its poster is made. */
  async function measure(file: ClipFile, recipe: Recipe): Promise<Measured | null> {
    const path = insideFolder(file.folder, file.fileName);
    const { size: sizeBytes } = await stat(path);
    if (!isPicture(recipe)) return { ...notMeasured, sizeBytes };
    if (sizeBytes > mostPictureBytes) return null;
    const facts = imageFacts(await readFile(path));
    return facts.kind === 'image' ? { width: facts.width, height: facts.height, sizeBytes } : null;
  }

  /** The file of an operation that the library has. */
  async function meet(
    { operation, clip }: OperationRecord,
    file: ClipFile,
    recipe: Recipe,
    beforeEngine: boolean,
  ): Promise<Found> {
    // What the user removed stays removed.
    if (operation.deletedAt !== null) return 'known';
    if (!beforeEngine && !hasEnded(operation.phase)) return 'known';
    if (clip !== null && (await exists(insideFolder(clip.folder, clip.fileName)))) return 'known';
    const measured = await measure(file, recipe);
    if (measured === null) return 'unreadable';
    if (clip === null) {
      insertClip(recipe, file, measured, () => {
        operations.update(operation.id, {
          phase: 'completed',
          error: null,
          remoteName: operation.remoteName ?? recipe.operation.name,
          finishedAt: recipe.finishedAt,
        });
      });
      return 'added';
    }
    clips.relink(operation.id, file.folder, file.fileName);
    deps.written(operation.id);
    return 'relinked';
  }

  function insertClip(recipe: Recipe, file: ClipFile, measured: Measured, writeOperation: () => void): void {
    const { id } = recipe.operation;
    operations.transaction(() => {
      writeOperation();
      if (isPicture(recipe) && recipe.turn !== null) operations.insertTurn(id, JSON.stringify(recipe.turn));
      clips.insert({
        ...{ operationId: id, ...file, ...measured, durationSeconds: null },
        ...{ hasPoster: false, createdAt: recipe.finishedAt },
      });
    });
    deps.written(id);
  }

  async function add(recipe: Recipe, file: ClipFile): Promise<Found> {
    const measured = await measure(file, recipe);
    if (measured === null) return 'unreadable';
    const sessionId = recipe.session?.id ?? firstSessionId;
    deps.ensureSession(sessionId, recipe.session?.name ?? '');
    const upload = recipe.firstFrame && (await findImage(recipe.firstFrame, deps));
    const images = await findImages(recipe, deps);
    insertClip(recipe, file, measured, () => {
      const row: OperationRow = {
        ...extrasFrom(recipe),
        id: recipe.operation.id,
        service: recipe.operation.service,
        ...requestFrom(recipe),
        sessionId,
        uploadId: upload?.id ?? null,
        estimatedUsd: recipe.usd,
        phase: 'completed',
        remoteName: recipe.operation.name,
        remoteUri: null,
        readyAt: null,
        account: null,
        ...file,
        fileFolder: file.folder,
        partEtag: null,
        deadlineToldAt: null,
        error: null,
        queueOrder: operations.nextQueueOrder(),
        overAllowedAt: null,
        createdAt: recipe.createdAt,
        submittedAt: recipe.sentAt,
        acceptedAt: recipe.sentAt,
        finishedAt: recipe.finishedAt,
        deletedAt: null,
      };
      operations.insert(row, images);
    });
    return 'added';
  }

  async function take(file: ClipFile, beforeEngine: boolean): Promise<Found> {
    const read = await reading(file);
    if (read.kind === 'none') return isMovie(file) ? 'foreign' : 'ignored';
    if (read.kind === 'unreadable') return 'unreadable';
    const known = operations.find(read.recipe.operation.id);
    // A file that says it is an operation of another kind is somebody's joke.
    if (known !== null && known.operation.medium !== requestFrom(read.recipe).medium) return 'unreadable';
    return known === null ? add(read.recipe, file) : meet(known, file, read.recipe, beforeEngine);
  }

  async function runOnce(folders: readonly string[], beforeEngine: boolean): Promise<RebuildResult> {
    const result = { added: 0, relinked: 0, known: 0, foreign: 0, unreadable: 0 };
    const files = (await Promise.all(folders.map((folder) => clipFiles(folder).catch(() => [])))).flat();
    let toldAt = Number.NEGATIVE_INFINITY;
    let done = 0;
    for (const file of files) {
      if (isCancelled) break;
      try {
        const isThere = beforeEngine && clips.hasFile(file.folder, file.fileName);
        const found = isThere ? 'known' : await take(file, beforeEngine);
        if (found !== 'ignored') result[found] += 1;
      } catch (error) {
        log.warn('A clip could not be taken into the library', { file: file.fileName, error });
        result.unreadable += 1;
      }
      done += 1;
      if (clock.now() - toldAt >= toldEveryMs || done === files.length) {
        toldAt = clock.now();
        deps.progress({ done, total: files.length });
        await nextTurn();
      }
    }
    return { ...result, cancelled: isCancelled };
  }

  return {
    run(folders, { beforeEngine = false } = {}) {
      isCancelled = false;
      running ??= runOnce([...new Set(folders)], beforeEngine).finally(() => {
        running = null;
      });
      return running;
    },
    cancel() {
      isCancelled = true;
    },
    async stop() {
      isCancelled = true;
      await running;
    },
  };
}

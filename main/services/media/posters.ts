/** Makes the still that stands for a clip in the gallery, and measures the clip on the way. */
import type { ClipRows } from '../../storage/clip-rows.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { Log } from '../log.ts';
import { mediaUrl } from '../operation-view.ts';
import type { MediaWorker } from './media-worker.ts';

/** Wishes that are kept: a few screens full. What was wished for before that has been scrolled away. */
const mostWanted = 120;

export interface PostersDeps {
  clips: ClipRows;
  media: MediaFiles;
  worker: MediaWorker;
  log: Log;
  changed(id: string): void;
}

export interface Posters {
  /** A clip that cannot be decoded stays without a poster; it can still be played and saved. */
  make(operationId: string): Promise<void>;
  /**
   * Makes posters for those that have a clip and no poster, one after another, what was wished for last first. One
   * that could not be made is not tried again in this run.
   */
  want(operationIds: readonly string[]): void;
  /** Makes those that are missing, the newest `most` of them. */
  makeMissing(most: number): Promise<void>;
  stop(): void;
}

export function createPosters({ clips, media, worker, log, changed }: PostersDeps): Posters {
  /** The last one is the next. */
  let wanted: string[] = [];
  const tried = new Set<string>();
  let working: Promise<void> | null = null;
  let isStopped = false;

  async function make(operationId: string): Promise<void> {
    tried.add(operationId);
    try {
      const result = await worker.run({ kind: 'poster', url: mediaUrl.clip(operationId) });
      if (result.kind !== 'poster') return;
      await media.savePoster(operationId, result.data);
      const { width, height, durationSeconds } = result;
      clips.update(operationId, { width, height, durationSeconds, hasPoster: true });
      changed(operationId);
    } catch (error) {
      log.warn('No poster could be made', { operationId, error });
    }
  }

  async function work(): Promise<void> {
    for (let id = wanted.pop(); id !== undefined && !isStopped; id = wanted.pop()) {
      if (!tried.has(id) && clips.needsPoster(id)) await make(id);
    }
  }

  async function want(operationIds: readonly string[]): Promise<void> {
    const fresh = [...new Set(operationIds)].filter((id) => !tried.has(id));
    // The first of a list is the one that is seen first.
    wanted = [...wanted.filter((id) => !fresh.includes(id)), ...fresh.reverse()].slice(-mostWanted);
    working ??= work().finally(() => {
      working = null;
    });
    await working;
  }

  return {
    make,
    want(operationIds) {
      void want(operationIds);
    },
    makeMissing: (most) => want(clips.withoutPoster(most)),
    stop() {
      isStopped = true;
    },
  };
}

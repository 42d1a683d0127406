/** Makes the still that stands for a clip in the gallery, and measures the clip on the way. */
import type { ClipRows } from '../../storage/clip-rows.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { Log } from '../log.ts';
import { mediaUrl } from '../operation-view.ts';
import type { MediaWorker } from './media-worker.ts';

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
  /** Makes those that are missing, the newest `most` of them. */
  makeMissing(most: number): Promise<void>;
}

export function createPosters({ clips, media, worker, log, changed }: PostersDeps): Posters {
  async function make(operationId: string): Promise<void> {
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

  return {
    make,
    async makeMissing(most) {
      for (const id of clips.withoutPoster().slice(0, most)) await make(id);
    },
  };
}

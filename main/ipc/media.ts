import type { MediaContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { MediaWorker } from '../services/media/media-worker.ts';
import type { Handlers } from './registry.ts';

export function mediaHandlers(worker: MediaWorker, ready: () => void): Handlers<MediaContract> {
  return {
    ready: () => {
      ready();
      return ok(null);
    },
    finish: ({ jobId, result }) => {
      worker.finish(jobId, result);
      return ok(null);
    },
  };
}

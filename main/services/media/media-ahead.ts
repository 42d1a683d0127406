/** Has the media window there when a clip is done: it takes a second to come up, and the clip's poster would wait for it. */
import type { Operation } from '../../../preload/contract/domain.ts';
import type { MediaWorker } from './media-worker.ts';

export interface MediaAhead {
  /** An operation was written. */
  changed(operation: Pick<Operation, 'id' | 'phase'>): void;
}

export function createMediaAhead(worker: Pick<MediaWorker, 'expect'>): MediaAhead {
  const beingMade = new Set<string>();
  return {
    changed({ id, phase }) {
      if (phase === 'processing' || phase === 'downloading') beingMade.add(id);
      else beingMade.delete(id);
      worker.expect(beingMade.size > 0);
    },
  };
}

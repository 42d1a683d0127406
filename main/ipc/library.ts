import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Downloading } from '../services/library/downloading.ts';
import type { Finding } from '../services/library/finding.ts';
import type { Mark } from '../services/library/marking.ts';
import type { Removing } from '../services/library/removal.ts';
import type { Posters } from '../services/media/posters.ts';
import type { Handlers } from './registry.ts';

export interface LibraryParts {
  finding: Finding;
  mark: Mark;
  removing: Pick<Removing, 'remove' | 'undo'>;
  downloading: Pick<Downloading, 'download' | 'cancel'>;
  posters: Pick<Posters, 'want'>;
}

export function libraryHandlers({
  finding,
  mark,
  removing,
  downloading,
  posters,
}: LibraryParts): Handlers<ZoetropeContract['library']> {
  return {
    page: ({ query, offset, limit }) => ok(finding.page(query, offset, limit)),
    ids: ({ query, offset, limit }) => ok(finding.ids(query, offset, limit)),
    position: ({ query, operationId }) => ok(finding.position(query, operationId)),
    facets: ({ sessionId, medium }) => ok(finding.facets(sessionId, medium)),
    details: ({ operationId }) => finding.details(operationId),
    takes: ({ operationId }) => finding.takes(operationId),
    setFavourite: async ({ selection, favourite }) => ok(await mark(selection, { favourite })),
    rate: async ({ selection, rating }) => ok(await mark(selection, { rating })),
    remove: async ({ selection }) => ok(await removing.remove(selection)),
    restore: ({ undoToken }) => removing.undo(undoToken),
    download: ({ selection }) => downloading.download(selection),
    cancelDownload: ({ jobId }) => {
      downloading.cancel(jobId);
      return ok(null);
    },
    wantPosters: ({ operationIds }) => {
      posters.want(operationIds);
      return ok(null);
    },
  };
}

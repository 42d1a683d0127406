/** Opens everything that outlives a run: preferences, the database and its rows, the files beside it. */
import { createMediaFiles } from '../storage/media-files.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import { createClipRows } from '../storage/clip-rows.ts';
import type { ClipRows } from '../storage/clip-rows.ts';
import { openLibrary } from '../storage/open-library.ts';
import type { OpenedLibrary } from '../storage/open-library.ts';
import { createOperationRows } from '../storage/operation-rows.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import { createQueueRows } from '../storage/queue-rows.ts';
import type { QueueRows } from '../storage/queue-rows.ts';
import { createSessionContents } from '../storage/session-contents.ts';
import type { SessionContents } from '../storage/session-contents.ts';
import { createSessionRows } from '../storage/session-rows.ts';
import type { SessionRows } from '../storage/session-rows.ts';
import { createSpendRows } from '../storage/spend-rows.ts';
import type { SpendRows } from '../storage/spend-rows.ts';
import { createUploadRows } from '../storage/upload-rows.ts';
import type { UploadRows } from '../storage/upload-rows.ts';

export interface Stores extends OpenedLibrary {
  operations: OperationRows;
  queue: QueueRows;
  clips: ClipRows;
  uploads: UploadRows;
  sessions: SessionRows;
  sessionContents: SessionContents;
  spend: SpendRows;
  media: MediaFiles;
}

export function openStores(dataFolder: string): Stores {
  const opened = openLibrary(dataFolder);
  const { db } = opened;
  return {
    ...opened,
    operations: createOperationRows(db),
    queue: createQueueRows(db),
    clips: createClipRows(db),
    uploads: createUploadRows(db),
    sessions: createSessionRows(db),
    sessionContents: createSessionContents(db),
    spend: createSpendRows(db),
    media: createMediaFiles(dataFolder),
  };
}

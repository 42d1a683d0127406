/** Puts together what the gallery asks for: searching, marking, removing, downloading. */
import type { Clock } from '../services/clock.ts';
import { createExportClip } from '../services/export-clip.ts';
import type { ExportClip } from '../services/export-clip.ts';
import { createLibrary } from '../services/library.ts';
import type { Library } from '../services/library.ts';
import { createChanges } from '../services/library/changes.ts';
import { createDownloading } from '../services/library/downloading.ts';
import type { Downloading } from '../services/library/downloading.ts';
import { createFinding } from '../services/library/finding.ts';
import type { Finding } from '../services/library/finding.ts';
import { createMark } from '../services/library/marking.ts';
import type { Mark } from '../services/library/marking.ts';
import { createRemoving } from '../services/library/removal.ts';
import type { Removing } from '../services/library/removal.ts';
import type { View } from '../services/library/view.ts';
import type { Log } from '../services/log.ts';
import type { Db } from '../storage/db.ts';
import { createLibraryRows } from '../storage/library-rows.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import type { SessionRows } from '../storage/session-rows.ts';
import type { SpendRows } from '../storage/spend-rows.ts';
import type { UploadRows } from '../storage/upload-rows.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { Dialogs } from './dialogs.ts';
import { moveToTrash } from './trash.ts';

export interface LibraryPartsDeps {
  db: Db;
  operations: OperationRows;
  uploads: UploadRows;
  spend: SpendRows;
  sessions: Pick<SessionRows, 'all' | 'find'>;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  window: Pick<StudioWindow, 'send'>;
  dialogs: Dialogs;
  view: View;
  /** After a write to an operation that the engine, the ledger and the window follow. */
  changed(id: string): void;
  /** Operations were hidden, none of them under way. */
  removed(): void;
  trashFailed(): void;
  /** One that left the queue or came back to it has moved those behind it. */
  moved(): void;
  wake(): void;
}

export interface LibraryParts {
  library: Library;
  finding: Finding;
  mark: Mark;
  removing: Removing;
  downloading: Downloading;
  exportClip: ExportClip;
  /** Pages of the library may differ. */
  libraryChanged(): void;
  /** Ends what goes on in the background, each between two files. */
  stop(): Promise<void>;
}

export function createLibraryParts(deps: LibraryPartsDeps): LibraryParts {
  const { db, operations, uploads, media, clock, log, window, dialogs, view } = deps;
  const rows = createLibraryRows(db, () => deps.sessions.all());
  const changes = createChanges({
    clock,
    revision: () => rows.revision(),
    send: (payload) => {
      window.send('libraryChanged', payload);
    },
  });
  const libraryChanged = (): void => {
    changes.changed();
  };
  const removing = createRemoving({
    ...deps,
    rows,
    uploads,
    libraryChanged,
    trash: moveToTrash,
    removed(operationIds) {
      deps.removed();
      if (operationIds.length > 0) window.send('operationsRemoved', { operationIds });
      libraryChanged();
    },
  });
  const library = createLibrary({ operations, media, clock, log, view, removing });
  const exportClip = createExportClip({ log, askWhere: (name) => dialogs.saveClip(name) });
  const downloading = createDownloading({
    rows,
    clock,
    log,
    exportClip,
    clipFile: (id) => library.clipFile(id),
    askFolder: () => dialogs.chooseDownloadFolder(),
    progress: (progress) => {
      window.send('downloadProgress', progress);
    },
  });
  return {
    library,
    finding: createFinding({
      rows,
      operations,
      spend: deps.spend,
      view,
      sessionName: (id) => deps.sessions.find(id)?.name ?? null,
    }),
    mark: createMark({
      rows,
      libraryChanged,
      shown(id) {
        const record = library.find(id);
        if (record) window.send('operationChanged', view(record));
      },
    }),
    removing,
    downloading,
    exportClip,
    libraryChanged,
    async stop() {
      changes.stop();
      await Promise.all([removing.stop(), downloading.stop()]);
    },
  };
}

/** Puts the app together: makes each service with what it needs, and gives every call its handler. */
import { app, powerMonitor, shell } from 'electron';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { clipHandlers } from '../ipc/clips.ts';
import { libraryHandlers } from '../ipc/library.ts';
import { appHandlers } from '../ipc/app.ts';
import { imageHandlers } from '../ipc/images.ts';
import { keyHandlers } from '../ipc/key.ts';
import { mediaHandlers } from '../ipc/media.ts';
import { modelHandlers } from '../ipc/models.ts';
import { operationHandlers } from '../ipc/operations.ts';
import { queueHandlers } from '../ipc/queue.ts';
import { registerAll } from '../ipc/register-all.ts';
import { createRegistry } from '../ipc/registry.ts';
import { sessionHandlers } from '../ipc/sessions.ts';
import { settingsHandlers } from '../ipc/settings.ts';
import { spendHandlers } from '../ipc/spend.ts';
import { videoChatHandlers } from '../ipc/video-chat.ts';
import { serveMedia } from '../protocol/media-protocol.ts';
import { createSenders } from '../security/senders.ts';
import { createAppState } from '../services/app-state.ts';
import { createBudget } from '../services/budget.ts';
import { systemClock } from '../services/clock.ts';
import { createConnection } from '../services/connection.ts';
import { createDemoService } from '../services/demo/demo-service.ts';
import { createExportSpend } from '../services/export-spend.ts';
import { createGenerationService } from '../services/generation/generation-service.ts';
import { closingWords } from '../services/manners/closing-words.ts';
import { createMediaWorker } from '../services/media/media-worker.ts';
import { createPosters } from '../services/media/posters.ts';
import { createQueueControl } from '../services/queue/queue-control.ts';
import { createQueueView } from '../services/queue/queue-view.ts';
import { createRecipeWriter } from '../services/recipes/recipe-writer.ts';
import { createSessions } from '../services/sessions.ts';
import { createSettingsService } from '../services/settings-service.ts';
import { underWayPhases } from '../services/generation/phases.ts';
import { createSpend } from '../services/spend.ts';
import type { Environment } from '../settings/environment.ts';
import { openKeyVault } from '../settings/key-vault.ts';
import { openPreferences } from '../settings/preferences.ts';
import { createClipRows } from '../storage/clip-rows.ts';
import { createMediaFiles } from '../storage/media-files.ts';
import { openLibrary } from '../storage/open-library.ts';
import { createOperationRows } from '../storage/operation-rows.ts';
import { createQueueRows } from '../storage/queue-rows.ts';
import { createSessionContents } from '../storage/session-contents.ts';
import { createSessionRows } from '../storage/session-rows.ts';
import { createSpendRows } from '../storage/spend-rows.ts';
import { createUploadRows } from '../storage/upload-rows.ts';
import { createMediaWindows } from '../windows/media-window.ts';
import { createStudioWindow } from '../windows/studio-window.ts';
import { createAskBeforeClosing } from './ask-before-closing.ts';
import { createAttention } from './attention.ts';
import { defaultLibraryFolder } from './data-folder.ts';
import { copyFile } from './copy-file.ts';
import { createDialogs } from './dialogs.ts';
import { keyEncryption } from './key-encryption.ts';
import { createLibraryParts } from './library-parts.ts';
import type { AppLog } from './logging.ts';
import { createDesktopManners } from './manners.ts';
import { showInFolder } from './show-in-folder.ts';
import { applyTheme } from './theme.ts';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

const missingPosters = 20;

export interface Studio {
  openWindow(): void;
  /** Quits as its user asked to: explains first what becomes of the clips under way. */
  quit(): void;
  /** Takes up what was under way when the app was last closed, and begins to send. */
  begin(): Promise<void>;
  /** Ends the work of this run; what is under way goes on at the next start. */
  stop(): Promise<void>;
}

export interface StudioDeps {
  environment: Environment;
  dataFolder: string;
  log: AppLog;
  /** The origins of the app's own pages. */
  origins: readonly string[];
  developmentServer: string | null;
}

export async function createStudio(deps: StudioDeps): Promise<Studio> {
  const { environment, dataFolder, log, origins, developmentServer } = deps;
  // Node's own; main/backends/gemini-client.ts says why not Electron's.
  const send = globalThis.fetch;
  const clock = systemClock;

  const preferences = openPreferences(dataFolder, defaultLibraryFolder(environment.dataFolder));
  applyTheme(preferences.settings().theme);
  const { db, wasDamaged } = openLibrary(dataFolder);
  const operations = createOperationRows(db);
  const queueRows = createQueueRows(db);
  const clips = createClipRows(db);
  const uploads = createUploadRows(db);
  const media = createMediaFiles(dataFolder);
  const sessionRows = createSessionRows(db);
  const senders = createSenders(origins);
  const asking = createAskBeforeClosing({
    words() {
      if (!preferences.settings().askBeforeClosing) return null;
      const underWay = operations.inPhase(...underWayPhases).map(({ operation }) => operation);
      return closingWords(underWay, queueRows.isPaused());
    },
    dontAskAgain: () => settings.update({ askBeforeClosing: false }),
    log,
  });
  const window = createStudioWindow({
    preferences,
    senders,
    developmentServer,
    mayClose: (closing) => asking.mayClose(closing),
    closed() {
      if (process.platform !== 'darwin') app.quit();
    },
  });
  const dialogs = createDialogs(() => window.current());
  const attention = createAttention(window);

  const manners = createDesktopManners({
    clock,
    underWay: operations.inPhase(...underWayPhases),
    window,
    show: (operationIds) => {
      attention.show(operationIds);
    },
    wantsNotifications: () => preferences.settings().notifications,
  });

  const spendRows = createSpendRows(db);
  const spend = createSpend({
    rows: spendRows,
    clock,
    held: () => budget.held(),
    newDay: () => {
      queueMayMove();
    },
    changed: (summary) => {
      window.send('spendChanged', summary);
    },
  });
  const sessions = createSessions({
    rows: sessionRows,
    contents: createSessionContents(db),
    clock,
    spendBySession: () => spend.bySession(),
    changed: (change) => {
      window.send('sessionsChanged', change);
      if (change.regrouped) parts.libraryChanged();
    },
    trash: (sessionId) => parts.removing.remove({ query: { ...wholeLibrary, sessionId }, except: [] }),
    untrash: (undoToken) => parts.removing.undo(undoToken),
    breathe: () => setImmediate(),
  });

  const budget = createBudget({
    operations,
    clock,
    committed: () => spend.committed(),
    budgets() {
      const { dayBudgetUsd, monthBudgetUsd } = preferences.settings();
      return { dayUsd: dayBudgetUsd, monthUsd: monthBudgetUsd };
    },
  });

  const tell = (id: string): void => {
    spend.record(id);
    const record = operations.find(id);
    if (!record) return;
    const { operation } = record;
    manners.changed(operation);
    budget.follow(operation);
    if (operation.phase === 'queued') spend.touch();
    queueView.touch();
    sessions.touch();
    if (operation.deletedAt !== null) return;
    const seen = queueView.view(record);
    queueView.told(seen);
    window.send('operationChanged', seen);
    parts.libraryChanged();
  };
  // The engine calls this between its own steps: what is told or booked must never keep it from the next one. The
  // ledger is put right at the next start.
  const changed = (id: string): void => {
    try {
      tell(id);
    } catch (error) {
      log.error('Telling of a change failed', { id, error });
    }
  };
  const queueView = createQueueView({
    operations,
    rows: queueRows,
    clock,
    hold: (operation) => budget.hold(operation),
    retryAt: (id) => generation.retryAt(id),
    isCancelling: (id) => generation.isCancelling(id),
    priceAgain: (operation) => generation.priceAgain(operation),
    tellOperation: (operation) => {
      window.send('operationChanged', operation);
    },
    changed: (summary) => {
      window.send('queueChanged', summary);
    },
  });
  /** As with `changed`: what is told must never keep the engine from its next step. */
  const queueMoved = (): void => {
    try {
      queueView.tellMoved();
    } catch (error) {
      log.error('Telling of the queue failed', { error });
    }
  };
  /** What a budget or the number of clips at a time held may be sent now, or the other way round. */
  const queueMayMove = (): void => {
    queueMoved();
    spend.touch();
    generation.wake();
  };

  const mediaWindows = createMediaWindows(senders, developmentServer);
  const worker = createMediaWorker({ clock, openWindow: (gone) => mediaWindows.open(gone) });
  const posters = createPosters({ clips, media, worker, log, changed });
  const demo = createDemoService({ stateFolder: path.join(dataFolder, 'demo'), worker, fetch: send });
  const vault = await openKeyVault({
    dataFolder,
    encryption: keyEncryption,
    environmentKey: environment.apiKey,
  });
  log.setSecrets(() => [vault.current()].filter((key) => key !== null));

  const startDemo = (): Promise<void> =>
    demo.start().catch((error: unknown) => {
      log.error('The demo service could not start', { error });
    });
  const connection = createConnection({
    environment,
    vault,
    fetch: send,
    demoBackend: () => demo.backend(),
    startDemo,
  });
  const appState = createAppState({
    version: app.getVersion(),
    platform: process.platform,
    locale: app.getLocale() || 'en',
    connection,
    notices: [
      ...(preferences.wasReset ? ['settings_reset' as const] : []),
      ...(vault.isUnreadable ? ['key_unreadable' as const] : []),
      ...(wasDamaged ? ['database_problem' as const] : []),
    ],
    changed: (state) => {
      window.send('appStateChanged', state);
    },
  });
  const generation = createGenerationService({
    operations,
    clips,
    uploads,
    media,
    clock,
    log,
    fetch: send,
    queue: queueRows,
    concurrency: () => preferences.settings().concurrency,
    sessionFor: (asked) => sessions.forRequest(asked),
    currentService: () => connection.currentService(),
    backendFor: (service) => connection.backendFor(service),
    pollMs: () => environment.pollMs ?? preferences.settings().pollingIntervalSeconds * 1000,
    libraryFolder: () => preferences.settings().libraryFolder,
    changed,
    moved: queueMoved,
    random: Math.random,
    mayStart: (operation) => budget.hold(operation),
    writeRecipe: createRecipeWriter({
      clock,
      log,
      appVersion: app.getVersion(),
      sessionName: (id) => sessions.nameOf(id),
    }),
    saved: (id) => void posters.make(id),
  });
  const parts = createLibraryParts({
    db,
    operations,
    uploads,
    spend: spendRows,
    sessions: sessionRows,
    media,
    clock,
    log,
    window,
    dialogs,
    changed,
    view: (record) => queueView.view(record),
    moved: queueMoved,
    removed: () => {
      spend.touch();
      sessions.touch();
    },
    trashFailed: () => {
      appState.notice('trash_failed');
    },
    wake: () => {
      generation.wake();
    },
  });
  const { library, removing } = parts;
  const queue = createQueueControl({ operations, rows: queueRows, generation, library, view: queueView });
  const settings = createSettingsService({
    preferences,
    askFolder: (current) => dialogs.chooseFolder(current),
    changed(next) {
      applyTheme(next.theme);
      window.send('settingsChanged', next);
      queueMayMove();
    },
  });
  const exportSpend = createExportSpend({
    rows: spendRows,
    clock,
    log,
    askWhere: (name) => dialogs.saveTable(name),
  });

  registerAll(createRegistry({ senders, log }), {
    videoChat: videoChatHandlers(generation, library),
    zoetrope: {
      app: appHandlers(
        appState,
        (url) => shell.openExternal(url),
        () => attention.take(),
      ),
      settings: settingsHandlers(settings),
      key: keyHandlers(connection, appState),
      models: modelHandlers,
      images: imageHandlers,
      operations: operationHandlers(library, generation),
      queue: queueHandlers(queue),
      clips: clipHandlers(library, parts.exportClip, showInFolder, copyFile),
      library: libraryHandlers({ ...parts, posters }),
      sessions: sessionHandlers(sessions),
      spend: spendHandlers(spend, exportSpend, budget, queueMayMove),
    },
    media: mediaHandlers(worker, () => {
      mediaWindows.ready();
    }),
  });
  serveMedia({ library, uploads, media, origins });

  let isStopping = (): boolean => false;
  async function begin(): Promise<void> {
    const steps = [
      // The ledger of the last run may lack its last write. Nothing is sent before it is whole: budgets count on it, and
      // the engine sends nothing before `generation.start` below.
      () => spend.reconcile(() => setImmediate()),
      async () => {
        // Its operations stay with it when a key is added meanwhile.
        const hasWork = operations
          .inPhase('queued', 'processing', 'downloading')
          .some(({ operation }) => operation.service === 'demo');
        if (hasWork || connection.state().mode === 'demo') await startDemo();
      },
      async () => {
        spend.start();
        await generation.start();
        powerMonitor.on('resume', () => {
          generation.resume();
        });
      },
      () => removing.sweep(),
      () => posters.makeMissing(missingPosters),
    ];
    for (const step of steps) {
      // One who closes the app while it still begins wants no more of it; the database may be closed already.
      if (isStopping()) return;
      try {
        await step();
      } catch (error) {
        if (!isStopping()) throw error;
        log.info('Beginning broke off: the app is closing', { error });
      }
    }
  }

  return {
    openWindow() {
      window.open();
      manners.windowOpened();
    },
    quit() {
      asking.quit(window.current());
    },
    begin,
    async stop() {
      isStopping = () => true;
      manners.silence();
      await window.close();
      await parts.stop();
      posters.stop();
      await generation.stop();
      manners.release();
      // Before the worker: a drawing that ends with the app is no failure of the demo service, it begins anew next time.
      await demo.stop();
      worker.stop();
      spend.stop();
      sessions.stop();
      queueView.stop();
      db.close();
    },
  };
}

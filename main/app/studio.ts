/** Puts the app together: makes each service with what it needs. */
import { app, net, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { CommandId } from '../../preload/contract/commands.ts';
import type { NoticeCode } from '../../preload/contract/domain.ts';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { createNodeDownload } from '../network/node-download.ts';
import { prepareSdk } from '../backends/gemini-client.ts';
import { createProxiedFetch } from '../network/proxied-fetch.ts';
import type { Registry } from '../ipc/registry.ts';
import { registerAll } from '../ipc/register-all.ts';
import type { MediaFileDeps } from '../protocol/media-file.ts';
import type { Senders } from '../security/senders.ts';
import { createAppState } from '../services/app-state.ts';
import { systemClock } from '../services/clock.ts';
import { createExportSpend } from '../services/export-spend.ts';
import { createGenerationService } from '../services/generation/generation-service.ts';
import type { Asker } from '../services/generation/sources.ts';
import { isImageBeingSent } from '../services/manners/closing-words.ts';
import { createMediaAhead } from '../services/media/media-ahead.ts';
import { createPosters } from '../services/media/posters.ts';
import { createOffers } from '../services/models/offers.ts';
import { openOffersStore } from '../services/models/offers-store.ts';
import { createQueueControl } from '../services/queue/queue-control.ts';
import { createRecipeWriter } from '../services/recipes/recipe-writer.ts';
import { createSessions } from '../services/sessions.ts';
import { createSettingsService } from '../services/settings-service.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { settleWelcome } from '../services/welcome.ts';
import { speechOf } from '../words/speech.ts';
import { wordsOf } from '../words/words.ts';
import type { Environment } from '../settings/environment.ts';
import { openPreferences } from '../settings/preferences.ts';
import { beginInSteps } from './begin.ts';
import { defaultLibraryFolder } from './data-folder.ts';
import { createDesktop } from './desktop.ts';
import { createHandlers } from './handlers.ts';
import { createDatabaseCare } from './database-care.ts';
import { createLibraryParts } from './library-parts.ts';
import type { AppLog } from './logging.ts';
import { createMakers } from './makers.ts';
import type { Menus } from './menu.ts';
import { createMoney } from './money.ts';
import { createPromptParts } from './prompt-parts.ts';
import { createRecipeParts } from './recipe-parts.ts';
import { openStores } from './stores.ts';
import { createTelling } from './telling.ts';
import { systemProxies } from './system-proxies.ts';
import { systemSpeech } from './system-speech.ts';
import { applyTheme } from './theme.ts';
import { createUpdateParts } from './update-parts.ts';

const missingPosters = 20;
/** A large ledger is gone through while the window fills: most of the time is the window's. */
const betweenPiecesMs = 4;

export interface Studio {
  openWindow(): void;
  /** Quits as its user asked to: explains first what becomes of the clips under way. */
  quit(): void;
  /** Shows what is in these files of templates and asks whether to add it. */
  openTemplateFiles(files: readonly string[]): void;
  /** A command was chosen in a native menu. */
  command(id: CommandId): void;
  /** Something happened that the user should know of. */
  notice(code: NoticeCode): void;
  /** Takes up what was under way when the app was last closed, and begins to send. */
  begin(): Promise<void>;
  /** An image is on its way that is paid for and comes once. */
  isMakingImages(): boolean;
  /** After `stop`: true when a new version is being put in place, which ends the app by itself. */
  leave(): boolean;
  /** Ends the work of this run; what is under way goes on at the next start. */
  stop(): Promise<void>;
}

export interface StudioDeps {
  environment: Environment;
  dataFolder: string;
  log: AppLog;
  menus: Menus;
  senders: Senders;
  /** Listens already; answers as soon as the studio is put together. */
  registry: Registry;
  /** Lets `media://` answer from this library. */
  openMedia(library: MediaFileDeps): void;
  /** Open already. */
  firstWindow: BrowserWindow | null;
  developmentServer: string | null;
}

export async function createStudio(deps: StudioDeps): Promise<Studio> {
  const { environment, dataFolder, log, senders, developmentServer } = deps;
  // Node's own; main/backends/gemini-client.ts says why not Electron's. Only the way there is asked of Chromium.
  const send = createProxiedFetch({
    proxiesFor: systemProxies,
    direct: globalThis.fetch,
  });
  const fetchClip = createProxiedFetch({ proxiesFor: systemProxies, direct: createNodeDownload() });
  const clock = systemClock;

  const preferences = openPreferences(dataFolder, defaultLibraryFolder(environment.dataFolder));
  applyTheme(preferences.settings().theme);
  const speech = () => speechOf(preferences.settings().language, systemSpeech());
  const words = () => wordsOf(speech().language);
  let { language } = speech();
  deps.menus.show(words());
  const stores = openStores(dataFolder);
  const { operations, clips, uploads, media, damage } = stores;
  const { window, asking, dialogs, attention, manners, commands } = createDesktop({
    clock,
    log,
    preferences,
    senders,
    developmentServer,
    firstWindow: deps.firstWindow,
    stores,
    menus: deps.menus,
    words,
    used: prepareSdk,
    dontAskAgain: () => settings.update({ askBeforeClosing: false }),
    recovering: (trouble) => {
      appState.notice(`window_${trouble}`);
    },
  });
  const { spend, budget } = createMoney({
    clock,
    stores,
    preferences,
    window,
    newDay: () => {
      telling.queueMayMove();
    },
  });
  const sessions = createSessions({
    rows: stores.sessions,
    contents: stores.sessionContents,
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
  const telling = createTelling({
    spend,
    budget,
    stores,
    clock,
    log,
    window,
    manners,
    generation: () => generation,
    sessions: () => sessions,
    mediaAhead: () => mediaAhead,
    asker: () => asker,
    libraryChanged: () => {
      parts.libraryChanged();
    },
  });
  const { queueView, changed, queueMoved, queueMayMove } = telling;

  const makers = await createMakers({
    environment,
    dataFolder,
    clock,
    log,
    senders,
    developmentServer,
    fetch: send,
  });
  const { connection, worker } = makers;
  const mediaAhead = createMediaAhead(worker);
  settleWelcome({
    preferences,
    isDemoWanted: environment.demo,
    mode: connection.state().mode,
    hasLibrary: () => damage !== null || operations.page(1).length > 0,
  });
  // From then on it is a name like any other, and stays as it is.
  if (!preferences.settings().welcomed) sessions.ensureSession(firstSessionId, words().firstSession);
  const asker: Asker = {
    get service() {
      const service = connection.currentService();
      return service.ok ? service.value : null;
    },
    accountFor: (operation) => connection.backendFor(operation)?.account ?? null,
  };
  const posters = createPosters({ clips, media, worker, log, changed });
  const appState = createAppState({
    version: app.getVersion(),
    platform: process.platform,
    speech,
    connection,
    notices: [
      ...(preferences.trouble === null ? [] : [`settings_${preferences.trouble}` as const]),
      ...(makers.isKeyUnreadable ? ['key_unreadable' as const] : []),
      ...(damage === null
        ? []
        : [damage.restoredFrom === null ? ('database_problem' as const) : ('database_restored' as const)]),
    ],
    restored: damage && { backupAt: damage.restoredFrom, clips: null, followed: damage.followed },
    changed: (state) => {
      window.send('appStateChanged', state);
      // Another key: other clips can be made into new ones.
      parts.libraryChanged();
    },
  });
  const offers = createOffers({
    store: await openOffersStore(dataFolder),
    clock,
    log,
    accessTo: (service) => connection.modelAccess(service),
    refusalOf: (model) => connection.refusalOf(model),
    chosen: () => preferences.settings().defaultModel,
    isOnline: () => net.isOnline(),
    random: Math.random,
    changed: (list) => {
      window.send('modelsChanged', list);
    },
  });
  const generation = createGenerationService({
    operations,
    clips,
    uploads,
    media,
    clock,
    log,
    fetch: fetchClip,
    queue: stores.queue,
    concurrency: () => preferences.settings().concurrency,
    sessionFor: (asked) => sessions.forRequest(asked),
    currentService: () => connection.currentService(),
    backendFor: (operation) => connection.backendFor(operation),
    refusalOf: (model) => offers.refusalOf(model),
    defaultModel: () => offers.defaultModel(),
    modelGone: (model, account) => {
      offers.modelGone(model, account);
    },
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
    ...stores,
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
  const recipes = createRecipeParts({
    stores,
    clock,
    log,
    window,
    sessions,
    spend,
    libraryFolder: () => preferences.settings().libraryFolder,
    libraryChanged: () => {
      parts.libraryChanged();
    },
    posters: () => void posters.makeMissing(missingPosters),
  });
  const care = createDatabaseCare({
    dataFolder,
    stores,
    clock,
    log,
    damaged: () => {
      appState.notice('database_damaged');
    },
  });
  const settings = createSettingsService({
    preferences,
    askFolder: (current) => dialogs.chooseFolder(current),
    changed(next) {
      applyTheme(next.theme);
      if (speech().language !== language) {
        ({ language } = speech());
        deps.menus.show(words());
        appState.refresh();
      }
      window.send('settingsChanged', next);
      queueMayMove();
      updates.settingChanged();
    },
  });

  const prompts = await createPromptParts({
    ...{ dataFolder, clock, log, dialogs, preferences, sessions, window, connection, spend, budget },
  });
  const updates = createUpdateParts({
    environment,
    clock,
    log,
    preferences,
    window,
    quit: (kept) => {
      asking.quit(window.current(), kept);
    },
  });

  registerAll(
    deps.registry,
    createHandlers({
      appState,
      attention,
      commands,
      settings,
      makers,
      offers,
      generation,
      parts,
      posters,
      queue: createQueueControl({ operations, rows: stores.queue, generation, library, view: queueView }),
      sessions,
      recipes,
      spend,
      budget,
      prompts,
      exportSpend: createExportSpend({
        rows: stores.spend,
        clock,
        log,
        askWhere: (name) => dialogs.saveTable(name),
      }),
      queueMayMove,
      updates,
    }),
  );
  deps.openMedia({ library, uploads, media });

  let isStopping = false;
  const steps = [
    // Main has the window's page to serve; until it is there, the rest can wait.
    () => window.loaded(),
    // The ledger of the last run may lack its last write. Nothing is sent before it is whole: budgets count on it, and
    // the engine sends nothing before `generation.start` below.
    () => spend.reconcile(() => setTimeout(betweenPiecesMs)),
    async () => {
      // Before the engine: a clip whose file is there need not be fetched again.
      if (damage === null) return;
      const clipsFound = await recipes.takeUnknown();
      const followed = operations.inPhase('processing', 'downloading').length;
      appState.restored({ clips: clipsFound, followed });
    },
    async () => {
      // Its operations stay with it when a key is added meanwhile.
      const hasWork = operations
        .inPhase('queued', 'processing', 'downloading')
        .some(({ operation }) => operation.service === 'demo');
      if (hasWork || connection.state().mode === 'demo') await makers.startDemo();
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
    () => {
      manners.watchDeadlines();
      care.start();
      offers.start();
      updates.start();
      return Promise.resolve();
    },
  ];

  return {
    openWindow() {
      window.open();
      manners.windowOpened();
    },
    quit() {
      asking.quit(window.current());
    },
    openTemplateFiles(files) {
      void prompts.openedTemplates.open(files);
    },
    notice(code) {
      appState.notice(code);
    },
    command(id) {
      commands.choose(id);
    },
    isMakingImages: () =>
      operations.inPhase('submitting').some(({ operation }) => isImageBeingSent(operation)),
    leave: () => updates.leave(),
    begin: () => beginInSteps(steps, () => isStopping, log),
    async stop() {
      isStopping = true;
      manners.silence();
      await window.close();
      offers.stop();
      updates.stop();
      await recipes.stop();
      await parts.stop();
      posters.stop();
      await generation.stop();
      manners.release();
      await makers.stop();
      spend.stop();
      sessions.stop();
      queueView.stop();
      await care.stop();
      stores.close(care.isWhole());
    },
  };
}

/** Real handlers with small fakes behind them, for the tests of the messages that windows send. */
import { vi } from 'vitest';
import type { OperationRecord as WireRecord } from '../../preload/contract/video-chat.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { ShowInFolder } from '../app/show-in-folder.ts';
import type { Budget } from '../services/budget.ts';
import { models } from '../services/models/catalogue.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { ModelList } from '../../preload/contract/models.ts';
import type { Connection } from '../services/connection.ts';
import type { ExportClip } from '../services/export-clip.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Library } from '../services/library.ts';
import type { MediaWorker } from '../services/media/media-worker.ts';
import type { Updates } from '../services/updates.ts';
import type { QueueControl } from '../services/queue/queue-control.ts';
import type { Sessions } from '../services/sessions.ts';
import type { SettingsService } from '../services/settings-service.ts';
import type { Spend } from '../services/spend.ts';
import { appHandlers } from './app.ts';
import { clipHandlers } from './clips.ts';
import { imageHandlers } from './images.ts';
import { libraryHandlers } from './library.ts';
import { agentPlatformHandlers, keyHandlers } from './key.ts';
import { mediaHandlers } from './media.ts';
import { modelHandlers } from './models.ts';
import { operationHandlers } from './operations.ts';
import { promptHandlers } from './prompts.ts';
import type { PromptServices } from './prompts.ts';
import { queueHandlers } from './queue.ts';
import type { AllHandlers } from './register-all.ts';
import { recipeHandlers } from './recipes.ts';
import { sessionHandlers } from './sessions.ts';
import { settingsHandlers } from './settings.ts';
import { spendHandlers } from './spend.ts';
import { updateHandlers } from './updates.ts';
import { videoChatHandlers } from './video-chat.ts';

const notFound = () =>
  fail({ code: 'operation_not_found', message: 'Operation not found.', retryable: false });

/** The fakes record what they are asked; their answers can be replaced. */
export function testHandlers() {
  const submit = vi.fn<GenerationService['submit']>(() => Promise.resolve(ok(['operation-1'])));
  const openExternal = vi.fn<(url: string) => Promise<void>>(() => Promise.resolve());
  const setKey = vi.fn<Connection['gemini']['setKey']>(() => Promise.resolve(ok(null)));
  const setAgentKey = vi.fn<Connection['agentPlatform']['setKey']>(() => Promise.resolve(ok(null)));
  const setPlace = vi.fn<Connection['agentPlatform']['setPlace']>(() => Promise.resolve(ok(null)));
  const check = vi.fn(() => Promise.resolve(ok(null)));
  const removeKey = vi.fn<Connection['remove']>(() => Promise.resolve());
  const update = vi.fn<SettingsService['update']>();
  const finish = vi.fn<MediaWorker['finish']>();
  const ready = vi.fn();
  const page = vi.fn<Library['page']>(() => ({ operations: [], nextCursor: null }));
  const clipFile = vi.fn<Library['clipFile']>(() => notFound());
  const exportClip = vi.fn<ExportClip>(() => Promise.resolve(ok({ saved: true })));
  const showInFolder = vi.fn<ShowInFolder>(() => Promise.resolve(ok(null)));
  const copyFile = vi.fn(() => Promise.resolve(ok(null)));
  const parts = {
    finding: { page: vi.fn(() => ({ operations: [], total: 0, revision: 1 })), details: notFound },
    mark: vi.fn(() => Promise.resolve({ count: 1 })),
    removing: { remove: vi.fn(), undo: vi.fn() },
    downloading: { download: vi.fn(), cancel: vi.fn() },
    posters: { want: vi.fn() },
  } as unknown as Parameters<typeof libraryHandlers>[0];
  const ids = (operationIds: string[]) => ok({ operationIds });

  const again: GenerationService['again'] = () => notFound();
  const generation = { submit, again } as unknown as GenerationService;
  const library = {
    status: notFound,
    all: () => ({ operations: [] as WireRecord[] }),
    page,
    get: notFound,
    image: () => Promise.resolve(notFound()),
    clipFile,
    remove: ids,
    restore: ids,
    clearFinished: () => ids([]),
  } as unknown as Library;
  const appState = {
    get: () => ({ version: '1' }),
    refresh: () => ({ version: '2' }),
    dismiss: () => ({ version: '3' }),
  } as unknown as AppStateService;
  const connection = {
    gemini: { setKey, check },
    agentPlatform: { setKey: setAgentKey, setPlace, check },
    hasAccess: (service: string) => service === 'gemini',
    remove: removeKey,
  } as unknown as Connection;
  const list: ModelList = {
    offers: models.map((model) => ({ ...model, problem: null })),
    defaultId: models[0].id,
    checkedAt: null,
    images: [],
    defaultImageId: null,
  };
  const offers = {
    list: () => list,
    refresh: () => Promise.resolve(ok(list)),
    checked: () => Promise.resolve(),
    accessRemoved: () => undefined,
  };
  const settings = { get: vi.fn(), update, chooseLibraryFolder: vi.fn() } as unknown as SettingsService;

  const sessions = { list: vi.fn(), current: vi.fn() } as unknown as Sessions;
  const spend = { summary: vi.fn() } as unknown as Spend;
  const budget = { allow: notFound } as unknown as Budget;
  const queue = {
    summary: vi.fn(),
    list: vi.fn(),
    setPaused: vi.fn(),
    move: notFound,
    cancel: notFound,
    followAgain: notFound,
    retryFailed: () => ({ operationIds: [] }),
  } as unknown as QueueControl;
  const exportSpend = vi.fn(() => Promise.resolve(ok({ saved: true })));

  const handlers: AllHandlers = {
    videoChat: videoChatHandlers(generation, library),
    zoetrope: {
      app: appHandlers(
        appState,
        openExternal,
        () => [],
        () => undefined,
      ),
      settings: settingsHandlers(settings),
      key: keyHandlers(connection, appState, offers),
      agentPlatform: agentPlatformHandlers(connection, appState, offers),
      models: modelHandlers(offers),
      images: imageHandlers(generation, library),
      operations: operationHandlers(library, generation),
      queue: queueHandlers(queue),
      clips: clipHandlers(library, exportClip, showInFolder, copyFile),
      library: libraryHandlers(parts),
      sessions: sessionHandlers(sessions),
      prompts: promptHandlers({
        templates: { list: () => ok([]) },
        openedTemplates: { first: () => ok(null), answer: notFound },
        enhance: { offer: () => null, ask: notFound },
      } as unknown as PromptServices),
      updates: updateHandlers({ check: notFound } as unknown as Updates),
      recipes: recipeHandlers({
        readRequest: () => Promise.resolve(notFound()),
        rebuild: () =>
          Promise.resolve({ added: 0, relinked: 0, known: 0, foreign: 0, unreadable: 0, cancelled: false }),
        cancelRebuild: vi.fn(),
      }),
      spend: spendHandlers(spend, exportSpend, budget, vi.fn()),
    },
    media: mediaHandlers({ finish } as unknown as MediaWorker, ready),
  };
  const fakes = {
    submit,
    openExternal,
    setKey,
    setAgentKey,
    setPlace,
    removeKey,
    update,
    finish,
    ready,
    page,
    clipFile,
    exportClip,
    showInFolder,
  };
  return { handlers, fakes };
}

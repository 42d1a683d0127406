/** Gives every call of the contract its handler. */
import { appHandlers } from '../ipc/app.ts';
import { clipHandlers } from '../ipc/clips.ts';
import { imageHandlers } from '../ipc/images.ts';
import { agentPlatformHandlers, keyHandlers } from '../ipc/key.ts';
import { libraryHandlers } from '../ipc/library.ts';
import { mediaHandlers } from '../ipc/media.ts';
import { modelHandlers } from '../ipc/models.ts';
import { operationHandlers } from '../ipc/operations.ts';
import { promptHandlers } from '../ipc/prompts.ts';
import type { PromptServices } from '../ipc/prompts.ts';
import { queueHandlers } from '../ipc/queue.ts';
import type { AllHandlers } from '../ipc/register-all.ts';
import { sessionHandlers } from '../ipc/sessions.ts';
import { recipeHandlers } from '../ipc/recipes.ts';
import type { RecipeParts } from '../ipc/recipes.ts';
import { settingsHandlers } from '../ipc/settings.ts';
import { spendHandlers } from '../ipc/spend.ts';
import { updateHandlers } from '../ipc/updates.ts';
import { videoChatHandlers } from '../ipc/video-chat.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { ExportSpend } from '../services/export-spend.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Offers } from '../services/models/offers.ts';
import type { Posters } from '../services/media/posters.ts';
import type { QueueControl } from '../services/queue/queue-control.ts';
import type { Sessions } from '../services/sessions.ts';
import type { SettingsService } from '../services/settings-service.ts';
import type { Updates } from '../services/updates.ts';
import type { Attention } from './attention.ts';
import { copyFile } from './copy-file.ts';
import type { LibraryParts } from './library-parts.ts';
import type { Makers } from './makers.ts';
import type { MenuCommands } from './menu-commands.ts';
import type { Money } from './money.ts';
import { openInBrowser } from './open-in-browser.ts';
import { showInFolder } from './show-in-folder.ts';

export interface HandlersDeps extends Money {
  appState: AppStateService;
  attention: Attention;
  commands: MenuCommands;
  settings: SettingsService;
  makers: Pick<Makers, 'connection' | 'worker' | 'workerReady'>;
  offers: Offers;
  generation: GenerationService;
  parts: LibraryParts;
  posters: Posters;
  queue: QueueControl;
  sessions: Sessions;
  recipes: RecipeParts;
  prompts: PromptServices;
  exportSpend: ExportSpend;
  updates: Updates;
  /** A budget is another one: what it held may be sent. */
  queueMayMove(): void;
}

export function createHandlers(deps: HandlersDeps): AllHandlers {
  const { appState, attention, makers, generation, parts, posters, spend, budget } = deps;
  const { library } = parts;
  return {
    videoChat: videoChatHandlers(generation, library),
    zoetrope: {
      app: appHandlers(
        appState,
        openInBrowser,
        () => attention.take(),
        (ids) => {
          deps.commands.setImpossible(ids);
        },
      ),
      settings: settingsHandlers(deps.settings),
      key: keyHandlers(makers.connection, appState, deps.offers),
      agentPlatform: agentPlatformHandlers(makers.connection, appState, deps.offers),
      models: modelHandlers(deps.offers),
      images: imageHandlers(generation, library),
      operations: operationHandlers(library, generation),
      queue: queueHandlers(deps.queue),
      clips: clipHandlers(library, parts.exportClip, showInFolder, copyFile),
      library: libraryHandlers({ ...parts, posters }),
      sessions: sessionHandlers(deps.sessions),
      prompts: promptHandlers(deps.prompts),
      updates: updateHandlers(deps.updates),
      recipes: recipeHandlers(deps.recipes),
      spend: spendHandlers(spend, deps.exportSpend, budget, deps.queueMayMove),
    },
    media: mediaHandlers(makers.worker, () => {
      makers.workerReady();
    }),
  };
}

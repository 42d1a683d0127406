/** What the user's desktop has of the app: the window, its dialogs, the question before closing, notifications. */
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Senders } from '../security/senders.ts';
import type { Clock } from '../services/clock.ts';
import { underWayPhases } from '../services/generation/phases.ts';
import { closingWords } from '../services/manners/closing-words.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { MainWords } from '../words/en.ts';
import { createStudioWindow } from '../windows/studio-window.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { WindowTrouble } from '../windows/recovery.ts';
import { createAskAboutWindow } from './ask-about-window.ts';
import { createAskBeforeClosing } from './ask-before-closing.ts';
import type { AskBeforeClosing } from './ask-before-closing.ts';
import { createAttention } from './attention.ts';
import type { Attention } from './attention.ts';
import { createDialogs } from './dialogs.ts';
import type { Dialogs } from './dialogs.ts';
import type { AppLog } from './logging.ts';
import { createDesktopManners } from './manners.ts';
import type { DesktopManners } from './manners.ts';
import type { Menus } from './menu.ts';
import { createMenuCommands } from './menu-commands.ts';
import type { MenuCommands } from './menu-commands.ts';
import type { Stores } from './stores.ts';

export interface DesktopDeps {
  clock: Clock;
  log: AppLog;
  preferences: Preferences;
  senders: Senders;
  developmentServer: string | null;
  firstWindow: BrowserWindow | null;
  stores: Pick<Stores, 'operations' | 'queue'>;
  menus: Menus;
  /** Somebody begins to work with a window. */
  used(): void;
  /** In the language of now. */
  words(): MainWords;
  /** Closing is not to be asked about any more. */
  dontAskAgain(): void;
  /** The window's page is loaded again in a moment. */
  recovering(trouble: WindowTrouble): void;
}

export interface Desktop {
  window: StudioWindow;
  asking: AskBeforeClosing;
  dialogs: Dialogs;
  attention: Attention;
  manners: DesktopManners;
  commands: MenuCommands;
}

export function createDesktop(deps: DesktopDeps): Desktop {
  const { clock, log, preferences, senders, developmentServer, stores } = deps;
  const underWay = () => stores.operations.inPhase(...underWayPhases);
  const asking = createAskBeforeClosing({
    words() {
      if (!preferences.settings().askBeforeClosing) return null;
      return closingWords(
        underWay().map(({ operation }) => operation),
        stores.queue.isPaused(),
        deps.words(),
      );
    },
    dontAskAgain: () => {
      deps.dontAskAgain();
    },
    labels: () => deps.words().closing,
    log,
  });
  const askAboutWindow = createAskAboutWindow(() => deps.words().window);
  const window = createStudioWindow({
    clock,
    log,
    preferences,
    senders,
    developmentServer,
    first: deps.firstWindow,
    used: () => {
      deps.used();
    },
    mayClose: (closing) => asking.mayClose(closing),
    closed() {
      commands.windowClosed();
      if (process.platform !== 'darwin') app.quit();
    },
    pageGone() {
      commands.windowClosed();
    },
    recovering: (trouble) => {
      deps.recovering(trouble);
    },
    askAfterCrash: (crashed) => askAboutWindow.afterCrash(crashed),
    askWhileHung: (hung, signal) => askAboutWindow.whileHung(hung, signal),
    quit() {
      app.quit();
    },
  });
  const commands = createMenuCommands(window, deps.menus);
  const attention = createAttention(window);
  const manners = createDesktopManners({
    clock,
    underWay: underWay(),
    operations: stores.operations,
    window,
    show: (operationIds) => {
      attention.show(operationIds);
    },
    words: () => deps.words(),
    wantsNotifications: () => preferences.settings().notifications,
  });
  return {
    window,
    asking,
    dialogs: createDialogs(
      () => window.current(),
      () => deps.words().dialogs,
    ),
    attention,
    manners,
    commands,
  };
}

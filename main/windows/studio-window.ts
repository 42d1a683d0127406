import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StudioEvents } from '../../preload/contract/api.ts';
import { channel } from '../../preload/contract/channels.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { Senders } from '../security/senders.ts';
import type { Clock } from '../services/clock.ts';
import type { Log } from '../services/log.ts';
import { makeStudioWindow } from './make-studio-window.ts';
import { pageUrl } from './pages.ts';
import { createRecovery } from './recovery.ts';
import type { WindowTrouble } from './recovery.ts';

/** A page that hangs does not let its window close: then it is not asked any more. */
const closeLimitMs = 3_000;

export interface StudioWindowDeps {
  clock: Clock;
  log: Log;
  preferences: Preferences;
  senders: Senders;
  developmentServer: string | null;
  /** The one that was made before everything else at this start; null where there is none. */
  first: BrowserWindow | null;
  /** Somebody begins to work with a window: a key or a button was pressed in it. */
  used(): void;
  /** Asked when the user closes the window, not when the app does. */
  mayClose(window: BrowserWindow): boolean;
  closed(): void;
  /** The page ended by itself: nothing listens until it is loaded again. */
  pageGone(): void;
  /** The page is loaded again in a moment. */
  recovering(trouble: WindowTrouble): void;
  /** True: load the page again. False: quit. */
  askAfterCrash(window: BrowserWindow): Promise<boolean>;
  /** True: load the page again. False: wait. */
  askWhileHung(window: BrowserWindow, signal: AbortSignal): Promise<boolean>;
  quit(): void;
}

export interface StudioWindow {
  /** Opens the window, or brings the open one to the front. */
  open(): void;
  /** Tells the window something; nobody hears it while no window is open. */
  send<Name extends keyof StudioEvents>(event: Name, payload: StudioEvents[Name]): void;
  /** Resolves when the open window's page is there, or will not come; at once while no window is open. */
  loaded(): Promise<void>;
  /** For native dialogs; null while no window is open. */
  current(): BrowserWindow | null;
  /** Closes the window; resolves once its page has put down what it keeps, a prompt just written for instance. */
  close(): Promise<void>;
}

const presses: ReadonlySet<Electron.InputEvent['type']> = new Set(['keyDown', 'rawKeyDown', 'mouseDown']);

export function createStudioWindow(deps: StudioWindowDeps): StudioWindow {
  const { clock, log, preferences, senders, developmentServer, first, mayClose } = deps;
  let window: BrowserWindow | null = null;
  let waiting = first;
  /** The app closes the window: it is past asking. */
  let isEnding = false;

  function rememberBounds(): void {
    try {
      if (window) preferences.saveWindowBounds(window.getNormalBounds());
    } catch (error) {
      // A full disk must not keep the window open.
      log.warn('The window’s place could not be kept', { error });
    }
  }

  /** A page that ended is loaded again, one that hangs is asked about. */
  function watch(made: BrowserWindow): void {
    const { webContents } = made;
    const recovery = createRecovery({
      clock,
      log,
      load() {
        // Not within the event: Electron before 43 may crash when a page is loaded while its process is being ended.
        setImmediate(() => {
          if (!made.isDestroyed()) load(made);
        });
      },
      endPage() {
        webContents.forcefullyCrashRenderer();
      },
      askAfterCrash: () => deps.askAfterCrash(made),
      askWhileHung: (signal) => deps.askWhileHung(made, signal),
      quit: () => {
        deps.quit();
      },
      recovering: (trouble) => {
        deps.recovering(trouble);
      },
    });
    webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (isEnding) return;
      deps.pageGone();
      recovery.gone({ reason, exitCode });
    });
    // It may have ended while the app was being put together.
    if (webContents.isCrashed()) recovery.gone({ reason: 'crashed', exitCode: 0 });
    made.on('unresponsive', () => {
      recovery.unresponsive();
    });
    made.on('responsive', () => {
      recovery.responsive();
    });
    made.on('closed', () => {
      recovery.stop();
    });
  }

  function load(made: BrowserWindow): void {
    made.loadURL(pageUrl('index.html', developmentServer)).catch((error: unknown) => {
      log.warn('The window’s page was not loaded', { error });
    });
  }

  /** It is agreed that it closes. */
  function closeInTime(made: BrowserWindow): void {
    rememberBounds();
    const cancel = clock.after(closeLimitMs, () => {
      made.destroy();
    });
    made.once('closed', cancel);
  }

  function takeUp(made: BrowserWindow): BrowserWindow {
    made.on('close', (event) => {
      if (isEnding || mayClose(made)) closeInTime(made);
      else event.preventDefault();
    });
    const { session } = made.webContents;
    const onInput = (_event: unknown, { type }: Electron.InputEvent): void => {
      if (!presses.has(type)) return;
      made.webContents.off('input-event', onInput);
      deps.used();
    };
    made.webContents.on('input-event', onInput);
    made.on('closed', () => {
      window = null;
      // Chromium writes local storage seconds later; by then the app has ended.
      session.flushStorageData();
      deps.closed();
    });
    watch(made);
    return made;
  }

  return {
    open() {
      if (!window) {
        const made =
          waiting ??
          makeStudioWindow({
            ...{ senders, developmentServer, isDark: nativeTheme.shouldUseDarkColors },
            bounds: preferences.windowBounds(),
          });
        waiting = null;
        if (made.isDestroyed()) deps.closed();
        else window = takeUp(made);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    send(event, payload) {
      if (window?.webContents.isCrashed() === false) window.webContents.send(channel.event(event), payload);
    },
    async loaded() {
      const contents = window?.webContents;
      if (!contents?.isLoading()) return;
      await new Promise<void>((resolve) => {
        contents.once('did-stop-loading', resolve);
        contents.once('destroyed', resolve);
      });
    },
    current: () => window,
    async close() {
      const open = window;
      if (!open) return;
      isEnding = true;
      await new Promise<void>((resolve) => {
        open.once('closed', () => {
          resolve();
        });
        open.close();
      });
    },
  };
}

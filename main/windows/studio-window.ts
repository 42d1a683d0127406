import type { BrowserWindow } from 'electron';
import type { StudioEvents } from '../../preload/contract/api.ts';
import { channel } from '../../preload/contract/channels.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { Senders } from '../security/senders.ts';
import { makeStudioWindow } from './make-studio-window.ts';

export interface StudioWindowDeps {
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

export function createStudioWindow({
  preferences,
  senders,
  developmentServer,
  first,
  used,
  mayClose,
  closed,
}: StudioWindowDeps): StudioWindow {
  let window: BrowserWindow | null = null;
  let waiting = first;
  /** The app closes the window: it is past asking. */
  let isEnding = false;

  function rememberBounds(): void {
    if (window) preferences.saveWindowBounds(window.getNormalBounds());
  }

  function takeUp(made: BrowserWindow): BrowserWindow {
    made.on('close', (event) => {
      if (isEnding || mayClose(made)) rememberBounds();
      else event.preventDefault();
    });
    const { session } = made.webContents;
    const onInput = (_event: unknown, { type }: Electron.InputEvent): void => {
      if (!presses.has(type)) return;
      made.webContents.off('input-event', onInput);
      used();
    };
    made.webContents.on('input-event', onInput);
    made.on('closed', () => {
      window = null;
      // Chromium writes local storage seconds later; by then the app has ended.
      session.flushStorageData();
      closed();
    });
    return made;
  }

  return {
    open() {
      if (!window) {
        const made =
          waiting ?? makeStudioWindow({ senders, developmentServer, bounds: preferences.windowBounds() });
        waiting = null;
        if (made.isDestroyed()) closed();
        else window = takeUp(made);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    send(event, payload) {
      window?.webContents.send(channel.event(event), payload);
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

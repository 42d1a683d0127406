import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { StudioEvents } from '../../preload/contract/api.ts';
import { channel } from '../../preload/contract/channels.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { Senders } from '../security/senders.ts';
import { pageUrl } from './pages.ts';
import { visibleBounds } from './visible-bounds.ts';
import { webPreferences } from './web-preferences.ts';

const designSize = { width: 1280, height: 800 };
const smallestSize = { minWidth: 960, minHeight: 640 };
/** `--bg` of renderer/styles/tokens.css: the window is never white before its page is there. */
const background = { dark: '#0e0f12', light: '#f6f6f4' };

export interface StudioWindowDeps {
  preferences: Preferences;
  senders: Senders;
  developmentServer: string | null;
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

export function createStudioWindow({
  preferences,
  senders,
  developmentServer,
  mayClose,
  closed,
}: StudioWindowDeps): StudioWindow {
  let window: BrowserWindow | null = null;
  /** The app closes the window: it is past asking. */
  let isEnding = false;

  function rememberBounds(): void {
    if (window) preferences.saveWindowBounds(window.getNormalBounds());
  }

  function make(): BrowserWindow {
    const bounds = visibleBounds(
      preferences.windowBounds(),
      screen.getAllDisplays().map((display) => display.workArea),
    );
    const made = new BrowserWindow({
      ...designSize,
      ...bounds,
      ...smallestSize,
      show: false,
      title: 'Zoetrope',
      icon: path.join(import.meta.dirname, '../../assets/icon.png'),
      autoHideMenuBar: true,
      backgroundColor: background[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: webPreferences('studio'),
    });
    senders.add(made.webContents, 'studio');
    made.once('ready-to-show', () => {
      made.show();
    });
    made.on('close', (event) => {
      if (isEnding || mayClose(made)) rememberBounds();
      else event.preventDefault();
    });
    const { session } = made.webContents;
    made.on('closed', () => {
      window = null;
      // Chromium writes local storage seconds later; by then the app has ended.
      session.flushStorageData();
      closed();
    });
    void made.loadURL(pageUrl('index.html', developmentServer));
    return made;
  }

  return {
    open() {
      if (!window) {
        window = make();
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

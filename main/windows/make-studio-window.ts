/** The studio's window itself, without what the app does with it: made first thing at a start. */
import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Senders } from '../security/senders.ts';
import type { WindowBounds } from '../settings/preferences.ts';
import { pageUrl } from './pages.ts';
import { visibleBounds } from './visible-bounds.ts';
import { webPreferences } from './web-preferences.ts';

const designSize = { width: 1280, height: 800 };
const smallestSize = { minWidth: 960, minHeight: 640 };
/** `--bg` of renderer/styles/tokens.css: the window is never white before its page is there. */
const background = { dark: '#0e0f12', light: '#f6f6f4' };

export interface MakeStudioWindowDeps {
  senders: Senders;
  developmentServer: string | null;
  /** Of its background until the page is there. */
  isDark: boolean;
  /** Where it was last; null for the middle of the screen. */
  bounds: WindowBounds | null;
}

/** Opens a window with the studio's page in it. It is shown as soon as there is something to see. */
export function makeStudioWindow({
  senders,
  developmentServer,
  isDark,
  bounds,
}: MakeStudioWindowDeps): BrowserWindow {
  const made = new BrowserWindow({
    ...designSize,
    ...visibleBounds(
      bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    ...smallestSize,
    show: false,
    title: 'Zoetrope',
    autoHideMenuBar: true,
    backgroundColor: background[isDark ? 'dark' : 'light'],
    webPreferences: webPreferences('studio'),
  });
  senders.add(made.webContents, 'studio');
  made.once('ready-to-show', () => {
    made.show();
  });
  void made.loadURL(pageUrl('index.html', developmentServer));
  // While the page's process comes up. macOS takes the app's own.
  if (process.platform !== 'darwin') made.setIcon(path.join(import.meta.dirname, '../../assets/icon.png'));
  return made;
}

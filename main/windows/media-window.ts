/** The hidden window with WebCodecs: it draws demo clips and takes posters out of clips. */
import os from 'node:os';
import { BrowserWindow } from 'electron';
import { channel } from '../../preload/contract/channels.ts';
import type { Senders } from '../security/senders.ts';
import type { MediaWindow } from '../services/media/media-worker.ts';
import { pageUrl } from './pages.ts';
import { webPreferences } from './web-preferences.ts';

const openLimitMs = 30_000;

export interface MediaWindowFactory {
  open(gone: () => void): Promise<MediaWindow>;
  /** The page says that it can take jobs. */
  ready(): void;
}

/** Drawing and reading clips takes all of a processor: what the user does goes before it. */
function yieldToOthers(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not let us: then they share.
  }
}

export function createMediaWindows(senders: Senders, developmentServer: string | null): MediaWindowFactory {
  let pageIsReady: (() => void) | null = null;
  return {
    ready() {
      pageIsReady?.();
    },
    async open(gone) {
      const window = new BrowserWindow({ show: false, webPreferences: webPreferences('media') });
      senders.add(window.webContents, 'media');
      let isClosing = false;
      const close = (): void => {
        isClosing = true;
        if (!window.isDestroyed()) window.destroy();
      };
      try {
        await new Promise<void>((resolve, reject) => {
          const limit = setTimeout(() => {
            reject(new Error('The media window did not open.'));
          }, openLimitMs);
          pageIsReady = () => {
            clearTimeout(limit);
            resolve();
          };
          window.webContents.once('render-process-gone', () => {
            clearTimeout(limit);
            reject(new Error('The media window ended while opening.'));
          });
          window.loadURL(pageUrl('media.html', developmentServer)).catch(reject);
        });
      } catch (error) {
        close();
        throw error;
      }
      yieldToOthers(window.webContents.getOSProcessId());
      window.webContents.on('render-process-gone', () => {
        if (isClosing) return;
        close();
        gone();
      });
      return {
        send(job) {
          window.webContents.send(channel.event('job'), job);
        },
        close,
      };
    },
  };
}

import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Log } from '../services/log.ts';

export interface AskBeforeClosingDeps {
  /** What closing means for the work under way; null when there is none, or when the user wants no question. */
  words(): string | null;
  dontAskAgain(): void;
  log: Log;
}

const close = 0;
const keepOpen = 1;

/**
 * Gives what a window asks when its user closes it: true, or false and a question, after which the window closes if the
 * answer is Close. On macOS the app goes on without its window, so there is nothing to ask.
 */
export function createAskBeforeClosing(deps: AskBeforeClosingDeps): (window: BrowserWindow) => boolean {
  const ending = new AbortController();
  app.on('before-quit', () => {
    ending.abort();
  });
  let isAsking = false;
  let agreed: BrowserWindow | null = null;

  async function ask(window: BrowserWindow, detail: string): Promise<void> {
    const { response, checkboxChecked } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Zoetrope',
      message: 'Close Zoetrope?',
      detail,
      buttons: ['Close', 'Keep open'],
      defaultId: keepOpen,
      cancelId: keepOpen,
      noLink: true,
      checkboxLabel: 'Don’t ask again',
      signal: ending.signal,
    });
    if (response !== close || window.isDestroyed()) return;
    if (checkboxChecked) deps.dontAskAgain();
    agreed = window;
    window.close();
  }

  return (window) => {
    if (process.platform === 'darwin' || window === agreed) return true;
    if (isAsking) return false;
    const words = deps.words();
    if (words === null) return true;
    isAsking = true;
    ask(window, words)
      .catch((error: unknown) => {
        deps.log.error('The question before closing could not be asked', { error });
        agreed = window;
        if (!window.isDestroyed()) window.close();
      })
      .finally(() => {
        isAsking = false;
      });
    return false;
  };
}

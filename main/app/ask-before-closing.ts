import { app, dialog } from 'electron';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import type { MainWords } from '../words/en.ts';
import type { Log } from '../services/log.ts';

export interface AskBeforeClosingDeps {
  /** What closing means for the work under way; null when there is none, or when the user wants no question. */
  words(): string | null;
  dontAskAgain(): void;
  /** In the language of now. */
  labels(): MainWords['closing'];
  log: Log;
}

type Verb = 'close' | 'quit';

const close = 0;
const keepOpen = 1;

export interface AskBeforeClosing {
  /**
   * What a window asks when its user closes it: true, or false and a question, after which the window closes if the
   * answer is Close. On macOS the app goes on without its window, so there is nothing to ask.
   */
  mayClose(window: BrowserWindow): boolean;
  /**
   * Quits, after the same question where there is something to ask: for macOS, where closing the window ends nothing.
   * `kept` is called when the user rather keeps it open.
   */
  quit(window: BrowserWindow | null, kept?: () => void): void;
}

export function createAskBeforeClosing(deps: AskBeforeClosingDeps): AskBeforeClosing {
  const ending = new AbortController();
  app.on('before-quit', () => {
    ending.abort();
  });
  let isAsking = false;
  let agreed: BrowserWindow | null = null;

  /** True when the user wants it to end all the same. */
  async function ask(window: BrowserWindow | null, verb: Verb, detail: string): Promise<boolean> {
    const labels = deps.labels();
    const options: MessageBoxOptions = {
      type: 'question',
      title: 'Zoetrope',
      message: labels[`${verb}Title`],
      detail,
      buttons: [labels[verb], labels.keepOpen],
      defaultId: keepOpen,
      cancelId: keepOpen,
      noLink: true,
      checkboxLabel: labels.dontAskAgain,
      signal: ending.signal,
    };
    const { response, checkboxChecked } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    if (response !== close) return false;
    if (checkboxChecked) deps.dontAskAgain();
    return true;
  }

  /** Asks once at a time, then goes on if the answer says so, and where the question could not be asked. */
  function askThen(
    window: BrowserWindow | null,
    verb: Verb,
    detail: string,
    goOn: () => void,
    kept?: () => void,
  ): void {
    if (isAsking) {
      kept?.();
      return;
    }
    isAsking = true;
    ask(window, verb, detail)
      .catch((error: unknown) => {
        deps.log.error('The question before closing could not be asked', { error });
        return true;
      })
      .then((isAgreed) => {
        isAsking = false;
        if (isAgreed) goOn();
        else kept?.();
      })
      .catch((error: unknown) => {
        deps.log.error('Closing after the question failed', { error });
      });
  }

  return {
    mayClose(window) {
      if (process.platform === 'darwin' || window === agreed) return true;
      const words = isAsking ? '' : deps.words();
      if (words === null) return true;
      askThen(window, 'close', words, () => {
        agreed = window;
        if (!window.isDestroyed()) window.close();
      });
      return false;
    },
    quit(window, kept) {
      const words = deps.words();
      if (words === null) app.quit();
      else {
        askThen(
          window,
          'quit',
          words,
          () => {
            app.quit();
          },
          kept,
        );
      }
    },
  };
}

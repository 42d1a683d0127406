/** The system's own questions about a window whose page cannot ask them itself. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { MainWords } from '../words/en.ts';

export interface AskAboutWindow {
  /** True: load the page again. False: quit. */
  afterCrash(window: BrowserWindow): Promise<boolean>;
  /** True: load the page again. False: wait. */
  whileHung(window: BrowserWindow, signal: AbortSignal): Promise<boolean>;
}

/** `words` in the language of now. */
export function createAskAboutWindow(words: () => MainWords['window']): AskAboutWindow {
  const ask = async (
    window: BrowserWindow,
    { title, detail, other }: { title: string; detail: string; other: string },
    isOtherDefault: boolean,
    signal?: AbortSignal,
  ): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Zoetrope',
      message: title,
      detail,
      buttons: [words().reload, other],
      defaultId: isOtherDefault ? 1 : 0,
      cancelId: 1,
      noLink: true,
      ...(signal ? { signal } : {}),
    });
    return response === 0;
  };
  return {
    afterCrash: (window) =>
      ask(window, { title: words().crashed, detail: words().crashedDetail, other: words().quit }, false),
    whileHung: (window, signal) =>
      ask(window, { title: words().hung, detail: words().hungDetail, other: words().wait }, true, signal),
  };
}

import { app } from 'electron';
import type { BrowserWindow } from 'electron';

/** Electron's values: above 1 is a bar that only moves, below 0 is none. */
const moving = 2;
const none = -1;

export interface Progress {
  /** How many clips are being made. */
  show(making: number): void;
  /** For a window that was opened since. */
  showAgain(): void;
}

/** The bar at the icon in the dock or the taskbar; on macOS the number of clips too. */
export function createProgress(window: () => BrowserWindow | null): Progress {
  let shown = 0;
  function show(making: number): void {
    shown = making;
    window()?.setProgressBar(making > 0 ? moving : none);
    if (process.platform === 'darwin') app.dock?.setBadge(making > 0 ? String(making) : '');
  }
  return {
    show,
    showAgain() {
      if (shown > 0) show(shown);
    },
  };
}

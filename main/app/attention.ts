/** Brings the window up with what a notification spoke of. */
import type { StudioWindow } from '../windows/studio-window.ts';

export interface Attention {
  show(operationIds: string[]): void;
  /** What was to be shown while no page listened; once. */
  take(): string[];
}

export function createAttention(window: Pick<StudioWindow, 'open' | 'current' | 'send'>): Attention {
  let waiting: string[] = [];
  return {
    show(operationIds) {
      const page = window.current()?.webContents;
      // A page that is still loading hears nothing; it asks when it is there.
      if (page && !page.isLoading()) window.send('operationsShown', { operationIds });
      else waiting = operationIds;
      window.open();
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** Commands between the native menus and the window, which does them and knows which can be done. */
import type { CommandId } from '../../preload/contract/commands.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { Menus } from './menu.ts';

export interface MenuCommands {
  /** A command was chosen in a menu. On macOS the menus are there without a window: then one opens for it. */
  choose(id: CommandId): void;
  /** The window listens, and these cannot be done in it just now. */
  setImpossible(ids: readonly CommandId[]): void;
  windowClosed(): void;
}

export function createMenuCommands(
  window: Pick<StudioWindow, 'open' | 'send'>,
  menus: Pick<Menus, 'setImpossible'>,
): MenuCommands {
  let isListening = false;
  /** Chosen before the window's page was there to hear of it. */
  let waiting: CommandId | null = null;
  return {
    choose(id) {
      window.open();
      if (isListening) window.send('commandChosen', { id });
      else waiting = id;
    },
    setImpossible(ids) {
      menus.setImpossible(ids);
      isListening = true;
      if (waiting !== null) window.send('commandChosen', { id: waiting });
      waiting = null;
    },
    windowClosed() {
      isListening = false;
      waiting = null;
      menus.setImpossible([]);
    },
  };
}

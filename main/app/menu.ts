/** The native menus, in the window's language; what cannot be done just now is grey. */
import { Menu, app } from 'electron';
import type { CommandId } from '../../preload/contract/commands.ts';
import type { MainWords } from '../words/en.ts';
import { menuTemplate } from './menu-template.ts';

export interface MenuDeps {
  isDevelopment: boolean;
  /** Quits as its user asked to. */
  quit(): void;
  /** A command of the window's was chosen. */
  chosen(id: CommandId): void;
}

export interface Menus {
  /** Builds them anew, in these words. */
  show(words: MainWords): void;
  /** Greys these and no others. */
  setImpossible(ids: readonly CommandId[]): void;
}

export function createMenus({ isDevelopment, quit, chosen }: MenuDeps): Menus {
  let impossible = new Set<CommandId>();
  return {
    show(words) {
      const template = menuTemplate({
        platform: process.platform,
        appName: app.name,
        words,
        isDevelopment,
        impossible,
        chosen,
        quit(_item, window) {
          if (process.platform !== 'darwin' && window) window.close();
          else quit();
        },
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
    setImpossible(ids) {
      const before = impossible;
      impossible = new Set(ids);
      const menu = Menu.getApplicationMenu();
      for (const id of new Set([...before, ...impossible])) {
        const item = menu?.getMenuItemById(id);
        if (item) item.enabled = !impossible.has(id);
      }
    },
  };
}

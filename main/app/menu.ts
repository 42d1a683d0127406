/** The native menus: the table of commands in the window's language, and the system's own editing and window commands. */
import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { commandIds, commands } from '../../preload/contract/commands.ts';
import type { CommandGroup, CommandId } from '../../preload/contract/commands.ts';
import type { MainWords } from '../words/en.ts';

export interface MenuDeps {
  isDevelopment: boolean;
  /** Quits as the window's own button does, which asks while clips are under way; the role would not. */
  quit(): void;
  /** A command of the window's was chosen. */
  chosen(id: CommandId): void;
}

const onMac = process.platform === 'darwin';
const separator: MenuItemConstructorOptions = { type: 'separator' };

type Role = Exclude<keyof MainWords['menu']['roles'], 'windowMenu'>;

/** Builds the menus anew, in these words. */
export function createMenu({ isDevelopment, quit, chosen }: MenuDeps): (words: MainWords) => void {
  function items(group: CommandGroup, words: MainWords, except: readonly CommandId[] = []) {
    return commandIds
      .filter((id) => commands[id].group === group && !except.includes(id))
      .map((id): MenuItemConstructorOptions => {
        const { keys } = commands[id];
        return {
          id,
          label: words.menu.commands[id],
          // A key that writes a letter stays the page's, and the others come to the page first: it knows what they mean
          // where the focus is. On macOS the menu gets what the page left over.
          ...(keys?.includes('CmdOrCtrl') ? { accelerator: keys, registerAccelerator: false } : {}),
          click: () => {
            chosen(id);
          },
        };
      });
  }

  return (words) => {
    const { groups, roles } = words.menu;
    const several = (...names: Role[]): MenuItemConstructorOptions[] =>
      names.map((role) => ({ role, label: roles[role] }));
    const preferences = items('file', words).filter(({ id }) => id === 'settings');
    const quitItem: MenuItemConstructorOptions = {
      label: onMac
        ? `${words.closing.quit} Zoetrope`
        : process.platform === 'win32'
          ? words.menu.exit
          : words.closing.quit,
      ...(process.platform === 'win32' ? {} : { accelerator: 'CmdOrCtrl+Q' }),
      click(_item, window) {
        if (!onMac && window) window.close();
        else quit();
      },
    };
    const macMenu: MenuItemConstructorOptions = {
      label: app.name,
      submenu: [
        ...several('about'),
        separator,
        ...preferences,
        separator,
        ...several('services'),
        separator,
        ...several('hide', 'hideOthers', 'unhide'),
        separator,
        quitItem,
      ],
    };
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        ...(onMac ? [macMenu] : []),
        {
          label: groups.file,
          submenu: [
            ...items('file', words, onMac ? ['settings'] : []),
            ...(onMac ? [] : [separator, quitItem]),
          ],
        },
        {
          label: words.menu.edit,
          submenu: [...several('undo', 'redo'), separator, ...several('cut', 'copy', 'paste', 'selectAll')],
        },
        { label: groups.make, submenu: items('make', words) },
        { label: groups.clips, submenu: items('clips', words) },
        {
          label: groups.view,
          submenu: [
            ...items('view', words),
            separator,
            ...several('resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'),
            ...(isDevelopment ? [separator, ...several('reload', 'toggleDevTools')] : []),
          ],
        },
        { label: roles.windowMenu, submenu: several('minimize', 'zoom', 'close') },
        { label: groups.help, role: 'help', submenu: items('help', words) },
      ]),
    );
  };
}

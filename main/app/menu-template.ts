/** What stands in the native menus of each system: the table of commands, and the system's own ones. Pure. */
import type { MenuItemConstructorOptions } from 'electron';
import { commandIds, commands, keysOf } from '../../preload/contract/commands.ts';
import type { CommandGroup, CommandId } from '../../preload/contract/commands.ts';
import type { MainWords } from '../words/en.ts';

export interface MenuTemplateDeps {
  platform: NodeJS.Platform;
  appName: string;
  words: MainWords;
  isDevelopment: boolean;
  /** These cannot be done just now. */
  impossible: ReadonlySet<CommandId>;
  /** A command of the window's was chosen. */
  chosen(id: CommandId): void;
  /** Quits as the window's own button does, which asks while clips are under way; the role would not. */
  quit: NonNullable<MenuItemConstructorOptions['click']>;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

type Role = Exclude<keyof MainWords['menu']['roles'], 'windowMenu'>;

export function menuTemplate(deps: MenuTemplateDeps): MenuItemConstructorOptions[] {
  const { platform, words, isDevelopment, impossible, chosen } = deps;
  const onMac = platform === 'darwin';
  const { groups, roles } = words.menu;

  function item(id: CommandId): MenuItemConstructorOptions {
    const keys = keysOf(id, onMac);
    return {
      id,
      label: words.menu.commands[id],
      enabled: !impossible.has(id),
      // A key that writes a letter stays the page's, and the others come to the page first: it knows what they mean
      // where the focus is. On macOS the menu gets what the page left over.
      ...(keys !== null && keys.length > 1 ? { accelerator: keys, registerAccelerator: false } : {}),
      click: () => {
        chosen(id);
      },
    };
  }

  const items = (group: CommandGroup): MenuItemConstructorOptions[] =>
    commandIds
      .filter((id) => commands[id].group === group && !(onMac && id === 'settings'))
      .flatMap((id, at) => (commands[id].begins === true && at > 0 ? [separator, item(id)] : [item(id)]));
  const several = (...names: Role[]): MenuItemConstructorOptions[] =>
    names.map((role) => ({ role, label: roles[role] }));

  const quitItem: MenuItemConstructorOptions = {
    label: onMac
      ? `${words.closing.quit} ${deps.appName}`
      : platform === 'win32'
        ? words.menu.exit
        : words.closing.quit,
    ...(platform === 'win32' ? {} : { accelerator: 'CmdOrCtrl+Q' }),
    click: deps.quit,
  };
  const macMenu: MenuItemConstructorOptions = {
    label: deps.appName,
    submenu: [
      ...several('about'),
      separator,
      item('settings'),
      separator,
      ...several('services'),
      separator,
      ...several('hide', 'hideOthers', 'unhide'),
      separator,
      quitItem,
    ],
  };
  return [
    ...(onMac ? [macMenu] : []),
    { label: groups.file, submenu: [...items('file'), ...(onMac ? [] : [separator, quitItem])] },
    {
      label: words.menu.edit,
      submenu: [...several('undo', 'redo'), separator, ...several('cut', 'copy', 'paste', 'selectAll')],
    },
    { label: groups.make, submenu: items('make') },
    { label: groups.clips, submenu: items('clips') },
    {
      label: groups.view,
      submenu: [
        ...items('view'),
        separator,
        ...several('resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'),
        ...(isDevelopment ? [separator, ...several('reload', 'toggleDevTools')] : []),
      ],
    },
    { label: roles.windowMenu, submenu: several('minimize', 'zoom', 'close') },
    { label: groups.help, role: 'help', submenu: items('help') },
  ];
}

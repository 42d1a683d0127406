import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commandIds } from '../../preload/contract/commands.ts';
import type { CommandId } from '../../preload/contract/commands.ts';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';
import { menuTemplate } from './menu-template.ts';

const menus = (platform: NodeJS.Platform, impossible: CommandId[] = [], words = en) =>
  menuTemplate({
    platform,
    appName: 'Zoetrope',
    words,
    isDevelopment: false,
    impossible: new Set(impossible),
    chosen: () => undefined,
    quit: () => undefined,
  });

const itemsOf = (menu: MenuItemConstructorOptions | undefined) =>
  (menu?.submenu ?? []) as MenuItemConstructorOptions[];
const all = (platform: NodeJS.Platform, impossible: CommandId[] = []) =>
  menus(platform, impossible).flatMap(itemsOf);
const titles = (platform: NodeJS.Platform) => menus(platform).map(({ label }) => label);

/** What these roles are given by Electron where nothing else is said. */
const roleKeys: Record<string, string> = {
  undo: 'CmdOrCtrl+Z',
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  selectAll: 'CmdOrCtrl+A',
  resetZoom: 'CmdOrCtrl+0',
  zoomIn: 'CmdOrCtrl+Plus',
  zoomOut: 'CmdOrCtrl+-',
  minimize: 'CmdOrCtrl+M',
  close: 'CmdOrCtrl+W',
  hide: 'CmdOrCtrl+H',
  hideOthers: 'CmdOrCtrl+Alt+H',
};

describe.each(['darwin', 'win32', 'linux'] as const)('on %s', (platform) => {
  test('every command stands in the menus once, under its own name', () => {
    const found = all(platform).filter(({ id }) => id !== undefined);
    expect(found.map(({ id }) => id).toSorted()).toEqual(commandIds.toSorted());
    for (const { id, label } of found) expect(label).toBe(en.menu.commands[id as CommandId]);
  });

  test('no shortcut is there twice; only undoing is the text’s or the gallery’s, by the place', () => {
    const keys = all(platform).flatMap(({ id, role, accelerator }) => {
      const key = accelerator?.toString() ?? roleKeys[role ?? ''];
      return key === undefined || id === 'undoDelete' ? [] : [key];
    });
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('what cannot be done is grey, and nothing else', () => {
    const grey = all(platform, ['search', 'enhance']).filter(({ enabled }) => enabled === false);
    expect(grey.map(({ id }) => id)).toEqual(['enhance', 'search']);
  });

  test('lines stand between commands only', () => {
    for (const menu of menus(platform)) {
      const kinds = itemsOf(menu).map(({ type }) => type === 'separator');
      expect([kinds[0], kinds.at(-1)], menu.label).toEqual([false, false]);
      expect(
        kinds.some((line, at) => line && kinds[at + 1] === true),
        menu.label,
      ).toBe(false);
    }
  });

  test('Help opens each guide', () => {
    const help = menus(platform).find(({ label }) => label === 'Help');
    expect(itemsOf(help).map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Help',
        'Guide to prompts',
        'Troubleshooting',
        'Video API',
        'Integration guide',
      ]),
    );
  });
});

test('a Mac has its own menu with Settings and Quit; elsewhere they close File', () => {
  expect(titles('darwin')[0]).toBe('Zoetrope');
  expect(titles('linux')).toEqual(titles('win32'));
  expect(titles('darwin').slice(1)).toEqual(titles('linux'));
  const last = (platform: NodeJS.Platform, at: number) => itemsOf(menus(platform)[at]).at(-1)?.label;
  expect(last('darwin', 0)).toBe('Quit Zoetrope');
  expect(last('win32', 0)).toBe('Exit');
  expect(last('linux', 0)).toBe('Quit');
  const inFile = itemsOf(menus('darwin')[1]).map(({ id }) => id);
  expect(inFile).not.toContain('settings');
});

test('help has the key of the system', () => {
  const keyOf = (platform: NodeJS.Platform) => all(platform).find(({ id }) => id === 'help')?.accelerator;
  expect([keyOf('darwin'), keyOf('win32'), keyOf('linux')]).toEqual(['CmdOrCtrl+?', 'F1', 'F1']);
});

test('the menus are in French where the app is', () => {
  expect(menus('linux', [], fr).map(({ label }) => label)).toContain('Fichier');
  expect(itemsOf(menus('linux', [], fr).at(-1)).map(({ label }) => label)).toContain('Guide des prompts');
});

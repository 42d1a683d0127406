import { expect, test } from 'vitest';
import { commandIds, commands, isPressed, keysOf, missingFor, shortcutWords } from './commands.ts';
import type { Circumstances, CommandId, KeyPress, Need } from './commands.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const words = { shift: 'Shift', enter: 'Enter' };

test.each([true, false])('no two commands have the same shortcut (on a Mac: %s)', (onMac) => {
  const keys = commandIds.map((id) => keysOf(id, onMac)).filter((each) => each !== null);
  expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([]);
});

test('a shortcut that writes a letter never fires in a text', () => {
  for (const id of commandIds) {
    if (keysOf(id, false)?.length === 1) expect(commands[id].notInText, id).toBe(true);
  }
});

test('each shortcut is heard as the one that is shown, and by no other command', () => {
  for (const onMac of [true, false]) {
    for (const id of commandIds) {
      const parts = keysOf(id, onMac)?.split('+') ?? [];
      const key = parts.at(-1);
      if (key === undefined) continue;
      const held = parts.includes('CmdOrCtrl') ? (onMac ? { metaKey: true } : { ctrlKey: true }) : {};
      const typed = press(key, { code: `Digit${key}`, shiftKey: parts.includes('Shift'), ...held });
      expect(
        commandIds.filter((each) => isPressed(each, typed, onMac)),
        id,
      ).toEqual([id]);
    }
  }
});

test('what is in front of the window is answered first', () => {
  const met = new Set<Need>(['chosen', 'one', 'file', 'undo']);
  const missing = (id: CommandId, inFront: Circumstances['inFront']) => missingFor(id, { inFront, met });
  expect(missing('generate', 'nothing')).toBeNull();
  expect(missing('generate', 'dialog')).toBe('front');
  expect(missing('generate', 'clip')).toBe('front');
  expect(missing('showInFolder', 'clip')).toBeNull();
  expect(missing('showInFolder', 'dialog')).toBe('front');
  expect(missing('undoDelete', 'dialog')).toBeNull();
});

test('the first thing that is missing is named', () => {
  const missing = (id: CommandId, ...met: Need[]) =>
    missingFor(id, { inFront: 'nothing', met: new Set(met) });
  expect(missing('search')).toBe('clips');
  expect(missing('search', 'clips')).toBeNull();
  expect(missing('play')).toBe('chosen');
  expect(missing('play', 'chosen')).toBe('one');
  expect(missing('play', 'chosen', 'one')).toBe('file');
  expect(missing('play', 'chosen', 'one', 'file')).toBeNull();
  expect(missing('settings')).toBeNull();
});

test('Ctrl elsewhere, ⌘ on a Mac; neither with the other one, nor with AltGr', () => {
  expect(isPressed('palette', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(isPressed('palette', press('k', { metaKey: true }), true)).toBe(true);
  expect(isPressed('palette', press('k', { ctrlKey: true }), true)).toBe(false);
  expect(isPressed('palette', press('k', { metaKey: true }), false)).toBe(false);
  expect(isPressed('palette', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(isPressed('palette', press('k'), false)).toBe(false);
});

test('Shift tells two commands apart, and capital letters with Caps Lock are the same key', () => {
  expect(isPressed('openSession', press('O', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(isPressed('palette', press('K', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(isPressed('palette', press('K', { ctrlKey: true }), false)).toBe(true);
});

test('digits count by their place (a French keyboard has & there), signs by what they are', () => {
  expect(isPressed('videoMode', press('é', { code: 'Digit2', ctrlKey: true }), false)).toBe(true);
  expect(isPressed('shortcuts', press('?', { shiftKey: true }), false)).toBe(true);
  expect(isPressed('settings', press(',', { ctrlKey: true }), false)).toBe(true);
});

test('shortcuts are written as the system writes them', () => {
  expect(shortcutWords('CmdOrCtrl+Shift+N', false, words)).toBe('Ctrl+Shift+N');
  expect(shortcutWords('CmdOrCtrl+Shift+N', true, words)).toBe('⇧⌘N');
  expect(shortcutWords('CmdOrCtrl+Enter', false, { shift: 'Maj', enter: 'Entrée' })).toBe('Ctrl+Entrée');
  expect(shortcutWords('?', false, words)).toBe('?');
  expect(shortcutWords('CmdOrCtrl+?', true, words)).toBe('⌘?');
  expect(shortcutWords('F1', false, words)).toBe('F1');
});

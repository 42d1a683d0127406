import { expect, test } from 'vitest';
import { commandIds, commands, isPressed, shortcutWords } from './commands.ts';
import type { KeyPress } from './commands.ts';

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

test('no two commands have the same shortcut', () => {
  const keys = commandIds.map((id) => commands[id].keys).filter((each) => each !== null);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a shortcut that writes a letter never fires in a text', () => {
  for (const id of commandIds) {
    const { keys, notInText } = commands[id];
    if (keys !== null && !keys.includes('CmdOrCtrl')) expect(notInText, id).toBe(true);
  }
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
});

/**
 * Everything that can be done by name: one table for the command palette, the shortcuts, their overview and the native
 * menus. Plain data; what a command does, the window knows.
 */

/** Each is a part of the overview and a native menu, in this order. */
export const commandGroups = ['file', 'make', 'clips', 'view', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface CommandSpec {
  group: CommandGroup;
  /** As Electron writes accelerators: `CmdOrCtrl+Shift+N`, `?`. Null where there is none. */
  keys: string | null;
  /** It also goes while a dialog is in front. */
  overDialogs?: true;
  /** In a text the keys belong to the text. */
  notInText?: true;
}

const table = {
  newSession: { group: 'file', keys: 'CmdOrCtrl+Shift+N' },
  openSession: { group: 'file', keys: 'CmdOrCtrl+Shift+O' },
  allSessions: { group: 'file', keys: null },
  exportCsv: { group: 'file', keys: null },
  settings: { group: 'file', keys: 'CmdOrCtrl+,' },
  generate: { group: 'make', keys: 'CmdOrCtrl+Enter' },
  writePrompt: { group: 'make', keys: 'CmdOrCtrl+L' },
  chooseModel: { group: 'make', keys: 'CmdOrCtrl+Shift+M' },
  showQueue: { group: 'make', keys: 'CmdOrCtrl+J' },
  pauseQueue: { group: 'make', keys: 'CmdOrCtrl+Shift+P' },
  search: { group: 'clips', keys: 'CmdOrCtrl+F' },
  showClips: { group: 'clips', keys: 'CmdOrCtrl+G' },
  clearFinished: { group: 'clips', keys: null },
  undoDelete: { group: 'clips', keys: 'CmdOrCtrl+Z', overDialogs: true, notInText: true },
  imageMode: { group: 'view', keys: 'CmdOrCtrl+1' },
  videoMode: { group: 'view', keys: 'CmdOrCtrl+2' },
  spend: { group: 'view', keys: 'CmdOrCtrl+E' },
  themeSystem: { group: 'view', keys: null },
  themeDark: { group: 'view', keys: null },
  themeLight: { group: 'view', keys: null },
  palette: { group: 'help', keys: 'CmdOrCtrl+K' },
  shortcuts: { group: 'help', keys: '?', notInText: true },
  pricing: { group: 'help', keys: null },
  videoGuide: { group: 'help', keys: null },
} as const satisfies Record<string, CommandSpec>;

export type CommandId = keyof typeof table;
export const commands: Record<CommandId, CommandSpec> = table;
export const commandIds = Object.keys(table) as CommandId[];

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}

/** Keys of the gallery, for the card that has the focus. */
export const cardKeys = {
  select: 'x',
  favourite: 'f',
  details: 'i',
  selectAll: 'a',
} as const;

/** The gallery's keys as the overview shows them. */
export const cardShortcuts = {
  move: '←↑↓→',
  range: 'Shift+←↑↓→',
  select: cardKeys.select.toUpperCase(),
  selectAll: `CmdOrCtrl+${cardKeys.selectAll.toUpperCase()}`,
  favourite: cardKeys.favourite.toUpperCase(),
  rate: '0–5',
  details: cardKeys.details.toUpperCase(),
  clear: 'Esc',
} as const;
export type CardShortcut = keyof typeof cardShortcuts;

/** A key press, as far as a shortcut looks at it. */
export interface KeyPress {
  key: string;
  /** The key's place on the keyboard: `Digit1`. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** True when the press is the command's shortcut on this system. */
export function isPressed(id: CommandId, press: KeyPress, onMac: boolean): boolean {
  const parts = commands[id].keys?.split('+') ?? [];
  const key = parts.at(-1);
  if (key === undefined || press.altKey) return false;
  const wantsMain = parts.includes('CmdOrCtrl');
  if (press.ctrlKey !== (wantsMain && !onMac) || press.metaKey !== (wantsMain && onMac)) return false;
  // Digits by their place: some keyboards have them behind Shift. Signs by what they are: their place differs.
  if (/^\d$/.test(key)) return press.code === `Digit${key}` && !press.shiftKey;
  if (!/^[A-Z]/.test(key)) return press.key === key;
  return press.key.toLowerCase() === key.toLowerCase() && press.shiftKey === parts.includes('Shift');
}

/** `Ctrl+Shift+N`, on a Mac `⇧⌘N`. */
export function shortcutWords(keys: string, onMac: boolean, words: { shift: string; enter: string }): string {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const hasShift = parts.includes('Shift');
  const hasMain = parts.includes('CmdOrCtrl');
  if (onMac) return `${hasShift ? '⇧' : ''}${hasMain ? '⌘' : ''}${key === 'Enter' ? '↩' : key}`;
  return [
    ...(hasMain ? ['Ctrl'] : []),
    ...(hasShift ? [words.shift] : []),
    key === 'Enter' ? words.enter : key,
  ].join('+');
}

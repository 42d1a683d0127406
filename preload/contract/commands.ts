/**
 * Everything that can be done by name: one table for the command palette, the shortcuts, their overview and the native
 * menus. Plain data; what a command does, the window knows.
 */

/** Each is a part of the overview and a native menu, in this order. */
export const commandGroups = ['file', 'make', 'clips', 'view', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * What a command may need before it can be done. The window knows which are there
 * (`renderer/features/commands/use-circumstances.ts`).
 */
export type Need =
  | 'prompt'
  /** Settings allow asking a text model. */
  | 'textModel'
  /** The gallery has some, or a filter hides them. */
  | 'clips'
  /** A clip is open, or some are selected. */
  | 'chosen'
  /** Exactly one of them. */
  | 'one'
  /** It is finished. */
  | 'file'
  | 'extendable'
  | 'editable'
  /** It is an image. */
  | 'image'
  | 'filtered'
  /** Something failed in a way that may pass. */
  | 'failed'
  | 'undo';

/** Why a command cannot be done now; `front`: what is in front of the window is answered first. */
export type Missing = Need | 'front';

/** What commands look at. */
export interface Circumstances {
  inFront: 'nothing' | 'clip' | 'dialog';
  met: ReadonlySet<Need>;
}

export interface CommandSpec {
  group: CommandGroup;
  /** As Electron writes accelerators: `CmdOrCtrl+Shift+N`, `?`, `F1`. Null where there is none. */
  keys: string | null;
  /** Where a Mac has another habit. */
  macKeys?: string;
  /** The most telling one first: it is the one that the palette names. */
  needs?: readonly Need[];
  /** What may be in front of the window: an open clip, or any dialog. Left out: nothing. */
  over?: 'clip' | 'dialogs';
  /** In a text the keys belong to the text. */
  notInText?: true;
  /** A line goes before it in the menus. */
  begins?: true;
}

const table = {
  newSession: { group: 'file', keys: 'CmdOrCtrl+Shift+N' },
  openSession: { group: 'file', keys: 'CmdOrCtrl+Shift+O' },
  allSessions: { group: 'file', keys: null },
  libraryFolder: { group: 'file', keys: null, begins: true },
  exportCsv: { group: 'file', keys: null },
  settings: { group: 'file', keys: 'CmdOrCtrl+,', begins: true },
  generate: { group: 'make', keys: 'CmdOrCtrl+Enter' },
  writePrompt: { group: 'make', keys: 'CmdOrCtrl+L', begins: true },
  promptLibrary: { group: 'make', keys: 'CmdOrCtrl+Shift+L' },
  promptBuilder: { group: 'make', keys: 'CmdOrCtrl+Shift+B' },
  enhance: { group: 'make', keys: 'CmdOrCtrl+Shift+E', needs: ['prompt', 'textModel'] },
  templates: { group: 'make', keys: null },
  newTemplate: { group: 'make', keys: null },
  negativePresets: { group: 'make', keys: null },
  chooseModel: { group: 'make', keys: 'CmdOrCtrl+Shift+M', begins: true },
  showQueue: { group: 'make', keys: 'CmdOrCtrl+J', begins: true },
  pauseQueue: { group: 'make', keys: 'CmdOrCtrl+Shift+P' },
  retryFailed: { group: 'make', keys: null, needs: ['failed'] },
  search: { group: 'clips', keys: 'CmdOrCtrl+F', needs: ['clips'] },
  filters: { group: 'clips', keys: 'CmdOrCtrl+Shift+F', needs: ['clips'] },
  clearFilters: { group: 'clips', keys: null, needs: ['filtered'] },
  showClips: { group: 'clips', keys: 'CmdOrCtrl+G', needs: ['clips'] },
  selectAll: { group: 'clips', keys: null, needs: ['clips'], begins: true },
  clearSelection: { group: 'clips', keys: null, needs: ['chosen'] },
  play: { group: 'clips', keys: null, needs: ['chosen', 'one', 'file'], begins: true },
  details: { group: 'clips', keys: null, needs: ['chosen', 'one'] },
  extendClip: { group: 'clips', keys: null, needs: ['chosen', 'one', 'extendable'], over: 'clip' },
  editClip: { group: 'clips', keys: null, needs: ['chosen', 'one', 'editable'], over: 'clip' },
  refineImage: { group: 'clips', keys: null, needs: ['chosen', 'one', 'image'], over: 'clip' },
  animateImage: { group: 'clips', keys: null, needs: ['chosen', 'one', 'image'], over: 'clip' },
  useSettings: { group: 'clips', keys: null, needs: ['chosen', 'one'], over: 'clip' },
  copyPrompt: { group: 'clips', keys: null, needs: ['chosen', 'one'], over: 'clip' },
  downloadClips: { group: 'clips', keys: null, needs: ['chosen'], over: 'clip', begins: true },
  showInFolder: { group: 'clips', keys: null, needs: ['chosen', 'one', 'file'], over: 'clip' },
  copyFile: { group: 'clips', keys: null, needs: ['chosen', 'one', 'file'], over: 'clip' },
  addFavourite: { group: 'clips', keys: null, needs: ['chosen'], over: 'clip', begins: true },
  removeFavourite: { group: 'clips', keys: null, needs: ['chosen'], over: 'clip' },
  moveClips: { group: 'clips', keys: null, needs: ['chosen'], over: 'clip' },
  deleteClips: { group: 'clips', keys: null, needs: ['chosen'], over: 'clip' },
  clearFinished: { group: 'clips', keys: null, needs: ['clips'], begins: true },
  undoDelete: { group: 'clips', keys: 'CmdOrCtrl+Z', needs: ['undo'], over: 'dialogs', notInText: true },
  imageMode: { group: 'view', keys: 'CmdOrCtrl+1' },
  videoMode: { group: 'view', keys: 'CmdOrCtrl+2' },
  spend: { group: 'view', keys: 'CmdOrCtrl+E', begins: true },
  themeSystem: { group: 'view', keys: null, begins: true },
  themeDark: { group: 'view', keys: null },
  themeLight: { group: 'view', keys: null },
  help: { group: 'help', keys: 'F1', macKeys: 'CmdOrCtrl+?' },
  promptGuide: { group: 'help', keys: null },
  troubleGuide: { group: 'help', keys: null },
  apiGuide: { group: 'help', keys: null },
  integrationGuide: { group: 'help', keys: null },
  palette: { group: 'help', keys: 'CmdOrCtrl+K', over: 'clip', begins: true },
  shortcuts: { group: 'help', keys: '?', notInText: true },
  pricing: { group: 'help', keys: null, begins: true },
  videoGuide: { group: 'help', keys: null },
} as const satisfies Record<string, CommandSpec>;

export type CommandId = keyof typeof table;
export const commands: Record<CommandId, CommandSpec> = table;
export const commandIds = Object.keys(table) as [CommandId, ...CommandId[]];

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}

/** The command's shortcut on this system, as Electron writes it; null where it has none. */
export function keysOf(id: CommandId, onMac: boolean): string | null {
  const { keys, macKeys } = commands[id];
  return onMac ? (macKeys ?? keys) : keys;
}

/** What is missing before the command can be done; null when it can be. */
export function missingFor(id: CommandId, { inFront, met }: Circumstances): Missing | null {
  const { needs, over } = commands[id];
  const isFree = inFront === 'nothing' || over === 'dialogs' || (over === 'clip' && inFront === 'clip');
  if (!isFree) return 'front';
  return needs?.find((need) => !met.has(need)) ?? null;
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
  const parts = keysOf(id, onMac)?.split('+') ?? [];
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

/** What commands are called, in English: in the palette, the overview and the native menus. */
import type { CardShortcut, CommandGroup, CommandId } from './commands.ts';

export const commandWords: Record<CommandId, string> = {
  newSession: 'New session…',
  openSession: 'Open session…',
  allSessions: 'Show all sessions',
  exportCsv: 'Export spend as CSV…',
  settings: 'Settings…',
  generate: 'Generate',
  writePrompt: 'Write the prompt',
  chooseModel: 'Choose model…',
  showQueue: 'Show queue',
  pauseQueue: 'Pause or resume queue',
  search: 'Search clips',
  showClips: 'Go to the clips',
  clearFinished: 'Clear finished',
  undoDelete: 'Undo delete',
  imageMode: 'Image',
  videoMode: 'Video',
  spend: 'Spend and prices…',
  themeSystem: 'Theme of the system',
  themeDark: 'Dark theme',
  themeLight: 'Light theme',
  palette: 'All commands…',
  shortcuts: 'Keyboard shortcuts',
  pricing: 'Google’s prices',
  videoGuide: 'Google’s video guide',
};

export const groupWords: Record<CommandGroup, string> = {
  file: 'File',
  make: 'Make',
  clips: 'Clips',
  view: 'View',
  help: 'Help',
};

export const cardShortcutWords: Record<CardShortcut, string> = {
  move: 'From clip to clip',
  range: 'Select on the way',
  select: 'Select',
  selectAll: 'Select all',
  favourite: 'Favourite',
  rate: 'Rate',
  details: 'Details',
  clear: 'Clear selection',
};

/** The words of sessions, in English. */
const plurals = new Intl.PluralRules('en');

function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}

const clips = (count: string, value: number): string => `${count} ${plural(value, 'clip', 'clips')}`;

export const sessions = {
  session: 'Session',
  menu: 'Sessions',
  open: 'Open a session or make a new one',
  all: 'All sessions',
  find: 'Find a session',
  list: 'Sessions, the one used last first',
  clips,
  upTo: (price: string) => `up to ${price} more`,
  current: 'open',
  new: 'New session',
  newName: 'Name of the new session',
  newPlaceholder: 'Name, then Enter',
  make: (name: string) => `New session “${name}”`,
  none: (name: string) => `No session is called “${name}”.`,
  rename: (name: string) => `Rename “${name}”`,
  renameField: (name: string) => `New name of “${name}”`,
  archive: (name: string) => `Archive “${name}”`,
  unarchive: (name: string) => `Take “${name}” out of the archive`,
  remove: (name: string) => `Delete “${name}”`,
  archived: (count: string) => `Archived (${count})`,
  failed: 'The sessions could not be read',
  opened: (name: string) => `Session “${name}” is open.`,
  openedAll: 'All sessions are shown.',
  wasArchived: (name: string) => `“${name}” is in the archive.`,
  wasRemoved: (name: string) => `“${name}” was deleted.`,
  wasRestored: (name: string) => `“${name}” is back.`,
  wasMoved: (count: string, value: number, name: string) => `${clips(count, value)} moved to “${name}”.`,
  notMoved: 'Nothing had to be moved.',
  movedBack: 'Moved back.',
  goesInto: (name: string) => `Goes into “${name}”`,
  removeTitle: 'Delete session',
  removeQuestion: (name: string, count: string, value: number) =>
    `What becomes of the ${clips(count, value)} in “${name}”?`,
  removeMove: 'Move to another session',
  removeTarget: 'Session that takes them',
  removeTrash: 'Delete them',
  removeTrashHint: 'Their files go to the trash of this computer. You can undo it for a few seconds.',
  removeUnderWay: (count: string, value: number, name: string) =>
    `${clips(count, value)} being made ${plural(value, 'goes', 'go')} on in “${name}”.`,
  removeSpend: 'What was spent stays in the sums.',
  removeConfirm: 'Delete session',
  moveTitle: (count: string, value: number) => `Move ${clips(count, value)}`,
  moveTo: 'Move to session…',
  moveSpend: 'What was spent on them moves along.',
  bySession: 'By session',
  removedSession: (name: string) => `${name} (deleted)`,
  showAllRows: (count: string) => `Show all ${count}`,
};

import { expect, test } from 'vitest';
import type { CommandId } from '../../preload/contract/commands.ts';
import { createMenuCommands } from './menu-commands.ts';

function bench() {
  const sent: unknown[] = [];
  let grey: readonly CommandId[] = [];
  let opened = 0;
  const commands = createMenuCommands(
    {
      open: () => {
        opened += 1;
      },
      send: (_event, payload) => sent.push(payload),
    },
    {
      setImpossible: (ids) => {
        grey = ids;
      },
    },
  );
  return { commands, sent, grey: () => grey, opened: () => opened };
}

test('what was chosen while no window listened is done once, as soon as one does', () => {
  const { commands, sent, opened } = bench();
  commands.choose('settings');
  expect(opened()).toBe(1);
  expect(sent).toEqual([]);
  commands.setImpossible([]);
  expect(sent).toEqual([{ id: 'settings' }]);
  commands.setImpossible(['undoDelete']);
  commands.choose('help');
  expect(sent).toEqual([{ id: 'settings' }, { id: 'help' }]);
});

test('without a window nothing is grey: choosing opens one', () => {
  const { commands, sent, grey } = bench();
  commands.setImpossible(['search', 'undoDelete']);
  expect(grey()).toEqual(['search', 'undoDelete']);
  commands.windowClosed();
  expect(grey()).toEqual([]);
  commands.choose('search');
  expect(sent).toEqual([]);
});

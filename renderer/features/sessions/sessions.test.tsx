// @vitest-environment jsdom
import type { queries } from '@testing-library/react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../preload/contract/result.ts';
import { fakeError, fakeOperation, fakeSpend } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';
import { fakeFirstSession, fakeSession } from '../../lib/fake-sessions.ts';
import { useUi } from '../../lib/ui-store.ts';
import { matching } from './session-filter.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

const savanna = fakeSession('Savanna spot', {
  usedAt: 9,
  clips: 12,
  spend: { spentUsd: 38.4, unknownUsd: 3.2 },
});
const trains = fakeSession('Night trains', { usedAt: 7, clips: 1 });
const old = fakeSession('Old ideas', { usedAt: 2, archivedAt: 3, clips: 4 });
const four = () => ({ sessions: [savanna, trains, old, fakeFirstSession] });

const switcher = () => screen.findByRole('button', { name: /^Session / });

async function openMenu() {
  await userEvent.click(await switcher());
  const menu = within(await screen.findByRole('dialog', { name: 'Sessions' }));
  await menu.findAllByRole('button', { name: /^Savanna spot|^First session/ });
  return menu;
}
const rowsOf = (menu: ReturnType<typeof within<typeof queries>>) =>
  within(menu.getByRole('list', { name: /^Sessions/ }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('[data-session-row]')?.textContent);

describe('the switcher', () => {
  it('names the open session and follows main', async () => {
    const bridge = openStudio(four());
    expect((await switcher()).textContent).toBe('Session Savanna spot');
    act(() => {
      bridge.send('sessionsChanged', { current: { id: 'x', name: 'Renamed' }, regrouped: false });
    });
    await waitFor(async () => {
      expect((await switcher()).textContent).toBe('Session Renamed');
    });
  });

  it('lists sessions by last use with their clips and what they cost, archived ones behind a fold', async () => {
    openStudio(four());
    const menu = await openMenu();
    expect(rowsOf(menu)).toEqual([
      'All sessions',
      'Savanna spot 12 clips $38.40+',
      'Night trains 1 clip ',
      'First session 0 clips ',
    ]);
    expect(menu.queryByText('Old ideas')).toBeNull();
    await userEvent.click(menu.getByRole('button', { name: 'Archived (1)' }));
    expect(menu.getByText('Old ideas')).toBeTruthy();
    expect(menu.getByRole('button', { name: /^Savanna spot/ }).getAttribute('aria-current')).toBe('true');
  });

  it('opens with a key, goes through its rows with arrows, and gives the focus back', async () => {
    const bridge = openStudio(four());
    (await switcher()).focus();
    await userEvent.keyboard('{ArrowDown}');
    const menu = within(await screen.findByRole('dialog', { name: 'Sessions' }));
    await menu.findByRole('button', { name: /^Night trains/ });
    expect(document.activeElement).toBe(menu.getByRole('searchbox', { name: 'Find a session' }));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(menu.getByRole('button', { name: /^Night trains/ }));
    await userEvent.keyboard('{ArrowUp}{End}');
    expect(document.activeElement).toBe(menu.getByRole('button', { name: /^New session/ }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(await switcher());

    await userEvent.keyboard('{Enter}');
    await screen.findByRole('button', { name: /^Night trains/ });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(async () => {
      expect((await switcher()).textContent).toBe('Session Night trains');
    });
    expect(bridge.inputsOf('sessions.select')).toEqual([{ sessionId: 'night-trains' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(await switcher());
  });

  it('finds what is typed, on a row too, and Enter opens the first, out of the archive as well', async () => {
    const bridge = openStudio(four());
    const menu = await openMenu();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('old');
    expect(menu.getByRole('searchbox')).toHaveProperty('value', 'old');
    expect(menu.queryByText('Savanna spot')).toBeNull();
    expect(menu.getByText('Old ideas')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect((await switcher()).textContent).toBe('Session Old ideas');
    expect(bridge.sessions.find(({ id }) => id === 'old-ideas')?.archivedAt).toBeNull();
  });

  it('offers to make what it does not find', async () => {
    const bridge = openStudio(four());
    const menu = await openMenu();
    await userEvent.keyboard('  Paper boats ');
    expect(menu.getByText('No session is called “Paper boats”.')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect((await switcher()).textContent).toBe('Session Paper boats');
    expect(bridge.inputsOf('sessions.create')).toEqual([{ name: 'Paper boats' }]);
  });

  it('makes a session by its shortcut: a name and Enter', async () => {
    const bridge = openStudio(four());
    await switcher();
    await userEvent.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    expect(document.activeElement).toBe(
      await screen.findByRole('textbox', { name: 'Name of the new session' }),
    );
    await userEvent.keyboard('{Enter} {Enter}');
    expect(bridge.inputsOf('sessions.create')).toEqual([]);
    await userEvent.keyboard('Paper boats{Enter}');
    expect((await switcher()).textContent).toBe('Session Paper boats');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows all sessions, says where new clips go, and keeps it for the next time', async () => {
    openStudio(four());
    const menu = await openMenu();
    await userEvent.click(menu.getByRole('button', { name: 'All sessions' }));
    expect((await switcher()).textContent).toBe('Session All sessions');
    expect(screen.getByText('Goes into “Savanna spot”')).toBeTruthy();
    expect(localStorage.getItem('all-sessions')).not.toBeNull();
    await userEvent.click((await openMenu()).getByRole('button', { name: /^Night trains/ }));
    expect(screen.queryByText(/^Goes into/)).toBeNull();
    expect(localStorage.getItem('all-sessions')).toBeNull();
  });

  it('renames in place; Escape takes back the renaming, not the menu', async () => {
    const bridge = openStudio(four());
    const menu = await openMenu();
    await userEvent.click(menu.getByRole('button', { name: 'Rename “Night trains”' }));
    await userEvent.keyboard('No{Escape}');
    const row = menu.getByRole('button', { name: /^Night trains/ });
    expect(bridge.inputsOf('sessions.rename')).toEqual([]);
    row.focus();
    await userEvent.keyboard('{F2}');
    expect(document.activeElement).toBe(menu.getByRole('textbox', { name: 'New name of “Night trains”' }));
    await userEvent.keyboard('{Control>}a{/Control}Day trains{Enter}');
    const renamed = await menu.findByRole('button', { name: /^Day trains/ });
    expect(bridge.inputsOf('sessions.rename')).toEqual([{ sessionId: 'night-trains', name: 'Day trains' }]);
    await waitFor(() => {
      expect(document.activeElement).toBe(renamed);
    });
  });

  it('archives with Undo, and not the last one', async () => {
    const bridge = openStudio({ sessions: [savanna, trains] });
    const menu = await openMenu();
    await userEvent.click(menu.getByRole('button', { name: 'Archive “Night trains”' }));
    await menu.findByRole('button', { name: 'Archived (1)' });
    expect(menu.queryByRole('button', { name: 'Archive “Savanna spot”' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bridge.inputsOf('sessions.unarchive')).toEqual([{ sessionId: 'night-trains' }]);
  });

  it('says what main refuses and keeps the menu open', async () => {
    const bridge = openStudio(four());
    const menu = await openMenu();
    bridge.answerNext('sessions.select', {
      ok: false,
      error: fakeError('session_not_found', 'This session is not there any more, so nothing was changed.'),
    });
    await userEvent.click(menu.getByRole('button', { name: /^Night trains/ }));
    expect(await screen.findByRole('alert')).toHaveProperty(
      'textContent',
      expect.stringContaining('This session is not there any more'),
    );
    expect(screen.getByRole('dialog', { name: 'Sessions' })).toBeTruthy();
  });
});

describe('deleting a session', () => {
  const openQuestion = async () => {
    const menu = await openMenu();
    await userEvent.click(menu.getByRole('button', { name: 'Delete “Savanna spot”' }));
    return within(await screen.findByRole('dialog', { name: 'Delete session' }));
  };

  it('asks what becomes of its clips; moving them is what it proposes', async () => {
    const bridge = openStudio(four());
    const question = await openQuestion();
    expect(question.getByText('What becomes of the 12 clips in “Savanna spot”?')).toBeTruthy();
    const target = question.getByRole('combobox', { name: 'Session that takes them' });
    expect(Array.from(target.querySelectorAll('option'), ({ text }) => text)).toEqual([
      'Night trains',
      'Old ideas',
      'First session',
    ]);
    await userEvent.selectOptions(target, 'First session');
    await userEvent.click(question.getByRole('button', { name: 'Delete session' }));
    expect(bridge.inputsOf('sessions.remove')).toEqual([
      { sessionId: 'savanna-spot', moveTo: 'first-session' },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await switcher()).textContent).toBe('Session Night trains');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect((await switcher()).textContent).toBe('Session Savanna spot');
  });

  it('into the trash says that what is being made goes on elsewhere', async () => {
    const bridge = openStudio({ sessions: [{ ...savanna, underWay: 2 }, trains] });
    const question = await openQuestion();
    expect(question.queryByText(/being made/)).toBeNull();
    await userEvent.click(question.getByRole('radio', { name: 'Delete them' }));
    expect(question.getByText('2 clips being made go on in “Night trains”.')).toBeTruthy();
    await userEvent.click(question.getByRole('button', { name: 'Delete session' }));
    expect(bridge.inputsOf('sessions.remove')).toEqual([{ sessionId: 'savanna-spot', moveTo: null }]);
  });

  it('asks nothing of an empty one, and never offers to delete the only one', async () => {
    const bridge = openStudio(four());
    const menu = await openMenu();
    await userEvent.click(menu.getByRole('button', { name: 'Delete “First session”' }));
    expect(bridge.inputsOf('sessions.remove')).toEqual([{ sessionId: 'first-session', moveTo: null }]);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    closeStudio();
    openStudio();
    expect((await openMenu()).queryByRole('button', { name: /^Delete/ })).toBeNull();
  });
});

describe('moving clips', () => {
  const ask = async (ids: string[]) => {
    act(() => {
      useUi.getState().askOfSessions({ kind: 'move', operationIds: ids });
    });
    const dialog = within(await screen.findByRole('dialog', { name: /^Move / }));
    await dialog.findByRole('button', { name: /^Night trains/ });
    return dialog;
  };
  const two = () => {
    const operations = ['a', 'b'].map((id) => fakeOperation('completed', { id }));
    for (const operation of operations) operation.request.sessionId = 'savanna-spot';
    return operations;
  };

  it('takes one press and can be taken back', async () => {
    const bridge = openStudio({ ...four(), operations: two() });
    const dialog = await ask(['a', 'b']);
    expect(dialog.getByText('What was spent on them moves along.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: /^Night trains/ }));
    expect(await screen.findByText('2 clips moved to “Night trains”.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('Moved back.');
    expect(bridge.inputsOf('sessions.moveClips')).toEqual([
      { operationIds: ['a', 'b'], sessionId: 'night-trains' },
      { operationIds: ['a', 'b'], sessionId: 'savanna-spot' },
    ]);
  });

  it('goes by keys alone, into a new session too', async () => {
    const bridge = openStudio({ ...four(), operations: two() });
    await ask(['a']);
    await userEvent.keyboard('Paper boats{Enter}');
    expect(await screen.findByText('1 clip moved to “Paper boats”.')).toBeTruthy();
    expect(bridge.operations.find(({ id }) => id === 'a')?.request.sessionId).toBe('paper-boats');
  });
});

describe('what was spent by session', () => {
  it('has the open one first, then the dearest, deleted ones under the name they had', async () => {
    const bridge = openStudio({ ...four(), spend: { ...fakeSpend, hasAny: true } });
    bridge.answerNext(
      'sessions.list',
      ok({
        currentId: 'night-trains',
        sessions: [savanna, trains, fakeFirstSession],
        removed: [{ id: 'gone', name: 'Gone', spend: { spentUsd: 100, unknownUsd: 0 } }],
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Today / }));
    const section = within(await screen.findByRole('region', { name: 'By session' }));
    const rows = section
      .getAllByRole('row')
      .map((row) => Array.from(row.children, (cell) => cell.textContent));
    expect(rows).toEqual([
      ['Session', 'Spent', 'Not certain'],
      ['Night trainsopen', '$0.00', '—'],
      ['Gone (deleted)', '$100.00', '—'],
      ['Savanna spot', '$38.40', '$3.20'],
    ]);
  });

  it('shows a few of many until all are asked for', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      fakeSession(`Spot ${index}`, { spend: { spentUsd: 1 + index, unknownUsd: 0 } }),
    );
    openStudio({ sessions: many, spend: { ...fakeSpend, hasAny: true } });
    await userEvent.click(await screen.findByRole('button', { name: /^Today / }));
    const section = within(await screen.findByRole('region', { name: 'By session' }));
    expect(section.getAllByRole('row')).toHaveLength(9);
    await userEvent.click(section.getByRole('button', { name: 'Show all 20' }));
    expect(section.getAllByRole('row')).toHaveLength(21);
  });
});

it('matching looks for every word, whatever case and accents', () => {
  const sessions = ['Café am Morgen', 'Night trains'].map((name) => fakeSession(name));
  expect(matching(sessions, 'MORGEN cafe')).toEqual([sessions[0]]);
  expect(matching(sessions, ' ')).toEqual(sessions);
  expect(matching(sessions, 'cafe trains')).toEqual([]);
});

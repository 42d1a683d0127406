/// <reference lib="dom" />
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { seedOperations, seedSessions } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { attempts } from './support/wire.ts';

const switcher = ({ page }: Studio): Locator => page.getByRole('button', { name: /^Session / });
const menuOf = ({ page }: Studio): Locator => page.getByRole('dialog', { name: 'Sessions' });

async function openMenu(studio: Studio): Promise<Locator> {
  await switcher(studio).click();
  await expect(menuOf(studio)).toBeVisible();
  return menuOf(studio);
}

/** Makes a session by the shortcut. */
async function make(studio: Studio, name: string): Promise<void> {
  await studio.page.keyboard.press('Control+Shift+N');
  await expect(menuOf(studio).getByRole('textbox', { name: 'Name of the new session' })).toBeFocused();
  await studio.page.keyboard.type(name);
  await studio.page.keyboard.press('Enter');
  await expect(menuOf(studio)).toBeHidden();
  await expect(switcher(studio)).toHaveText(`Session ${name}`);
}

async function open(studio: Studio, name: string): Promise<void> {
  const menu = await openMenu(studio);
  await menu.getByRole('listitem').filter({ hasText: name }).locator('[data-session-row]').click();
  await expect(menu).toBeHidden();
  await expect(switcher(studio)).toHaveText(`Session ${name}`);
}

/** What a row says: its name, its clips and what they cost. */
const row = (menu: Locator, name: string): Locator =>
  menu.getByRole('listitem').filter({ hasText: name }).locator('[data-session-row]');

async function deleteSession(studio: Studio, name: string): Promise<Locator> {
  const menu = await openMenu(studio);
  await row(menu, name).hover();
  await menu.getByRole('button', { name: `Delete “${name}”` }).click();
  const question = studio.page.getByRole('dialog', { name: 'Delete session' });
  await expect(question).toBeVisible();
  return question;
}

const prompts = ({ cards }: Studio): Promise<(string | null)[]> =>
  cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')));

test('a session is made, named, filled, left and found again, also after a restart', async ({
  launch,
  emulator,
}) => {
  const first = await launch();
  await expect(switcher(first)).toHaveText('Session First session');
  await first.makeClip('a lion');
  await make(first, 'Night trains');
  await expect(first.cards).toHaveCount(0);
  await first.makeClip('a train');
  expect(await prompts(first)).toEqual(['a train']);

  await test.step('by its own name, in place', async () => {
    const menu = await openMenu(first);
    await row(menu, 'Night trains').focus();
    await first.page.keyboard.press('F2');
    await first.page.keyboard.press('Control+A');
    await first.page.keyboard.type('Day trains');
    await first.page.keyboard.press('Enter');
    await expect(row(menu, 'Day trains')).toBeFocused();
    await expect(row(menu, 'Day trains')).toHaveText(/Day trains 1 clip \$3\.20/);
    await first.page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(switcher(first)).toBeFocused();
    await expect(switcher(first)).toHaveText('Session Day trains');
  });

  await test.step('by keys: open, arrows, Enter', async () => {
    await first.page.keyboard.press('ArrowDown');
    await expect(menuOf(first).getByRole('searchbox')).toBeFocused();
    await expect(row(menuOf(first), 'First session')).toBeVisible();
    await first.page.keyboard.type('first');
    await first.page.keyboard.press('Enter');
    await expect(switcher(first)).toHaveText('Session First session');
    await expect(first.card('a lion')).toBeVisible();
    expect(await prompts(first)).toEqual(['a lion']);
  });

  await test.step('all of them at once; new clips go into the open one', async () => {
    await (await openMenu(first)).getByRole('button', { name: 'All sessions' }).click();
    await expect(first.cards).toHaveCount(2);
    await expect(first.page.getByText('Goes into “First session”')).toBeVisible();
    await first.makeClip('a tiger');
    await open(first, 'First session');
    await expect(first.cards).toHaveCount(2);
    expect(await prompts(first)).toEqual(['a tiger', 'a lion']);
    await open(first, 'Day trains');
  });

  await first.close();
  const after = await launch();
  await expect(switcher(after)).toHaveText('Session Day trains');
  await expect(after.card('a train')).toBeVisible();
  expect(await prompts(after)).toEqual(['a train']);
  expect(attempts(emulator)).toHaveLength(3);
});

test('the original’s session_id makes a session and fills it; whoever names none is in the open one', async ({
  studio,
}) => {
  const generate = (request: object) =>
    studio.page.evaluate(
      (input) => (globalThis as unknown as Window).videoChat.generate(input as never),
      request,
    );
  await generate({ prompt: 'from a script', session_id: 'campaign/2026 “Löwe”' });
  await generate({ prompt: 'without one' });
  await studio.expectPhase(studio.card('without one'), 'completed');
  expect(await prompts(studio)).toEqual(['without one']);
  await open(studio, 'campaign/2026 “Löwe”');
  await studio.expectPhase(studio.card('from a script'), 'completed');
  expect(await prompts(studio)).toEqual(['from a script']);

  // Called anew, it is the same session for the script.
  const menu = await openMenu(studio);
  await row(menu, 'campaign').focus();
  await studio.page.keyboard.press('F2');
  await studio.page.keyboard.press('Control+A');
  await studio.page.keyboard.type('Campaign');
  await studio.page.keyboard.press('Enter');
  await studio.page.keyboard.press('Escape');
  await expect(switcher(studio)).toHaveText('Session Campaign');
  await generate({ prompt: 'once more', session_id: 'campaign/2026 “Löwe”' });
  await studio.expectPhase(studio.card('once more'), 'completed');
  const all = await studio.page.evaluate(() => (globalThis as unknown as Window).videoChat.operations());
  expect(all.ok && all.value.operations.map(({ request }) => [request.prompt, request.session_id])).toEqual([
    ['once more', 'campaign/2026 “Löwe”'],
    ['without one', undefined],
    ['from a script', 'campaign/2026 “Löwe”'],
  ]);
});

test('deleting a session moves its clips, or deletes them with one Undo; nothing under way is lost', async ({
  launch,
  emulator,
}) => {
  const studio = await launch();
  await studio.makeClip('a lion');
  await make(studio, 'Night trains');
  await studio.makeClip('a train');
  await studio.makeClip('another train');

  await test.step('Undo brings all of it back', async () => {
    emulator.setFaults([{ name: 'slow' }]);
    await studio.expectPhase(await studio.generate('a slow train'), 'processing');
    const question = await deleteSession(studio, 'Night trains');
    await expect(question).toContainText('What becomes of the 3 clips in “Night trains”?');
    await question.getByRole('radio', { name: 'Delete them' }).check();
    await expect(question).toContainText('1 clip being made goes on in “First session”.');
    await question.getByRole('button', { name: 'Delete session' }).click();
    await expect(switcher(studio)).toHaveText('Session First session');
    await expect(studio.cards).toHaveCount(2);
    expect(await prompts(studio)).toEqual(['a slow train', 'a lion']);
    await studio.page.getByRole('button', { name: 'Undo' }).click();
    await expect(switcher(studio)).toHaveText('Session Night trains');
    await expect(studio.cards).toHaveCount(3);
    emulator.setFaults([]);
    await studio.expectPhase(studio.card('a slow train'), 'completed');
  });

  await test.step('moving keeps every clip', async () => {
    const question = await deleteSession(studio, 'Night trains');
    await question.getByRole('button', { name: 'Delete session' }).click();
    await expect(switcher(studio)).toHaveText('Session First session');
    await expect(studio.cards).toHaveCount(4);
    const menu = await openMenu(studio);
    await expect(menu.getByRole('listitem').filter({ hasText: 'Night trains' })).toHaveCount(0);
    await expect(row(menu, 'First session')).toHaveText(/4 clips \$12\.80/);
    await studio.page.keyboard.press('Escape');
  });

  await studio.close();
  const after = await launch();
  await expect(after.cards).toHaveCount(4);
  await after
    .card('a lion')
    .getByRole('button', { name: /^Play: / })
    .click();
  await expect(after.page.getByLabel('Clip', { exact: true })).toBeVisible();
  expect(attempts(emulator)).toHaveLength(4);
});

test('what was spent stays by session: moved along with clips, under its name when the session is gone', async ({
  launch,
  folder,
}) => {
  const studio = await launch();
  await studio.makeClip('a lion');
  await make(studio, '=Night trains');
  await studio.makeClip('a train');
  await studio.makeClip('a tram');

  await test.step('a card moves with its price', async () => {
    const card = studio.card('a tram');
    await card.hover();
    await card.getByRole('button', { name: 'Move to session…' }).click();
    const move = studio.page.getByRole('dialog', { name: 'Move 1 clip' });
    await move.getByRole('searchbox').fill('first');
    await studio.page.keyboard.press('Enter');
    await expect(studio.page.getByText('1 clip moved to “First session”.')).toBeVisible();
    await expect(studio.cards).toHaveCount(1);
  });

  await test.step('the rest is deleted with its session', async () => {
    const question = await deleteSession(studio, '=Night trains');
    await question.getByRole('radio', { name: 'Delete them' }).check();
    await question.getByRole('button', { name: 'Delete session' }).click();
    await expect(switcher(studio)).toHaveText('Session First session');
  });

  await studio.page.getByRole('button', { name: /^Today / }).click();
  const dialog = studio.page.getByRole('dialog', { name: 'Spend' });
  const rows = dialog.getByRole('region', { name: 'By session' }).getByRole('row');
  await expect(rows).toHaveText([
    /^Session/,
    /^First sessionopen\$6\.40/,
    /^=Night trains \(deleted\)\$3\.20/,
  ]);
  const file = path.join(folder, 'spend.csv');
  await studio.answerSaveDialog(file);
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await expect(dialog.getByText('Saved')).toBeVisible();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',')[5])).toEqual([
    'First session',
    `'=Night trains`,
    'First session',
  ]);
});

test('three hundred sessions are found by typing, and the archive keeps the rest out of the way', async ({
  launch,
  folder,
}) => {
  const library = path.join(folder, 'library');
  await mkdir(library, { recursive: true });
  seedSessions(
    folder,
    Array.from({ length: 300 }, (_, index) => `Spot ${index + 1}`),
  );
  seedOperations(folder, library, [{ prompt: 'a lion', sessionId: 'Spot 217' }]);
  const studio = await launch();
  const menu = await openMenu(studio);
  await expect(menu.getByRole('listitem')).toHaveCount(302);
  await studio.page.keyboard.type('spot 217');
  await expect(menu.getByRole('listitem')).toHaveCount(1);
  await studio.page.keyboard.press('Enter');
  await expect(studio.card('a lion')).toBeVisible();

  await openMenu(studio);
  await row(menu, 'Spot 217').focus();
  await studio.page.keyboard.press('Tab');
  await studio.page.keyboard.press('Tab');
  await expect(menu.getByRole('button', { name: 'Archive “Spot 217”' })).toBeFocused();
  await studio.page.keyboard.press('Enter');
  await expect(menu.getByRole('button', { name: 'Archived (1)' })).toBeVisible();
  await studio.page.keyboard.press('Escape');
  await expect(switcher(studio)).not.toHaveText('Session Spot 217');
  await expect(studio.card('a lion')).toHaveCount(0);
});

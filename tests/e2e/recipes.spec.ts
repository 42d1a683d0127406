/** A library that comes back: from its folder, from a copy, from the journal; and a clip that gives its settings back. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dropFromDesktop } from './support/desktop.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { billed } from './support/wire.ts';

async function removeDatabase(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^zoetrope\.db|^backups$|^accepted\.jsonl$|^posters$/.test(name)) {
      await rm(path.join(folder, name), { recursive: true });
    }
  }
}

async function ruinDatabase(folder: string): Promise<void> {
  for (const ending of ['-wal', '-shm']) await rm(path.join(folder, `zoetrope.db${ending}`), { force: true });
  await writeFile(path.join(folder, 'zoetrope.db'), 'This was a database once. '.repeat(400));
}

const notices = ({ page }: Studio) => page.getByRole('region', { name: 'Notices' });

test('with the database deleted, the library is rebuilt from its folder: prompts, sessions, posters', async ({
  launch,
  folder,
  emulator,
}) => {
  const first = await launch();
  await first.makeClip('A lighthouse at dusk');
  await first.page.keyboard.press('Control+Shift+N');
  await expect(first.page.getByRole('textbox', { name: 'Name of the new session' })).toBeFocused();
  await first.page.keyboard.type('Harbour');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByRole('button', { name: /^Session/ })).toHaveText('Session Harbour');
  await first.makeClip('Boats come home');
  await first.close();
  await removeDatabase(folder);

  const studio = await launch();
  const { page } = studio;
  await expect(studio.cards).toHaveCount(0);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Rebuild' }).click();
  await expect(settings).toContainText('2 clips added.');
  await settings.getByRole('button', { name: 'Rebuild' }).click();
  await expect(settings).toContainText('2 clips already here.');
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(studio.card('A lighthouse at dusk').locator('img').first()).toBeVisible();
  await page.getByRole('button', { name: /^Session/ }).click();
  const sessions = page.getByRole('dialog', { name: 'Sessions' });
  await sessions.getByRole('listitem').filter({ hasText: 'Harbour' }).locator('[data-session-row]').click();
  await expect(studio.cards).toHaveCount(1);
  await expect(studio.card('Boats come home').locator('img').first()).toBeVisible();
  await studio.play(studio.card('Boats come home'));
  expect(billed(emulator)).toEqual(['A lighthouse at dusk', 'Boats come home']);
});

test('a damaged database: the last copy, what the folder and the journal know since; nothing is sent again', async ({
  launch,
  folder,
  emulator,
}) => {
  const first = await launch();
  await first.makeClip('In the copy');
  await first.close();

  await test.step('a copy is made behind the window; more happens after it', async () => {
    const second = await launch();
    await expect.poll(() => readdir(path.join(folder, 'backups')).catch(() => [])).toHaveLength(1);
    await expect.poll(async () => (await readdir(path.join(folder, 'backups')))[0]).toMatch(/\.db$/);
    await second.makeClip('Newer than the copy');
    emulator.setFaults([{ name: 'slow' }]);
    await second.expectPhase(await second.generate('Still being made'), 'processing');
    await second.close();
  });
  await ruinDatabase(folder);
  await writeFile(path.join(folder, 'settings.json'), '{"theme": "da');

  const studio = await launch();
  await test.step('all three are there, and it is said how', async () => {
    await expect(studio.cards).toHaveCount(3);
    await studio.expectPhase(studio.card('In the copy'), 'completed');
    await studio.expectPhase(studio.card('Newer than the copy'), 'completed');
    for (const words of [
      'The list of clips was damaged. The copy of',
      '1 clip came back from your library folder.',
      '1 clip that was being made is followed again.',
      'look at your usage at Google',
      'The settings could not be read, so the copy of what was saved last',
    ]) {
      await expect(notices(studio)).toContainText(words);
    }
  });
  await test.step('the notice leads to rebuilding', async () => {
    await notices(studio).getByRole('button', { name: 'Rebuild from folder' }).click();
    const settings = studio.page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('button', { name: 'Rebuild' }).click();
    await expect(settings).toContainText('2 clips already here.');
    await settings.getByRole('button', { name: 'Close' }).click();
  });
  await test.step('the clip that was being made is fetched, and nothing was sent again', async () => {
    emulator.setFaults([]);
    await studio.expectPhase(studio.card('Still being made'), 'completed');
    expect(billed(emulator)).toEqual(['In the copy', 'Newer than the copy', 'Still being made']);
  });
});

test('a clip that is dropped on the window gives its settings back', async ({ studio, folder }) => {
  await studio.prompt.fill('Rain on a tin roof');
  await studio.negativePrompt.fill('thunder');
  await studio.setting('Aspect ratio', '9:16').check();
  await studio.setting('Duration', '4 s').check();
  await studio.generateButton.click();
  await studio.expectPhase(studio.card('Rain on a tin roof'), 'completed');
  const [file = ''] = await readdir(path.join(folder, 'library'));
  await studio.prompt.fill('Something else');
  await studio.negativePrompt.fill('');
  await studio.setting('Aspect ratio', '16:9').check();

  await dropFromDesktop(studio, path.join(folder, 'library', file));
  await expect(studio.prompt).toHaveValue('Rain on a tin roof');
  await expect(studio.negativePrompt).toHaveValue('thunder');
  await expect(studio.setting('Aspect ratio', '9:16')).toBeChecked();
  await expect(studio.setting('Duration', '4 s')).toBeChecked();
  await studio.page.getByRole('button', { name: 'Undo' }).click();
  await expect(studio.prompt).toHaveValue('Something else');

  await dropFromDesktop(studio, path.resolve('emulator/samples/landscape-720p-4s.mp4'));
  await expect(studio.page.getByText('was not made by Zoetrope')).toBeVisible();
  await expect(studio.prompt).toHaveValue('Something else');
});

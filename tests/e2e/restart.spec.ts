/// <reference lib="dom" />
import { open, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { billed } from './support/wire.ts';

async function expectPoster(card: Locator): Promise<void> {
  const poster = card.locator('img').last();
  await expect
    .poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

async function expectPlays(studio: Studio, card: Locator): Promise<void> {
  await studio.play(card);
  await studio.page.keyboard.press('Escape');
}

test('after a restart everything is there, and what was being made is made', async ({ launch, emulator }) => {
  const before = await launch();
  await expectPoster(await before.makeClip('finished before'));
  emulator.setFaults([{ name: 'slow' }]);
  for (const prompt of ['under way, one', 'under way, two']) {
    await before.expectPhase(await before.generate(prompt), 'processing');
  }
  await before.expectPhase(await before.generate('still in the queue'), 'queued');
  const written = 'A harbour at dawn, and the sentence is not finished';
  await before.prompt.fill(written);
  await before.negativePrompt.fill('people');
  await before.close();

  const after = await launch();
  await expect(after.prompt).toHaveValue(written);
  await expect(after.negativePrompt).toHaveValue('people');
  await expect(after.cards).toHaveCount(4);
  const prompts = ['still in the queue', 'under way, two', 'under way, one', 'finished before'];
  for (const [index, prompt] of prompts.entries()) await expect(after.cards.nth(index)).toContainText(prompt);
  await after.expectPhase(after.card('under way, one'), 'processing');
  await after.expectPhase(after.card('still in the queue'), 'queued');
  const finished = after.card('finished before');
  await expectPoster(finished);
  await expectPlays(after, finished);

  emulator.setFaults([]);
  for (const prompt of prompts) await after.expectPhase(after.card(prompt), 'completed');
  await expectPlays(after, after.card('under way, two'));
  expect(billed(emulator)).toEqual(prompts.toReversed());
});

test('damaged settings and a damaged database are set aside and said; the clips stay', async ({
  launch,
  emulator,
  folder,
}) => {
  const before = await launch();
  await before.makeClip('made before the damage');
  await before.close();
  const library = path.join(folder, 'library');
  const clips = await readdir(library);
  expect(clips).toHaveLength(1);

  const brokenSettings = '{"theme": "da';
  await writeFile(path.join(folder, 'settings.json'), brokenSettings);
  const database = await open(path.join(folder, 'zoetrope.db'), 'r+');
  await database.write(Buffer.alloc(8192, 'damage'), 0, 8192, 1024);
  await database.close();
  const brokenDatabase = await readFile(path.join(folder, 'zoetrope.db'));

  const after = await launch();
  const notices = after.page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByText('The settings could not be read')).toBeVisible();
  await expect(notices.getByText('The list of clips was damaged')).toBeVisible();

  const files = await readdir(folder);
  const settingsAside = files.find((name) => /^settings-damaged-\d+\.json$/.test(name)) ?? '';
  expect(await readFile(path.join(folder, settingsAside), 'utf8')).toBe(brokenSettings);
  const databaseAside = files.find((name) => /^zoetrope-damaged-\d+\.db$/.test(name)) ?? '';
  expect(brokenDatabase.equals(await readFile(path.join(folder, databaseAside)))).toBe(true);
  expect(await readdir(library)).toEqual(clips);

  await test.step('the app works on, and the notices can be put away for good', async () => {
    await after.makeClip('made after the damage');
    expect(await readdir(library)).toHaveLength(2);
    const dismiss = notices.getByRole('button', { name: 'Dismiss' });
    await expect(dismiss).toHaveCount(2);
    await dismiss.first().click();
    await expect(dismiss).toHaveCount(1);
    await dismiss.first().click();
    await expect(dismiss).toHaveCount(0);
    await after.close();

    const again = await launch();
    await expect(again.card('made after the damage')).toBeVisible();
    await expect(again.page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  });
  expect(billed(emulator)).toEqual(['made before the damage', 'made after the damage']);
});

/** Files of templates that are opened from outside: double-clicked, or given on the command line. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runAlone } from './support/app-alone.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const lisbon = { name: 'City at a time', prompt: '{city=Lisbon} at dawn', negativePrompt: null, shape: null };
const rain = { name: 'Rain <b>', prompt: 'rain on a tin roof', negativePrompt: 'text', shape: null };

async function fileOf(folder: string, name: string, templates: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify({ format: 'zoetrope-templates', version: 1, templates }));
  return file;
}

const question = ({ page }: Studio) => page.getByRole('dialog', { name: 'Add these templates?' });

const kept = (folder: string) => readFile(path.join(folder, 'templates.json'), 'utf8').catch(() => '');

async function namesKept(folder: string): Promise<string[]> {
  const { templates } = JSON.parse(await kept(folder)) as { templates: { name: string }[] };
  return templates.map(({ name }) => name);
}

test('a file that the app is started with is shown, and added only when it is said', async ({
  launch,
  folder,
}) => {
  const file = await fileOf(folder, 'Looks of mine.zoetrope', [lisbon, rain]);
  const studio = await launch({ args: [file] });
  const { page } = studio;
  const dialog = question(studio);
  await expect(dialog).toContainText(
    'From “Looks of mine.zoetrope”. 2 templates. Nothing is added before you say so.',
  );
  await expect(dialog.getByRole('listitem')).toHaveText(['City at a time{city=Lisbon} at dawn', /^Rain <b>/]);
  expect(await kept(folder)).toBe('');
  await takeLooks(studio, 'opened-templates');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await kept(folder)).toBe('');

  // A double click while the app runs: the running one shows it, the second ends.
  expect(await runAlone(folder, { args: [file] })).toBe(0);
  await dialog.getByRole('button', { name: 'Add templates' }).click();
  await expect(page.getByText('2 templates added.')).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await namesKept(folder)).toEqual(['City at a time', 'Rain <b>']);

  expect(await runAlone(folder, { args: [file] })).toBe(0);
  await expect(dialog).toContainText('You have all of these already.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
});

test('files that cannot be used say so, one after the other, and nothing is taken from them', async ({
  launch,
  folder,
}) => {
  const bad = await fileOf(folder, 'bad.zoetrope', [
    { ...lisbon, shape: { __proto__: 1, aspectRatio: '1:1' } },
  ]);
  const gone = path.join(folder, 'gone.zoetrope');
  const studio = await launch();
  expect(await runAlone(folder, { args: [bad, gone] })).toBe(0);
  const { page } = studio;
  const first = page.getByRole('dialog', { name: 'These templates cannot be added' });
  await expect(first).toContainText(
    'From “bad.zoetrope”. Template 1 of this file cannot be used: look at its settings. Nothing was imported.',
  );
  await first.getByRole('button', { name: 'Close' }).last().click();
  await expect(first).toContainText('From “gone.zoetrope”. This file could not be opened.');
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  expect(await kept(folder)).toBe('');
});

/// <reference lib="dom" />
/** Prompts that nobody has to write from nothing: examples, templates, negative prompts, those of before. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { answerFolderDialog } from './support/desktop.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { sent } from './support/wire.ts';

/** Takes pictures in both sizes and themes, and holds that nothing reaches over the window's sides. */
function look(studio: Studio, name: string): Promise<void> {
  return takeLooks(studio, name, {
    check: async (at) => {
      const tooWide = await studio.page.evaluate(() =>
        Array.from(document.querySelectorAll('dialog, dialog *'))
          .filter((element) => {
            const { right, bottom } = element.getBoundingClientRect();
            const inside = element.closest('[class*=list], [class*=body], [class*=fields], [class*=parts]');
            return right > innerWidth || (inside === null && bottom > innerHeight);
          })
          .map((element) => `${element.tagName} ${element.className}`),
      );
      expect(tooWide, `${name} at ${at}`).toEqual([]);
    },
  });
}

async function openLibrary({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: 'Examples', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Examples and templates' });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function show(dialog: Locator, kind: string): Promise<void> {
  await dialog.getByRole('radio', { name: kind }).check();
}

test('an example is found and inserted by keyboard alone, and goes out with its settings', async ({
  studio,
  emulator,
}) => {
  const { page, prompt } = studio;
  await prompt.fill('my own words');
  await page.getByRole('button', { name: 'Examples', exact: true }).focus();
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: 'Search' });
  await expect(search).toBeFocused();
  await page.keyboard.type('zebra drone');
  await expect(page.getByText('Nothing has “zebra drone” in it.')).toBeVisible();
  await search.fill('hotel corridor');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Dolly zoom');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveValue(/^Dolly zoom on a man in a grey suit/);
  await expect(studio.negativePrompt).toHaveValue('text, other people, cuts');
  await expect(studio.setting('Duration', '6 s')).toBeChecked();

  await page.keyboard.press('Control+Enter');
  await expect.poll(() => sent(emulator)).toHaveLength(1);
  expect(sent(emulator)[0]).toMatchObject({
    aspectRatio: '16:9',
    resolution: '720p',
    durationSeconds: 6,
    negativePrompt: 'text, other people, cuts',
  });
  expect(sent(emulator)[0]?.prompt).toMatch(/^Dolly zoom on a man/);
});

test('what stood in the composer comes back: by Undo, and by Ctrl+Z in the prompt', async ({ studio }) => {
  const { page, prompt } = studio;
  for (const undo of ['Undo', 'Ctrl+Z']) {
    await prompt.fill('my own words');
    await studio.choose('Aspect ratio', '9:16');
    const dialog = await openLibrary(studio);
    await dialog.getByRole('option', { name: /^Wind over dunes/ }).dblclick();
    await expect(prompt).toHaveValue(/^Slow aerial glide/);
    await expect(studio.setting('Aspect ratio', '16:9')).toBeChecked();
    if (undo === 'Undo') await page.getByRole('button', { name: 'Undo' }).click();
    else await page.keyboard.press('Control+z');
    await expect(prompt).toHaveValue('my own words');
    await expect(studio.setting('Aspect ratio', '9:16')).toBeChecked();
  }
});

test('a negative prompt preset is added to what stands there, once', async ({ studio }) => {
  await studio.negativePrompt.fill('rain, Text');
  for (let time = 0; time < 2; time += 1) {
    const dialog = await openLibrary(studio);
    await show(dialog, 'Negative prompts');
    await dialog.getByRole('combobox', { name: 'Search' }).fill('clean picture');
    await studio.page.keyboard.press('Enter');
    await expect(studio.negativePrompt).toBeFocused();
    await expect(studio.negativePrompt).toHaveValue('rain, Text, subtitles, captions, watermark, logo');
  }
});

test('a template is written, asks for its variables, survives a restart and goes to a file and back', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await first.prompt.fill('{city=Lisbon} at {time}, slow pan');
  const writing = await openLibrary(first);
  await show(writing, 'My templates');
  await expect(writing.getByText('No templates yet')).toBeVisible();
  await look(first, 'prompts-no-templates');
  await writing.getByRole('button', { name: 'New template' }).click();
  await writing.getByRole('textbox', { name: 'Name' }).fill('City');
  await writing.getByRole('checkbox', { name: /^With the settings/ }).check();
  await writing.getByRole('button', { name: 'Save template' }).click();
  await expect(writing.getByRole('option', { name: /^City/ })).toBeVisible();
  const file = path.join(folder, 'given.json');
  await first.answerSaveDialog(file);
  await writing.getByRole('button', { name: 'Export' }).click();
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'zoetrope-templates',
    templates: [{ name: 'City', prompt: '{city=Lisbon} at {time}, slow pan' }],
  });
  await first.close();

  const studio = await launch();
  const dialog = await openLibrary(studio);
  await show(dialog, 'My templates');
  await dialog.getByRole('option', { name: /^City/ }).click();
  await dialog.getByRole('combobox', { name: 'Search' }).press('Enter');
  const form = dialog.getByRole('form', { name: 'City' });
  await expect(form.getByLabel('city')).toHaveValue('Lisbon');
  await expect(form.getByLabel('city')).toBeFocused();
  await studio.page.keyboard.press('Enter');
  await expect(form.getByText('Fill this in first.')).toBeVisible();
  await expect(form.getByLabel('time')).toBeFocused();
  await look(studio, 'prompts-variables');
  await studio.page.keyboard.type('dawn');
  await studio.page.keyboard.press('Enter');
  await expect(studio.prompt).toHaveValue('Lisbon at dawn, slow pan');

  const again = await openLibrary(studio);
  await show(again, 'My templates');
  await again.getByRole('button', { name: 'Remove' }).click();
  await expect(again.getByText('No templates yet')).toBeVisible();
  await studio.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(again.getByRole('option', { name: /^City/ })).toBeVisible();
  await answerFolderDialog(studio, file);
  await again.getByRole('button', { name: 'Import' }).click();
  await expect(studio.page.getByText('No new templates. 1 was there already.')).toBeVisible();
});

test('a broken file of templates is refused in words, and nothing of it is taken', async ({
  studio,
  folder,
}) => {
  const file = path.join(folder, 'broken.json');
  await writeFile(
    file,
    JSON.stringify({
      format: 'zoetrope-templates',
      version: 1,
      templates: [
        { name: 'Good', prompt: 'a', negativePrompt: null, shape: null },
        { name: 'Bad', prompt: '', negativePrompt: null, shape: null },
      ],
    }),
  );
  const dialog = await openLibrary(studio);
  await show(dialog, 'My templates');
  await answerFolderDialog(studio, file);
  await dialog.getByRole('button', { name: 'Import' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('This file cannot be used');
  await expect(alert).toContainText('Template 2 of this file cannot be used: look at its prompt.');
  await expect(alert).toContainText('Nothing was imported.');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await look(studio, 'prompts-broken-file');
});

test('arrow up in an empty prompt brings the prompts of before, arrow down leaves them', async ({
  studio,
}) => {
  const { page, prompt } = studio;
  await studio.makeClip('the first one');
  await studio.makeClip('the second one');
  await studio.makeClip('the second one');
  await prompt.fill('');
  await page.keyboard.press('ArrowUp');
  await expect(prompt).toHaveValue('the second one');
  await page.keyboard.press('ArrowUp');
  await expect(prompt).toHaveValue('the first one');
  await page.keyboard.press('ArrowUp');
  await expect(prompt).toHaveValue('the first one');
  await page.keyboard.press('ArrowDown');
  await expect(prompt).toHaveValue('the second one');
  await page.keyboard.press('ArrowDown');
  await expect(prompt).toHaveValue('');
  // What is being written is never replaced.
  await page.keyboard.type('mine');
  await page.keyboard.press('ArrowUp');
  await expect(prompt).toHaveValue('mine');
});

test('the builder writes the prompt from its parts, and knows them again', async ({ studio }) => {
  const { page, prompt } = studio;
  const open = async () => {
    await page.getByRole('button', { name: 'Builder' }).click();
    return page.getByRole('dialog', { name: 'Prompt builder' });
  };
  const dialog = await open();
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await page.keyboard.type('a night train');
  await dialog.getByLabel('Action').fill('crosses a viaduct');
  await dialog.getByLabel('Camera').fill('slow pan to the left');
  await dialog.getByLabel('Dialogue').fill('A child whispers: "Look, the sea."');
  const result = dialog.getByRole('region', { name: 'The prompt' });
  const whole =
    'A night train crosses a viaduct. Camera: slow pan to the left. Dialogue: A child whispers: "Look, the sea."';
  await expect(result).toContainText(whole);
  await look(studio, 'prompts-builder');
  await page.keyboard.press('Enter');
  await expect(prompt).toHaveValue(whole);
  await expect(prompt).toBeFocused();

  const again = await open();
  await expect(again.getByLabel('Subject')).toHaveValue('a night train');
  await page.keyboard.press('Escape');

  await prompt.fill('A lighthouse stands on a black rock. Slow aerial orbit. SFX: waves.');
  const read = await open();
  await expect(read.getByText(/^Filled from your prompt/)).toBeVisible();
  await expect(read.getByLabel('Place')).toHaveValue('on a black rock');
  await expect(read.getByLabel('Camera')).toHaveValue('Slow aerial orbit');
  await expect(read.getByLabel('Sound')).toHaveValue('waves');
  await page.keyboard.press('Escape');

  const story = 'She wakes. He is gone. The clock has stopped. Somebody knocks.';
  await prompt.fill(story);
  const free = await open();
  await expect(free.getByText(/^Your prompt is told too freely/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(prompt).toHaveValue(story);
});

/** What a text model was asked. */
const asked = (emulator: { requests: { path: string }[] }) =>
  emulator.requests.filter(({ path: where }) => where.includes(':generateContent'));

test('enhance asks when told to, shows what differs, waits for a choice, and its cost is in the ledger', async ({
  studio,
  emulator,
}) => {
  const { page, prompt } = studio;
  await expect(page.getByRole('button', { name: 'Enhance' })).toBeDisabled();
  await prompt.fill('A fox runs through snow');
  await page.getByRole('button', { name: 'Enhance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enhance the prompt' });
  await expect(dialog).toContainText(/Gemini 3\.8 Flash writes three versions.*never more than \$0\.0\d/);
  await look(studio, 'prompts-enhance-offer');
  expect(asked(emulator)).toEqual([]);

  await dialog.getByRole('button', { name: 'Ask for three versions' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog.locator('ins').first()).toContainText('Slow push in');
  await look(studio, 'prompts-enhance');
  await expect(prompt).toHaveValue('A fox runs through snow');
  await dialog.getByRole('button', { name: 'Use this one: Sound' }).click();
  await expect(prompt).toHaveValue(/^A fox runs through snow\. Sound: rain/);
  expect(asked(emulator)).toHaveLength(1);
  expect(sent(emulator)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(prompt).toHaveValue('A fox runs through snow');

  await page
    .getByTitle('Show what was spent')
    .or(page.getByRole('button', { name: /^Today/ }))
    .first()
    .click();
  await expect(page.getByRole('row', { name: /gemini-3\.8-flash.*\$0\.00\d/ })).toBeVisible();
});

test('enhance that got no answer says what it may have cost and asks only when told to', async ({
  studio,
  emulator,
}) => {
  emulator.setFaults([{ name: 'cut-create', count: 1 }]);
  await studio.prompt.fill('A fox runs through snow');
  await studio.page.getByRole('button', { name: 'Enhance' }).click();
  const dialog = studio.page.getByRole('dialog', { name: 'Enhance the prompt' });
  await dialog.getByRole('button', { name: 'Ask for three versions' }).click();
  await expect(dialog.getByRole('alert')).toContainText('may have been sent and may be charged');
  expect(asked(emulator)).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Ask again' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  expect(asked(emulator)).toHaveLength(2);
});

test('enhance can be switched off: then there is no button', async ({ studio }) => {
  const { page } = studio;
  await expect(page.getByRole('button', { name: 'Enhance' })).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: /^Let Zoetrope ask a text model/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Enhance' })).toBeHidden();
});

test('in demo mode enhance asks nobody and says so', async ({ launch, emulator }) => {
  const studio = await launch({ key: null });
  await studio.prompt.fill('A fox runs through snow');
  await studio.page.getByRole('button', { name: 'Enhance' }).click();
  const dialog = studio.page.getByRole('dialog', { name: 'Enhance the prompt' });
  await expect(dialog).toContainText('In demo mode no model is asked');
  await dialog.getByRole('button', { name: 'Ask for three versions' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog).toContainText('Made on this computer by simple rules');
  expect(emulator.requests).toEqual([]);
});

test('the examples look as they should and are open to everybody', async ({ studio }) => {
  await look(studio, 'prompts-composer');
  const dialog = await openLibrary(studio);
  await look(studio, 'prompts-examples');
  const { violations } = await new AxeBuilder({ page: studio.page })
    .setLegacyMode(true)
    .include('dialog')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await show(dialog, 'Negative prompts');
  await look(studio, 'prompts-negative');
});

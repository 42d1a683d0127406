/// <reference lib="dom" />
/** Image mode: from a prompt to an image, to another version of it, to a clip. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { samplePng } from '../../emulator/images.ts';
import type { Emulator } from '../../emulator/server.ts';
import { imageFacts } from '../../main/services/images/image-facts.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

/** Takes pictures, holds that nothing reaches over the window's sides, and asks axe. */
async function look(studio: Studio, name: string): Promise<void> {
  await takeLooks(studio, `images-${name}`, {
    async check(at) {
      const tooWide = await studio.page.evaluate(() =>
        Array.from(document.querySelectorAll('body *'))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => `${element.tagName} ${element.className}`),
      );
      expect(tooWide, `${name} at ${at}`).toEqual([]);
    },
  });
  const { violations } = await new AxeBuilder({ page: studio.page }).setLegacyMode().analyze();
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    name,
  ).toEqual([]);
  await studio.resize(1280, 800);
}

const composer = ({ page }: Studio): Locator => page.getByRole('region', { name: 'New image' });
const generate = (studio: Studio): Locator =>
  composer(studio).getByRole('button', { name: /^(Generate|Change|Combine) Images?/ });
const viewer = ({ page }: Studio): Locator => page.getByRole('dialog', { name: 'Image', exact: true });

async function goTo({ page }: Studio, mode: 'Image' | 'Video'): Promise<void> {
  await page.getByRole('radio', { name: mode, exact: true }).check();
}

async function makeImage(studio: Studio, prompt: string): Promise<Locator> {
  await studio.prompt.fill(prompt);
  await generate(studio).click();
  const card = studio.card(prompt).first();
  await studio.expectPhase(card, 'completed');
  await expect(card.locator('img').first()).toBeVisible();
  return card;
}

async function openImage(studio: Studio, card: Locator): Promise<Locator> {
  await card.getByRole('button', { name: /^Open: / }).click();
  const dialog = viewer(studio);
  await expect(dialog.locator('img').first()).toHaveJSProperty('complete', true);
  return dialog;
}

test('without a key: from a prompt to an image, to its next version, to a clip', async ({ launch }) => {
  // The clip at the end is really drawn.
  test.setTimeout(180_000);
  const studio = await launch({ key: null, baseUrl: null, pollMs: null });
  const { page } = studio;
  await goTo(studio, 'Image');
  await expect(page.getByText('Begin with a still')).toBeVisible();
  await look(studio, 'empty');
  const first = await makeImage(studio, 'A red boat on a still lake');
  await expect(composer(studio)).toContainText('Free');
  await expect(first).toContainText('Demo');

  await test.step('make it night', async () => {
    await first.hover();
    await first.getByRole('button', { name: 'Change…' }).click();
    await expect(studio.prompt).toBeFocused();
    await expect(composer(studio).getByRole('region', { name: 'Changes this image' })).toContainText(
      'A red boat on a still lake',
    );
    await look(studio, 'refine');
    await makeImage(studio, 'Make it night');
  });

  await test.step('both stand in the history of either', async () => {
    const dialog = await openImage(studio, studio.card('Make it night'));
    const versions = dialog.getByRole('list', { name: 'Versions' });
    await expect(versions.getByRole('button')).toHaveCount(2);
    await look(studio, 'viewer');
    await versions.getByRole('button', { name: 'Version 1: A red boat on a still lake' }).click();
    await expect(dialog).toContainText('2 of 2');
    await page.keyboard.press('Escape');
    await studio.card('Make it night').getByRole('button', { name: 'Details' }).focus();
    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog', { name: 'Details' });
    await expect(details.getByRole('list', { name: 'Versions' }).getByRole('button')).toHaveCount(2);
    await expect(details).toContainText('Changes');
    await look(studio, 'details');
    await page.keyboard.press('Escape');
  });

  await test.step('animated', async () => {
    const dialog = await openImage(studio, studio.card('Make it night'));
    await dialog.getByRole('button', { name: 'Animate' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Video', exact: true })).toBeChecked();
    await expect(studio.firstFrame).toContainText('Make it night'.toLowerCase().split(' ').at(-1) ?? '');
    await expect(studio.generateButton).toHaveText(/^Generate from Image/);
    await look(studio, 'animate');
    await expect(studio.cards).toHaveCount(0);
    await studio.composer.getByRole('radio', { name: '4 s' }).check();
    const clip = await studio.generate('The boat drifts slowly past');
    await expect(clip).toHaveAttribute('data-phase', 'completed', { timeout: 120_000 });
  });

  await test.step('clips and images have galleries of their own', async () => {
    await expect(studio.cards).toHaveCount(1);
    await goTo(studio, 'Image');
    await expect(studio.cards).toHaveCount(2);
    await expect(page.getByText('2 images', { exact: true })).toBeVisible();
    await look(studio, 'gallery');
  });
});

const png = (name: string, seed: number) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(samplePng(64, 48, name, seed)),
});

/** What the app asked the service's image models for, oldest first. */
const asked = (emulator: Emulator) =>
  emulator.requests
    .filter(({ path: at }) => at.includes(':generateContent'))
    .map(({ body }) => JSON.stringify(body));

test('what goes out is what was chosen, and each take is paid once', async ({ studio, emulator }) => {
  const { page } = studio;
  await goTo(studio, 'Image');
  const form = composer(studio);
  const files = form.getByLabel('Image files to change or combine');
  await files.setInputFiles([png('boat.png', 1), png('lake.png', 2)]);
  await expect(form.getByRole('img', { name: 'Image: lake.png' })).toBeVisible();
  await expect(generate(studio)).toHaveText(/^Combine Images/);
  await files.setInputFiles([png('one.png', 3), png('two.png', 4)]);
  await expect(form).toContainText('at most 3 images');
  await form.getByRole('radio', { name: '3:2' }).check();
  await form.getByRole('radio', { name: '2K' }).check();
  await form.getByRole('radio', { name: '2×' }).check();
  await expect(form).toContainText('2 images × $0.101');
  await expect(form).toContainText('$0.202');
  await studio.prompt.fill('A lighthouse in fog');
  await look(studio, 'inputs');
  await generate(studio).dblclick();
  const takes = studio.card('A lighthouse in fog');
  await expect(takes).toHaveCount(2);
  for (const card of await takes.all()) await studio.expectPhase(card, 'completed');
  await expect(page.locator('[data-takes]')).toContainText('$0.20');
  const [first = '', ...others] = asked(emulator);
  expect(others).toHaveLength(1);
  expect(first).toContain('"aspectRatio":"3:2"');
  expect(first).toContain('"imageSize":"2K"');
  expect(first.match(/"inlineData"/g)).toHaveLength(2);
  await page.getByRole('button', { name: /^Today/ }).click();
  const spend = page.getByRole('dialog', { name: 'Spend' });
  await expect(spend.getByRole('row', { name: /^Gemini 3.1 Flash Image \$0\.20/ })).toBeVisible();
});

test('images are found, marked, moved to the trash and back, and saved like clips', async ({
  studio,
  folder,
}) => {
  const { page } = studio;
  await studio.makeClip('A clip of a whale');
  await goTo(studio, 'Image');
  await makeImage(studio, 'A whale under ice');
  const card = await makeImage(studio, 'A paper crane');
  // An empty prompt brings back those of images, not those of clips.
  await studio.prompt.fill('');
  for (const expected of ['A paper crane', 'A whale under ice', 'A whale under ice']) {
    await page.keyboard.press('ArrowUp');
    await expect(studio.prompt).toHaveValue(expected);
  }
  await page.getByRole('searchbox', { name: 'Search images' }).fill('whale');
  await expect(studio.cards).toHaveCount(1);
  await expect(page.getByText('1 image found')).toBeVisible();
  await page.getByRole('button', { name: 'Filters' }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).not.toContainText('Duration');
  await page.keyboard.press('Escape');
  // What is looked for among images is not looked for among clips.
  await goTo(studio, 'Video');
  await expect(studio.cards).toHaveCount(1);
  await expect(studio.card('A clip of a whale')).toBeVisible();
  await goTo(studio, 'Image');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(studio.cards).toHaveCount(2);

  await card.getByRole('button', { name: 'Favourite' }).click();
  await expect(card.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
  await card.hover();
  await card.getByRole('button', { name: 'Delete' }).click();
  await expect(studio.cards).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(studio.cards).toHaveCount(2);

  const saved = path.join(folder, 'saved.png');
  const dialogs = await studio.answerSaveDialog(saved);
  await card.hover();
  await card.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(imageFacts(await readFile(saved))).toMatchObject({ kind: 'image', width: 1360, height: 768 });
  expect((await dialogs())[0]?.defaultPath).toMatch(/paper crane 1K\.png$/);
});

test('an image is a last frame or a reference of a clip, and a frame of a clip goes the other way', async ({
  studio,
  emulator,
}) => {
  const { page } = studio;
  await goTo(studio, 'Image');
  const card = await makeImage(studio, 'A harbour at dusk');
  const use = async (as: string) => {
    const dialog = await openImage(studio, card);
    await dialog.getByRole('button', { name: 'Use as…' }).click();
    await page.getByRole('button', { name: as }).click();
    await expect(dialog).toHaveCount(0);
  };
  await use('Last frame of the next clip');
  const wells = studio.composer;
  await expect(wells.getByRole('region', { name: 'Last frame' }).getByRole('img')).toBeVisible();
  await goTo(studio, 'Image');
  await use('Reference for the next clip');
  await expect(wells.getByRole('region', { name: 'Reference' }).getByRole('img')).toBeVisible();
  await goTo(studio, 'Image');
  await use('Part of a new image');
  await expect(composer(studio).getByRole('img', { name: /^Image: / })).toBeVisible();
  await composer(studio)
    .getByRole('button', { name: /^Remove / })
    .click();

  await goTo(studio, 'Video');
  await studio.composer.getByRole('radio', { name: 'Prompt or image' }).check();
  const clip = await studio.makeClip('A boat leaves the harbour');
  const { player } = await studio.play(clip);
  await player.getByRole('button', { name: 'Change this frame' }).click();
  await expect(composer(studio).getByRole('img', { name: /^Image: .*0\.0\d\.png/ })).toBeVisible();
  await makeImage(studio, 'Paint it in oils');
  expect(asked(emulator).at(-1)).toContain('"inlineData"');
});

test('an image that the service refuses says so, costs nothing and comes back into the composer whole', async ({
  studio,
  emulator,
}) => {
  const { page } = studio;
  await goTo(studio, 'Image');
  const form = composer(studio);
  await form.getByLabel('Image files to change or combine').setInputFiles([png('boat.png', 1)]);
  await form.getByRole('radio', { name: '4:5' }).check();
  emulator.setFaults([{ name: 'blocked' }]);
  await studio.prompt.fill('Something that is not allowed');
  await generate(studio).click();
  const card = studio.card('Something that is not allowed');
  await studio.expectPhase(card, 'blocked');
  await look(studio, 'blocked');
  emulator.setFaults([]);
  await form.getByRole('button', { name: 'Remove boat.png' }).click();
  await form.getByRole('radio', { name: '1:1' }).check();
  await studio.prompt.fill('');
  await goTo(studio, 'Video');
  await goTo(studio, 'Image');
  await card.getByRole('button', { name: 'Edit and try again' }).click();
  await expect(studio.prompt).toHaveValue('Something that is not allowed');
  await expect(form.getByRole('img', { name: 'Image: boat.png' })).toBeVisible();
  await expect(form.getByRole('radio', { name: '4:5' })).toBeChecked();
  await makeImage(studio, 'Something that is allowed');
  expect(asked(emulator)).toHaveLength(2);
  await page.getByRole('button', { name: /^Today/ }).click();
  await expect(page.getByRole('dialog', { name: 'Spend' })).toContainText('$0.07');
});

test('image mode speaks French', async ({ studio }) => {
  const { page } = studio;
  await goTo(studio, 'Image');
  await makeImage(studio, 'Un phare dans la brume');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('radio', { name: 'Français' }).check();
  await page.keyboard.press('Escape');
  const form = page.getByRole('region', { name: 'Nouvelle image' });
  await expect(form.getByRole('button', { name: /^Générer l’image/ })).toBeVisible();
  await expect(form).toContainText(/1 image × 0,067\s\$/);
  await expect(page.getByText('1 image', { exact: true })).toBeVisible();
  await look(studio, 'french');
  await studio.cards.getByRole('button', { name: /^Ouvrir : / }).click();
  const dialog = page.getByRole('dialog', { name: 'Image', exact: true });
  await expect(dialog.getByRole('button', { name: 'Animer' })).toBeVisible();
  await look(studio, 'french-viewer');
});

/// <reference lib="dom" />
/** Ways through every screen of the app, for whatever has to hold on each of them. */
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { samplePng } from '../../../emulator/images.ts';
import type { Emulator } from '../../../emulator/server.ts';
import type { Studio } from './studio.ts';
import { expect } from './test.ts';

/** Called on each screen, with its name. */
export type Visit = (screen: string) => Promise<void>;

const fixture = (name: string): string => path.resolve('tests/fixtures', name);
const button = (within: Locator, name: string | RegExp): Locator => within.getByRole('button', { name });

const longPrompt =
  'A paper kite breaks through low clouds above green cliffs, the camera circles it once and follows it down to the water, wind and distant surf, golden hour, handheld, soft grain, a dog barks far away';

/** Every way to begin a clip, and what can be wrong with one. */
export async function throughComposer(studio: Studio, visit: Visit): Promise<void> {
  const { page, composer } = studio;
  const give = (label: string, ...names: string[]) =>
    page.getByLabel(label).setInputFiles(names.map(fixture));
  await expect(page.getByText('Set something in motion')).toBeVisible();
  await visit('empty');

  await studio.generateButton.click();
  await page.getByLabel('Image file for the first frame').setInputFiles(path.resolve('package.json'));
  await expect(studio.firstFrame).toContainText('not a PNG');
  await visit('problems in the composer');

  await studio.prompt.fill(longPrompt);
  await give('Image file for the first frame', 'still.jpg');
  await expect(studio.firstFrame.getByRole('img')).toBeVisible();
  await visit('first frame');

  await composer.getByRole('radio', { name: 'Two frames' }).check();
  await visit('two frames, one of them empty');
  await give('Image file for the last frame', 'still.jpg');
  await expect(composer.getByRole('img', { name: /^Last frame: / })).toBeVisible();
  await visit('two frames');

  await composer.getByRole('radio', { name: 'References' }).check();
  await give('Image files for references', 'still.png', 'still.jpg');
  await expect(composer.getByRole('img', { name: /^Reference: / })).toHaveCount(2);
  await give('Image files for references', 'still.png', 'still.jpg');
  await expect(composer).toContainText('This model takes 3 reference images');
  await composer.getByText('People, seed, sound').click();
  await visit('references, and more settings');

  await button(page.getByRole('banner'), /^Model:/).click();
  const models = page.getByRole('dialog', { name: 'Choose a model' });
  await expect(models.getByRole('radio').first()).toBeVisible();
  await visit('models');
  await models.getByRole('radio', { name: /^Omni Flash 1.2/ }).click();
  await expect(page.getByRole('slider', { name: 'Duration' })).toBeVisible();
  await visit('Omni Flash');
}

/** Cards that are far away are not there: looks for one by scrolling through the gallery. */
async function bringIntoSight({ gallery }: Studio, card: Locator): Promise<void> {
  await expect(async () => {
    if ((await card.count()) === 0) {
      await gallery.evaluate((element) => {
        const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
        element.scrollTo(0, isAtEnd ? 0 : element.scrollTop + element.clientHeight);
      });
    }
    await expect(card).toBeVisible({ timeout: 300 });
  }).toPass();
}

/** What can become of a clip, and what can be done with it. */
export async function throughGallery(studio: Studio, visit: Visit): Promise<void> {
  const { page, composer } = studio;
  const source = await studio.makeClip('A clip that goes on');
  await expect(source.locator('img').first()).toBeVisible();
  await source.hover();
  await button(source, 'Extend').click();
  await expect(composer.getByRole('region', { name: 'Extend this clip' })).toBeVisible();
  await visit('extending a clip');
  await button(composer.getByRole('region', { name: 'Extend this clip' }), /./)
    .first()
    .click();

  await page.getByRole('group', { name: 'Takes' }).getByLabel('3×').click();
  await studio.prompt.fill(longPrompt);
  await studio.generateButton.click();
  await expect(page.locator('[data-takes]').first()).toContainText('3 takes');
  for (const card of await studio.card(longPrompt).all()) await studio.expectPhase(card, 'completed');
  await page.getByRole('group', { name: 'Takes' }).getByLabel('1×').click();

  const compare = button(page.locator('[data-takes]'), 'Compare');
  const clip = await studio.makeClip('A finished clip');
  await expect(clip.locator('img').first()).toBeVisible();
  for (const [fault, phase] of [
    ['blocked', 'blocked'],
    ['failed', 'error'],
    ['cut-create', 'unknown'],
    ['slow:1', 'processing'],
    ['slow', 'processing'],
  ] as const) {
    await studio.expectPhase(await studio.generate(`A clip with [fault:${fault}]`), phase);
  }
  await studio.expectPhase(await studio.generate('One that waits'), 'queued');
  await bringIntoSight(studio, clip);
  await clip.hover();
  await visit('gallery');

  const finished = button(clip, /^Play: /);
  await bringIntoSight(studio, clip);
  await finished.focus();
  await page.keyboard.press('f');
  await page.keyboard.press('4');
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
  await visit('selection');
  await page.keyboard.press('Escape');

  await finished.focus();
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('A finished clip');
  await visit('details');
  await page.keyboard.press('Escape');

  await finished.click();
  await expect(page.getByRole('dialog', { name: 'Player' })).toBeVisible();
  await visit('player');
  await page.keyboard.press('Escape');
  await bringIntoSight(studio, compare);
  await compare.click();
  await expect(page.getByRole('list', { name: 'Takes of this request' })).toBeVisible();
  await visit('player with takes');
  await page.keyboard.press('Escape');

  await button(studio.gallery, 'Filters').click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await visit('filters');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search clips' }).fill('zebra');
  await expect(page.getByText('No clip matches')).toBeVisible();
  await visit('nothing found');
  await button(studio.gallery, 'Clear the search').click();

  await bringIntoSight(studio, clip);
  await clip.hover();
  await button(clip, 'Move to session…').click();
  await expect(page.getByRole('dialog', { name: 'Move 1 clip' })).toBeVisible();
  await visit('moving a clip');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Show queue' }).click();
  const queue = page.getByRole('dialog', { name: 'Queue' });
  await expect(queue.locator('[data-queue-id]')).toHaveCount(1);
  await visit('queue');
  await button(queue.locator('[data-queue-running]').first(), 'Cancel').click();
  await expect(page.getByRole('dialog', { name: 'Cancel this clip?' })).toBeVisible();
  await visit('cancelling a clip');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await studio.answerSaveDialog('/nowhere/at/all.mp4');
  await bringIntoSight(studio, clip);
  await clip.hover();
  await button(clip, 'Download').click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be saved' })).toBeVisible();
  await button(clip, 'Delete').click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await visit('messages');
}

/** Everything that comes in front of the window. */
export async function throughDialogs(studio: Studio, visit: Visit): Promise<void> {
  const { page } = studio;
  const { keyboard } = page;
  const close = async (dialog: Locator) => {
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };

  await keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Check for finished clips every').fill('99');
  await keyboard.press('Enter');
  await expect(settings).toContainText('A whole number');
  await visit('settings');
  await button(settings, 'Set up…').click();
  await button(settings, 'Check and save').last().click();
  await expect(settings.getByRole('alert').first()).toBeVisible();
  await visit('settings of the Agent Platform');
  await close(settings);

  await button(page.getByRole('banner'), /^Today/).click();
  const spend = page.getByRole('dialog', { name: 'Spend' });
  await spend.getByLabel('For a day').fill('1');
  await keyboard.press('Enter');
  await expect(spend.getByText('Saved')).toBeVisible();
  await visit('spend');
  await close(spend);
  await expect(await studio.generate('Too dear')).toContainText('Held: it would go over');
  await button(page.getByRole('region', { name: 'Notices' }), 'Go over once…').click();
  const over = page.getByRole('dialog', { name: 'Go over the budget' });
  await expect(over).toBeVisible();
  await visit('going over the budget');
  await close(over);
  await visit('a held clip');

  await button(page.getByRole('banner'), /^Session /).click();
  const sessions = page.getByRole('dialog', { name: 'Sessions' });
  await keyboard.type('Savanna');
  await expect(sessions).toContainText('No session is called');
  await visit('no such session');
  await sessions.getByRole('searchbox').fill('');
  await button(sessions, /^First session/).hover();
  await visit('sessions');
  await close(sessions);

  await button(studio.composer, 'Examples').click();
  const library = page.getByRole('dialog', { name: 'Examples and templates' });
  await expect(library.getByRole('option').first()).toBeVisible();
  await visit('examples');
  await library.getByRole('radio', { name: 'Negative prompts' }).check();
  await visit('negative prompts');
  await library.getByRole('radio', { name: 'My templates' }).check();
  await expect(library.getByText('No templates yet')).toBeVisible();
  await visit('no templates');
  await button(library, 'New template').click();
  await library.getByRole('textbox', { name: 'Name' }).fill('City');
  await library.getByRole('textbox', { name: /^Prompt/ }).fill('{city=Lisbon} at {time}');
  await visit('a new template');
  await button(library, 'Save template').click();
  await library.getByRole('option', { name: /^City/ }).click();
  await visit('templates');
  await library.getByRole('combobox', { name: 'Search' }).press('Enter');
  await expect(library.getByRole('form', { name: 'City' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(library.getByText('Fill this in first.')).toBeVisible();
  await visit('a template’s variables');
  await close(library);

  await button(studio.composer, 'Builder').click();
  const builder = page.getByRole('dialog', { name: 'Prompt builder' });
  await builder.getByRole('textbox', { name: 'Subject' }).fill('a night train');
  await visit('builder');
  await close(builder);

  await studio.prompt.fill('A fox runs through snow');
  await button(studio.composer, 'Enhance').click();
  const enhance = page.getByRole('dialog', { name: 'Enhance the prompt' });
  await expect(enhance).toContainText('writes three versions');
  await visit('offer to enhance');
  await button(enhance, 'Ask for three versions').click();
  await expect(enhance.getByRole('listitem')).toHaveCount(3);
  await visit('enhanced prompts');
  await close(enhance);

  await button(page.getByRole('banner'), 'Help').click();
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Using Zoetrope', exact: true })).toBeVisible();
  await visit('help');
  await keyboard.type('charged');
  await visit('help that was searched');
  await keyboard.press('Escape');
  if ((await help.count()) > 0) await close(help);

  await keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'All commands…' });
  await expect(palette.getByRole('option').first()).toBeVisible();
  await visit('palette');
  await keyboard.type('qqqq');
  await visit('palette without a find');
  await keyboard.press('Escape');
  await button(page.getByRole('banner'), 'Settings').focus();
  await keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await visit('shortcuts');
  await keyboard.press('Escape');
}

/** Image mode, from its empty page to a conversation about an image. */
export async function throughImages(studio: Studio, emulator: Emulator, visit: Visit): Promise<void> {
  const { page } = studio;
  const composer = page.getByRole('region', { name: 'New image' });
  const generate = button(composer, /^(Generate|Change|Combine) Images?/);
  const png = (name: string, seed: number, width: number, height: number) => ({
    ...{ name, mimeType: 'image/png' },
    buffer: Buffer.from(samplePng(width, height, name, seed)),
  });
  await page.getByRole('radio', { name: 'Image', exact: true }).check();
  await expect(page.getByText('Begin with a still')).toBeVisible();
  await visit('image mode');

  const files = composer.getByLabel('Image files to change or combine');
  await files.setInputFiles([png('boat.png', 1, 64, 48), png('lake.png', 2, 48, 64)]);
  await expect(composer.getByRole('img', { name: 'Image: lake.png' })).toBeVisible();
  await files.setInputFiles([png('one.png', 3, 64, 48), png('two.png', 4, 64, 48)]);
  await expect(composer).toContainText('at most 3 images');
  await studio.prompt.fill(longPrompt);
  await visit('images to combine');

  await button(page.getByRole('banner'), /^Model:/).click();
  await expect(page.getByRole('dialog', { name: 'Choose a model' }).getByRole('radio').first()).toBeVisible();
  await visit('image models');
  await page.keyboard.press('Escape');

  await composer.getByRole('radio', { name: '9:16' }).check();
  await composer.getByRole('radio', { name: '3×' }).check();
  await generate.click();
  await expect(page.locator('[data-takes]').first()).toContainText('3 takes');
  for (const card of await studio.card(longPrompt).all()) await studio.expectPhase(card, 'completed');
  await composer.getByRole('radio', { name: '1×' }).check();
  emulator.setFaults([{ name: 'blocked', count: 1 }]);
  await studio.prompt.fill('Something that is not allowed');
  await generate.click();
  await studio.expectPhase(studio.card('Something that is not allowed'), 'blocked');
  await studio.prompt.fill('A portrait of a lighthouse keeper');
  await generate.click();
  const portrait = studio.card('A portrait of a lighthouse keeper');
  await studio.expectPhase(portrait, 'completed');
  await expect(portrait.locator('img').first()).toBeVisible();
  await visit('images');

  await portrait.hover();
  await button(portrait, 'Change…').click();
  await expect(composer.getByRole('region', { name: 'Changes this image' })).toBeVisible();
  await studio.prompt.fill('Make it night');
  await visit('changing an image');
  await generate.click();
  const night = studio.card('Make it night');
  await studio.expectPhase(night, 'completed');
  await button(night, /^Open: /).click();
  const viewer = page.getByRole('dialog', { name: 'Image', exact: true });
  await expect(viewer.getByRole('list', { name: 'Versions' })).toBeVisible();
  await visit('an image and its versions');
  await button(viewer, 'Use as…').click();
  await expect(page.getByRole('dialog', { name: 'Use as…' })).toBeVisible();
  await visit('uses of an image');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await night.hover();
  await button(night, 'Details').click();
  await expect(
    page.getByRole('dialog', { name: 'Details' }).getByRole('list', { name: 'Versions' }),
  ).toBeVisible();
  await visit('details of an image');
  await page.keyboard.press('Escape');
}

/** The three steps of the first run, then the gallery of the demo. */
export async function throughFirstRun(studio: Studio, visit: Visit): Promise<void> {
  const steps = studio.page.getByRole('region', { name: 'First steps' });
  await expect(steps).toContainText('Step 1 of 3');
  await button(steps, 'Check and save').click();
  await expect(steps.getByRole('alert')).toBeVisible();
  await visit('first run: the key');
  await button(steps, 'Try without a key').click();
  await visit('first run: the folder');
  await button(steps, 'Continue').click();
  await button(steps, 'Put into the composer').click();
  await visit('first run: the example');
  await button(steps, 'Skip all').click();
  await expect(studio.page.getByText('Set something in motion')).toBeVisible();
  await visit('demo mode');
}

/** The longest words that the app has. */
export async function throughFrench(studio: Studio, visit: Visit): Promise<void> {
  const { page } = studio;
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: 'Français' }).check();
  await expect(page.getByRole('dialog', { name: 'Réglages' })).toBeVisible();
  await visit('French settings');
  await page.keyboard.press('Escape');
  await studio.prompt.fill(longPrompt);
  await page.keyboard.press('Control+Enter');
  await studio.expectPhase(studio.cards.first(), 'completed');
  await studio.cards.first().hover();
  await visit('French studio');
  await button(studio.cards.first(), /^Lire : /).click();
  await expect(page.getByRole('dialog').first()).toBeVisible();
  await visit('French player');
}

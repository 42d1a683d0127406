/// <reference lib="dom" />
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import { answerFolderDialog } from './support/desktop.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';

// Clips are really drawn and encoded here.
test.setTimeout(180_000);
const drawn = { timeout: 120_000 };

/** Takes its pictures; in each, nothing is cut off and axe finds nothing serious. */
async function look(studio: Studio, state: string): Promise<void> {
  const { page } = studio;
  const card = page.getByRole('region', { name: /^(First steps|Premiers pas)$/ });
  await takeLooks(studio, `first-run-${state}`, {
    check: async (at) => {
      const cutOff = await card.evaluate((element) => {
        const place = element.parentElement?.getBoundingClientRect();
        return [element, ...element.querySelectorAll('*')].filter((each) => {
          const { left, right, width } = each.getBoundingClientRect();
          return width > 1 && (left < (place?.left ?? 0) || right > (place?.right ?? 0));
        }).length;
      });
      expect(cutOff, `${state} at ${at}`).toBe(0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        `${state} at ${at}`,
      ).toEqual([]);
    },
  });
}

const firstSteps = ({ page }: Studio): Locator => page.getByRole('region', { name: 'First steps' });
const button = (within: Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const heading = (studio: Studio, name: string): Locator =>
  firstSteps(studio).getByRole('heading', { level: 2, name });
const demoBanner = ({ page }: Studio): Locator =>
  page.getByRole('region', { name: 'Notices' }).getByText('Clips are drawn on this computer');
const emptyGallery = ({ page }: Studio): Locator =>
  page.getByRole('heading', { name: 'Set something in motion' });

test('without a key: three steps to a finished clip in the chosen folder, and never again', async ({
  launch,
  folder,
}) => {
  const films = path.join(folder, 'my films');
  await mkdir(films);
  const studio = await launch({ key: null, baseUrl: null, isFirstRun: true });
  const card = firstSteps(studio);

  await test.step('the first step stands where the clips will be, and takes nothing from the composer', async () => {
    await expect(heading(studio, 'Your own key, or a demo first')).toBeVisible();
    await expect(card).toContainText('Step 1 of 3');
    await expect(heading(studio, 'Your own key, or a demo first')).not.toBeFocused();
    await expect(emptyGallery(studio)).toHaveCount(0);
    // It says what the banner would say.
    await expect(demoBanner(studio)).toHaveCount(0);
    await studio.prompt.fill('my own words');
    await look(studio, 'key');
  });

  await test.step('the second shows the folder, and changes it as Settings do', async () => {
    await button(card, 'Try without a key').click();
    await expect(heading(studio, 'A place for your clips')).toBeFocused();
    await expect(heading(studio, 'A place for your clips')).toHaveAccessibleDescription('Step 2 of 3');
    await expect(card.getByTitle(path.join(folder, 'library'))).toBeVisible();
    await look(studio, 'folder');

    // A file in the place of a folder: not even root can write there.
    await writeFile(path.join(folder, 'a file'), '');
    await answerFolderDialog(studio, path.join(folder, 'a file', 'films'));
    await button(card, 'Choose another…').click();
    await expect(card.getByRole('alert')).toContainText('Zoetrope may not write to this folder');
    await expect(card.getByTitle(path.join(folder, 'library'))).toBeVisible();
    await look(studio, 'folder-refused');

    await answerFolderDialog(studio, films);
    await button(card, 'Choose another…').click();
    await expect(card.getByTitle(films)).toBeVisible();
    await expect(card.getByRole('alert')).toHaveCount(0);
    await expect(card).toContainText('Clips are saved here from now on.');
  });

  await test.step('back is possible', async () => {
    await button(card, 'Back').click();
    await expect(heading(studio, 'Your own key, or a demo first')).toBeFocused();
    await expect(button(card, 'Back')).toHaveCount(0);
    await button(card, 'Try without a key').click();
    await expect(card.getByTitle(films)).toBeVisible();
    await button(card, 'Continue').click();
  });

  await test.step('the third has an example, free in the demo, and puts it into the composer', async () => {
    await expect(heading(studio, 'Your first clip')).toBeFocused();
    await expect(card).toContainText('16:9 · 720p · 4 s');
    await expect(card.getByText('Price of this run: Free', { exact: true })).toBeVisible();
    await look(studio, 'example');
    await expect(studio.prompt).toHaveValue('my own words');
    await button(card, 'Put into the composer').click();
    await expect(studio.prompt).toHaveValue(/^Slow aerial glide above razor-edged desert dunes/);
    await expect(studio.setting('Duration', '4 s')).toBeChecked();
    await expect(studio.generateButton).toBeFocused();
    await expect(card).toContainText('Press Generate there to make it.');
    await look(studio, 'example-placed');
    // Nothing is made before the user says so.
    await expect(studio.cards).toHaveCount(0);
  });

  await test.step('the first press gives the place to the gallery', async () => {
    await studio.page.keyboard.press('Enter');
    const clip = studio.card('Slow aerial glide');
    await expect(clip).toBeVisible();
    await expect(card).toHaveCount(0);
    await expect(demoBanner(studio)).toBeVisible();
    await expect(clip).toHaveAttribute('data-phase', 'completed', drawn);
    expect(await readdir(films)).toEqual([expect.stringMatching(/\.mp4$/)]);
  });

  await test.step('it does not come back: not with an empty gallery, not at the next start', async () => {
    const clip = studio.card('Slow aerial glide');
    await clip.hover();
    await button(clip, 'Delete').click();
    await expect(emptyGallery(studio)).toBeVisible();
    await studio.close();
    const next = await launch({ key: null, baseUrl: null, isFirstRun: true });
    await expect(emptyGallery(next)).toBeVisible();
    await expect(demoBanner(next)).toBeVisible();
    await expect(firstSteps(next)).toHaveCount(0);
  });
});

test('with a key: a bad one is said in the step, a good one goes on to a clip of the service', async ({
  launch,
  emulator,
  folder,
}) => {
  const studio = await launch({ key: null, isFirstRun: true });
  const card = firstSteps(studio);
  const field = card.getByLabel('Google API key');

  await test.step('none, then a bad one', async () => {
    await button(card, 'Check and save').click();
    await expect(card.getByRole('alert')).toContainText('Paste a key first.');
    await field.fill('key-of-somebody-else');
    await field.press('Enter');
    await expect(card.getByRole('alert')).toContainText('The service does not accept this key');
    await expect(card).toContainText('Step 1 of 3');
    await expect(field).toBeFocused();
    await look(studio, 'bad-key');
  });

  await test.step('a good one', async () => {
    await field.fill(testKey);
    await button(card, 'Check and save').click();
    await expect(heading(studio, 'A place for your clips')).toBeFocused();
    expect(emulator.creates()).toEqual([]);
    expect(await studio.page.content()).not.toContain(testKey);
    await button(card, 'Back').click();
    await expect(card).toContainText(`•••• ${testKey.slice(-4)}`);
    await expect(card.getByRole('button', { name: 'Try without a key' })).toHaveCount(0);
    await look(studio, 'key-kept');
    await button(card, 'Continue').click();
    await button(card, 'Continue').click();
  });

  await test.step('the example’s price, and one paid request', async () => {
    await expect(card.getByText('Price of this run: $1.60', { exact: true })).toBeVisible();
    await look(studio, 'example-with-price');
    await button(card, 'Put into the composer').click();
    await expect(studio.composer).toContainText('$1.60');
    expect(emulator.creates()).toEqual([]);
    await studio.page.keyboard.press('Enter');
    await studio.expectPhase(studio.card('Slow aerial glide'), 'completed');
    await expect(card).toHaveCount(0);
    expect(emulator.creates()).toHaveLength(1);
    expect(await readdir(path.join(folder, 'library'))).toHaveLength(1);
  });
});

test('a first run that was left half done begins anew; skipped, it is over', async ({ launch }) => {
  const options = { key: null, isFirstRun: true };
  const first = await launch(options);
  await button(firstSteps(first), 'Try without a key').click();
  await expect(heading(first, 'A place for your clips')).toBeVisible();
  // Something is saved, so that there are settings at the next start.
  await first.page.evaluate(() =>
    (window as unknown as { zoetrope: ZoetropeApi }).zoetrope.settings.update({ theme: 'dark' }),
  );
  await first.close();

  const second = await launch(options);
  await expect(heading(second, 'Your own key, or a demo first')).toBeVisible();
  await button(firstSteps(second), 'Skip all').click();
  await expect(emptyGallery(second)).toBeVisible();
  await expect(demoBanner(second)).toBeVisible();
  await expect(second.prompt).toBeFocused();
  await second.close();

  const third = await launch(options);
  await expect(emptyGallery(third)).toBeVisible();
  await expect(firstSteps(third)).toHaveCount(0);
});

test('who has a key is not welcomed', async ({ launch }) => {
  const keyed = await launch({ isFirstRun: true });
  await expect(emptyGallery(keyed)).toBeVisible();
  await expect(firstSteps(keyed)).toHaveCount(0);
});

test('whoever writes their own prompt first has made the first clip, and the steps give way', async ({
  launch,
}) => {
  const studio = await launch({ key: null, isFirstRun: true });
  await expect(firstSteps(studio)).toBeVisible();
  await studio.choose('Duration', '4 s');
  await studio.generate('A kite over the sea');
  await expect(firstSteps(studio)).toHaveCount(0);
  await expect(demoBanner(studio)).toBeVisible();
  await expect
    .poll(() =>
      studio.page.evaluate(() => (window as unknown as { zoetrope: ZoetropeApi }).zoetrope.settings.get()),
    )
    .toMatchObject({ ok: true, value: { welcomed: true } });
});

test('in French', async ({ launch }) => {
  const studio = await launch({ key: null, isFirstRun: true });
  const { page } = studio;
  await expect(firstSteps(studio)).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: 'Français' }).check();
  await page.keyboard.press('Escape');

  const card = page.getByRole('region', { name: 'Premiers pas' });
  await expect(card.getByRole('heading', { level: 2, name: 'Votre clé, ou une démo d’abord' })).toBeVisible();
  await expect(card).toContainText('Étape 1 sur 3');
  await look(studio, 'french-key');
  await button(card, 'Essayer sans clé').click();
  await expect(card.getByRole('heading', { level: 2, name: 'Une place pour vos clips' })).toBeFocused();
  await look(studio, 'french-folder');
  await button(card, 'Continuer').click();
  await expect(card).toContainText('Gratuit');
  await look(studio, 'french-example');
  await button(card, 'Mettre dans le formulaire').click();
  await expect(page.getByRole('button', { name: /^Générer la vidéo/ })).toBeFocused();
  await button(card, 'Tout passer').click();
  await expect(card).toHaveCount(0);
});

test('on a computer that speaks French the first session is called in French', async ({ launch }) => {
  const environment = { LANGUAGE: 'fr', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' };
  const studio = await launch({ key: null, isFirstRun: true, environment });
  await expect(studio.page.getByRole('region', { name: 'Premiers pas' })).toBeVisible();
  await expect(studio.page.getByRole('button', { name: /Première session/ })).toBeVisible();
});

/** Many clips at once, and everything about one. */
import { readFile, readdir, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { answerFolderDialog, watchFileManager } from './support/desktop.ts';
import { filled, fillLibrary, newestFirst } from './support/filled-library.ts';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const [lioness = '', cafe = '', car = '', lion = ''] = newestFirst;

const selected = ({ page }: Studio): Promise<(string | null)[]> =>
  page.locator('[data-selected]').evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')));

async function expectSelected(studio: Studio, prompts: string[]): Promise<void> {
  await expect.poll(() => selected(studio)).toEqual(prompts);
}

test('clips are selected by mouse and keyboard, downloaded together, and deleted with one Undo', async ({
  folder,
  launch,
}) => {
  const library = await fillLibrary(folder);
  const studio = await launch();
  const { page, gallery } = studio;
  const { keyboard } = page;

  await test.step('with Ctrl one by one, with Shift a range, with the square, and Escape lets go', async () => {
    await studio.card(lioness).click({ modifiers: ['Control'], position: { x: 60, y: 60 } });
    await expectSelected(studio, [lioness]);
    await studio.card(car).click({ modifiers: ['Shift'], position: { x: 60, y: 60 } });
    await expectSelected(studio, [lioness, cafe, car]);
    await expect(page.getByRole('dialog', { name: 'Player' })).toHaveCount(0);
    await studio.card(cafe).hover();
    await studio
      .card(cafe)
      .getByRole('checkbox', { name: /^Select/ })
      .click();
    await expectSelected(studio, [lioness, car]);
    await studio.card(lion).getByRole('button', { name: /^Play/ }).focus();
    await keyboard.press('Escape');
    await expectSelected(studio, []);
  });
  await test.step('by keyboard alone: X, Shift with arrows, Ctrl+A', async () => {
    await studio.card(lioness).getByRole('button', { name: /^Play/ }).focus();
    await keyboard.press('x');
    await expectSelected(studio, [lioness]);
    await keyboard.press('Shift+ArrowRight');
    await expectSelected(studio, [lioness, cafe]);
    await keyboard.press('Control+a');
    await expectSelected(studio, newestFirst);
    await expect(gallery).toContainText('4 selected');
  });
  await test.step('the chosen folder gets all of them, the very same bytes', async () => {
    const target = path.join(folder, 'copies');
    await mkdir(target);
    await answerFolderDialog(studio, target);
    await gallery.getByRole('button', { name: 'Download' }).first().click();
    await expect(page.getByText('4 clips copied.')).toBeVisible();
    expect((await readdir(target)).toSorted()).toEqual(filled.map((_, index) => `clip ${index + 1}.mp4`));
    expect(await readFile(path.join(target, 'clip 2.mp4'))).toEqual(
      await readFile(path.join(library, 'clip 2.mp4')),
    );
  });
  await test.step('all become favourites at once', async () => {
    await gallery.getByRole('toolbar').getByRole('button', { name: 'Add to favourites' }).click();
    for (const prompt of newestFirst) {
      await expect(studio.card(prompt).getByRole('button', { name: 'Favourite' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    }
  });
  await test.step('all go, and one Undo brings all back', async () => {
    await gallery.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await expect(studio.cards).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(studio.cards).toHaveCount(4);
    expect(await readdir(library)).toHaveLength(4);
  });
});

test('more than are shown are selected by where they are, and moved to another session', async ({
  folder,
  launch,
}) => {
  seedOperations(
    folder,
    folder,
    Array.from({ length: 300 }, (_, index) => ({ prompt: `Take ${index + 1}` })),
  );
  const studio = await launch();
  const { page, gallery } = studio;
  const { keyboard } = page;
  await studio.card('Take 300').getByRole('button', { name: 'Edit and try again' }).focus();
  await keyboard.press('x');
  await keyboard.press('End');
  await expect(studio.card('Take 1').last()).toBeInViewport();
  await studio
    .card('Take 1')
    .last()
    .click({ modifiers: ['Shift'], position: { x: 60, y: 60 } });
  await expect(gallery).toContainText('300 selected');
  await gallery.getByRole('toolbar').getByRole('button', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: /move/i });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('300');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the details of a clip say everything and do everything', async ({ folder, launch }) => {
  const library = await fillLibrary(folder);
  const studio = await launch();
  const { page } = studio;
  const shown = await watchFileManager(studio);
  await studio.prompt.fill('Half a thought');
  await studio.card(lion).getByRole('button', { name: /^Play/ }).focus();
  await page.keyboard.press('i');
  const details = page.getByRole('dialog', { name: 'Details' });

  await test.step('what it says', async () => {
    for (const words of [
      lion,
      'people',
      'Completed',
      '16:9 · 720p · 8 s',
      'First session',
      '$3.20',
      'clip 1.mp4',
      library,
    ]) {
      await expect(details).toContainText(words);
    }
    await expect(details).toContainText('1280×720');
  });
  await test.step('rate it, and take the rating away', async () => {
    await details.getByRole('radio', { name: '3 stars' }).check();
    await expect(details.getByRole('radio', { name: '3 stars' })).toBeChecked();
    await details.getByRole('button', { name: 'Favourite' }).click();
    await expect(details.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
    await expect(studio.card(lion).getByText('Rated 3 of 5')).toHaveCount(1);
  });
  await test.step('show its file, copy its prompt', async () => {
    await details.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(shown).toEqual([path.join(library, 'clip 1.mp4')]);
    await details.getByRole('button', { name: 'Copy prompt' }).click();
    await expect(details).toContainText('Copied');
    expect(await studio.application.evaluate(({ clipboard }) => clipboard.readText())).toBe(lion);
  });
  await test.step('use its settings; what was being written comes back with Undo', async () => {
    await details.getByRole('button', { name: 'Use these settings' }).click();
    await expect(details).toHaveCount(0);
    await expect(studio.prompt).toHaveValue(lion);
    await expect(studio.negativePrompt).toHaveValue('people');
    await expect(studio.setting('Duration', '8 s')).toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(studio.prompt).toHaveValue('Half a thought');
  });
});

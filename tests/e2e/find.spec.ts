/** Finding clips in the window: words, filters, order, and what is found of what is far away. */
import { fillLibrary, newestFirst } from './support/filled-library.ts';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const promptsOf = ({ cards }: Studio): Promise<(string | null)[]> =>
  cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')));

async function expectPrompts(studio: Studio, prompts: string[]): Promise<void> {
  await expect.poll(() => promptsOf(studio)).toEqual(prompts);
}

test('clips are found by their words as they are typed, filtered, sorted, and all is back afterwards', async ({
  folder,
  launch,
}) => {
  await fillLibrary(folder, 1);
  const studio = await launch();
  const { page, gallery } = studio;
  const { keyboard } = page;
  const search = page.getByRole('searchbox', { name: 'Search clips' });
  const [lioness = '', cafe = '', car = '', lion = ''] = newestFirst;
  await expectPrompts(studio, ['It failed 1', ...newestFirst]);

  await test.step('with every letter, in prompts and negative prompts, accents and case aside', async () => {
    await keyboard.press('Control+f');
    await expect(search).toBeFocused();
    await keyboard.type('LION');
    await expectPrompts(studio, [lioness, cafe, lion]);
    await expect(gallery).toContainText('3 clips found');
    await keyboard.type('s');
    await expectPrompts(studio, [cafe]);
    await search.fill('cafe');
    await expectPrompts(studio, [cafe]);
    await search.fill('clip 2');
    await expectPrompts(studio, [car]);
  });
  await test.step('nothing found says so, and Escape brings all back', async () => {
    await search.fill('zebra');
    await expect(gallery).toContainText('No clip matches');
    await search.press('Escape');
    await expectPrompts(studio, ['It failed 1', ...newestFirst]);
  });
  await test.step('filters hold together; each is taken away by its own chip', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    const filters = page.getByRole('dialog', { name: 'Filters' });
    await filters.getByRole('button', { name: /^Finished/ }).click();
    await expectPrompts(studio, newestFirst);
    await filters.getByRole('button', { name: '9:16' }).click();
    await expectPrompts(studio, [lioness, car]);
    await filters.getByRole('button', { name: '6 s' }).click();
    await expectPrompts(studio, [car]);
    await filters.getByRole('radio', { name: 'Today' }).check();
    await keyboard.press('Escape');
    await expect(filters).toHaveCount(0);
    await expectPrompts(studio, [car]);
    await gallery.getByRole('button', { name: 'Remove filter: 6 s' }).click();
    await expectPrompts(studio, [lioness, car]);
    await gallery.getByRole('button', { name: 'Clear filters' }).click();
    await expectPrompts(studio, ['It failed 1', ...newestFirst]);
  });
  await test.step('favourites and ratings, by key and by button, are filtered and sorted by', async () => {
    const card = studio.card(cafe);
    await card.getByRole('button', { name: 'Favourite' }).click();
    await expect(card.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
    await studio.card(lion).getByRole('button', { name: /^Play/ }).focus();
    await keyboard.press('4');
    await expect(studio.card(lion).getByText('Rated 4 of 5')).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Best rated');
    await expect.poll(async () => (await promptsOf(studio))[0]).toBe(lion);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first');
    await expect.poll(async () => (await promptsOf(studio))[0]).toBe(lion);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'Favourites only' }).check();
    await expectPrompts(studio, [cafe]);
    await keyboard.press('Escape');
  });
  await test.step('a new clip that the filters hide is told of', async () => {
    await studio.prompt.fill('A new harbour');
    await studio.generateButton.click();
    await expect(gallery).toContainText('The new clip is hidden by your filters');
    await gallery.getByRole('button', { name: 'Show it' }).click();
    await expect(studio.card('A new harbour')).toBeVisible();
    await studio.expectPhase(studio.card('A new harbour'), 'completed');
  });
});

test('in a large library the keyboard goes from card to card, to the end and back', async ({
  folder,
  launch,
}) => {
  const count = 400;
  seedOperations(
    folder,
    folder,
    Array.from({ length: count }, (_, index) => ({ prompt: `Take ${index + 1}` })),
  );
  const studio = await launch();
  const { keyboard } = studio.page;
  const focused = () =>
    studio.page.evaluate(() =>
      document.activeElement?.closest('[data-operation-id]')?.getAttribute('aria-label'),
    );
  await studio.card('Take 400').getByRole('button', { name: 'Edit and try again' }).focus();
  await keyboard.press('ArrowRight');
  await expect.poll(focused).toBe('Take 399');
  await keyboard.press('End');
  await expect.poll(focused).toBe('Take 1');
  await expect(studio.card('Take 1').last()).toBeInViewport();
  await keyboard.press('ArrowLeft');
  await expect.poll(focused).toBe('Take 2');
  await keyboard.press('Home');
  await expect.poll(focused).toBe('Take 400');
  expect(await studio.cards.count()).toBeLessThan(60);
});

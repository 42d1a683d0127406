/// <reference lib="dom" />
/** A clip that is extended stays one clip in the library, with its parts. */
import { expect, test } from './support/test.ts';
import type { Studio } from './support/studio.ts';

async function extend(studio: Studio, from: string, words: string): Promise<void> {
  const card = studio.card(from);
  await card.hover();
  await card.getByRole('button', { name: 'Extend' }).click();
  await studio.makeClip(words);
  await expect(card).toHaveCount(0);
}

test('extended twice, a clip is one card with three parts; without the newest it is what it was before', async ({
  studio,
}) => {
  const { page } = studio;
  const cards = page.getByRole('article');
  await studio.makeClip('a heron stands in the reeds');
  await extend(studio, 'a heron stands in the reeds', 'it takes off');
  await extend(studio, 'it takes off', 'it flies over the lake');
  await expect(cards).toHaveCount(1);
  const card = studio.card('it flies over the lake');
  await expect(card).toContainText('22 s · 3 parts');

  await test.step('its parts, and a jump to one of them', async () => {
    await card.hover();
    await card.getByRole('button', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: 'Details' });
    const parts = details.getByRole('list', { name: '3 parts' }).getByRole('listitem');
    await expect(parts).toContainText(['0:00–0:08', '0:08–0:15', '0:15–0:22']);
    await parts
      .nth(1)
      .getByRole('button', { name: /^Play from 0:08/ })
      .click();
    await expect(details).toHaveCount(0);
    const video = page.getByRole('dialog', { name: 'Player' }).getByLabel('Clip', { exact: true });
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(8);
    await page.keyboard.press('Escape');
  });
  await test.step('the words of its first part find it', async () => {
    await page.getByRole('searchbox').fill('heron');
    await expect(card).toBeVisible();
    await page.getByRole('searchbox').fill('');
  });
  await test.step('the newest extension goes, the one before is there', async () => {
    await card.hover();
    await card.getByRole('button', { name: 'Delete' }).click();
    await expect(studio.card('it takes off')).toContainText('15 s · 2 parts');
    await expect(cards).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toBeVisible();
    await expect(cards).toHaveCount(1);
  });
});

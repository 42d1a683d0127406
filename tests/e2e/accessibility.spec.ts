/// <reference lib="dom" />
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

/** What axe finds to be serious or worse, each with where it is. */
async function seriousFindings({ page }: Studio): Promise<string[]> {
  // Its other way of working opens a page of its own, which an Electron app does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
    );
}

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing serious in the ${theme} theme`, async ({ studio }) => {
    // Every screen of the app, one after the other.
    test.setTimeout(180_000);
    const { page } = studio;
    const expectNothing = async (where: string): Promise<void> => {
      expect(await seriousFindings(studio), where).toEqual([]);
    };
    // Colours on their way from one state to the next are judged where they arrive.
    await page.emulateMedia({ reducedMotion: 'reduce' });

    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('radio', { name: theme === 'dark' ? 'Dark' : 'Light' }).check();
    await settings.getByLabel('Check for finished clips every').fill('99');
    await settings.getByLabel('Check for finished clips every').press('Enter');
    await expect(settings).toContainText('A whole number');
    await expectNothing('settings');
    await settings.getByRole('button', { name: 'Close' }).click();

    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.getByText('Set something in motion')).toBeVisible();
    await expectNothing('empty');

    await studio.generateButton.click();
    await page.getByLabel('Image file for the first frame').setInputFiles(path.resolve('package.json'));
    await expect(page.getByRole('region', { name: 'First frame' })).toContainText('not a PNG');
    await expectNothing('problems in the composer');

    await page
      .getByLabel('Image file for the first frame')
      .setInputFiles(path.resolve('tests/fixtures/still.jpg'));
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
    await clip.hover();
    await expectNothing('gallery');

    await clip.getByRole('button', { name: /^Play: / }).click();
    await expect(page.getByRole('dialog', { name: 'Player' })).toBeVisible();
    await expectNothing('player');
    await page.keyboard.press('Escape');

    await page.keyboard.press('x');
    await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
    await expectNothing('selection');
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('A finished clip');
    await expectNothing('details');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filters' }).click();
    await expectNothing('filters');
    await page.keyboard.press('Escape');

    await clip.hover();
    await clip.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectNothing('undo');

    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await expect(page.getByText('Begin with a still')).toBeVisible();
    await expectNothing('image mode');
  });
}

test('who asks for less motion gets none', async ({ studio }) => {
  const { page } = studio;
  /** What moves or fades by itself or on its way to another state, in seconds. */
  const motion = () =>
    page.evaluate(() => {
      const seconds = (value: string) => Math.max(...value.split(',').map((part) => parseFloat(part) || 0));
      return Array.from(document.querySelectorAll('*'))
        .map((element) => getComputedStyle(element))
        .map((style) => Math.max(seconds(style.animationDuration), seconds(style.transitionDuration)))
        .filter((duration) => duration > 0).length;
    });
  await studio.expectPhase(await studio.generate('Still being made [fault:slow]'), 'processing');
  expect(await motion()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await motion()).toBe(0);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  expect(await motion()).toBe(0);
});

test('a screen reader is told what becomes of a clip', async ({ studio }) => {
  const live = studio.page.locator('[aria-live="polite"]');
  await studio.makeClip('A quiet lake');
  await expect(live.filter({ hasText: 'Finished: A quiet lake' })).toHaveCount(1);
  await studio.expectPhase(await studio.generate('A loud lake [fault:blocked]'), 'blocked');
  await expect(live.filter({ hasText: 'Video generation blocked: A loud lake' })).toHaveCount(1);
});

import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** Loads the page again, and keeps its scripts away until the given function is called. */
async function loadWithoutScripts(page: Page): Promise<() => Promise<void>> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/studio-*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  return async () => {
    letThrough();
    await expect(page.locator('#gallery h2')).toBeVisible();
    await page.unrouteAll();
  };
}

test('the prompt takes words before a script has run, and the studio takes them over', async ({ studio }) => {
  const { page } = studio;
  await studio.prompt.fill('A fox in the snow');
  const letScriptsRun = await loadWithoutScripts(page);
  await expect(studio.generateButton).toBeVisible();
  await expect(studio.prompt).toHaveValue('');
  await page.getByRole('radio', { name: 'Two frames' }).check({ force: true });
  await studio.prompt.click();
  await page.keyboard.type('seen from above');

  await letScriptsRun();
  // What was kept came first; it goes on where it was left.
  await expect(studio.prompt).toHaveValue('A fox in the snow\nseen from above');
  await expect(studio.prompt).toBeFocused();
  await page.keyboard.type(' at dawn');
  await expect(studio.prompt).toHaveValue('A fox in the snow\nseen from above at dawn');
  // Nobody heard of the other choice: the window shows what it holds.
  await expect(page.getByRole('radio', { name: 'Prompt or image' })).toBeChecked();
  await studio.generateButton.click();
  const card = studio.card('seen from above at dawn').first();
  await studio.expectPhase(card, 'completed');
});

test('the page speaks the language of the settings before a script has run', async ({ studio }) => {
  const { page } = studio;
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: 'Français' }).check();
  await page.getByRole('dialog', { name: 'Réglages' }).waitFor();
  const letScriptsRun = await loadWithoutScripts(page);
  await expect(page.getByRole('button', { name: /^Générer la vidéo/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await letScriptsRun();
  await expect(page.getByRole('region', { name: 'Nouveau clip' })).toContainText(/\d+,\d{2}\s\$/);
});

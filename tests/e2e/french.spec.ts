/// <reference lib="dom" />
import { takeLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import type { Studio } from './support/studio.ts';

/** Takes pictures in both sizes, in the theme that is set, and looks for what is cut off at the sides. */
function look(studio: Studio, state: string): Promise<void> {
  return takeLooks(studio, `french-${state}`, {
    themes: null,
    check: async (at) => {
      const cutOff = await studio.page.evaluate(() =>
        Array.from(document.querySelectorAll('button, dialog, article, label, legend'))
          .filter((element) => {
            const { left, right, width: wide } = element.getBoundingClientRect();
            return wide > 1 && (left < 0 || right > innerWidth);
          })
          .map((element) => element.textContent),
      );
      expect(cutOff, `${state} at ${at}`).toEqual([]);
    },
  });
}

const menuLabels = ({ application }: Studio) =>
  application.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label));

test('the app turns French without a restart, and makes a clip', async ({ studio }) => {
  const { page } = studio;
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  await studio.prompt.fill('Un renard dans la neige');

  await test.step('everything is in French at once, what was written stays', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: 'Français' }).check();
    const settings = page.getByRole('dialog', { name: 'Réglages' });
    await expect(settings.getByRole('group', { name: 'Langue' })).toBeVisible();
    await expect(html).toHaveAttribute('lang', 'fr');
    await look(studio, 'settings');
    await page.keyboard.press('Escape');
    await expect(studio.prompt).toHaveValue('Un renard dans la neige');
    expect(await menuLabels(studio)).toEqual([
      'Fichier',
      'Édition',
      'Création',
      'Clips',
      'Affichage',
      'Fenêtre',
      'Aide',
    ]);
  });

  await test.step('the price is written as France writes it, and a clip is made', async () => {
    const generate = page.getByRole('button', { name: /^Générer la vidéo/ });
    await expect(page.getByRole('region', { name: 'Nouveau clip' })).toContainText(/\d+,\d{2}\s\$/);
    await generate.click();
    const card = studio.card('Un renard dans la neige').first();
    await studio.expectPhase(card, 'completed');
    await expect(card).toContainText('Terminé');
    await look(studio, 'studio');
  });

  await test.step('dialogs of the system speak French too', async () => {
    const asked = await studio.answerSaveDialog(null);
    await studio.card('Un renard dans la neige').first().getByRole('button', { name: 'Télécharger' }).click();
    await expect.poll(async () => (await asked())[0]?.title).toBe('Télécharger le clip');
  });

  await test.step('the palette and the overview', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('regl');
    const palette = page.getByRole('dialog', { name: 'Toutes les commandes…' });
    await expect(palette.getByRole('option').first()).toContainText('Réglages…');
    await palette.getByRole('combobox').fill('');
    await look(studio, 'palette');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Réglages', exact: true }).focus();
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toContainText('Ctrl+Entrée');
    await look(studio, 'overview');
    await page.keyboard.press('Escape');
  });
});

test('what went wrong is said in French, and French is spoken again after a restart', async ({
  launch,
  emulator,
}) => {
  const first = await launch();
  await first.page.keyboard.press('Control+k');
  await first.page.keyboard.type('francais');
  await first.page.keyboard.press('Enter');
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'fr');
  await first.close();

  const studio = await launch();
  await expect(studio.page.locator('html')).toHaveAttribute('lang', 'fr');
  emulator.setFaults([{ name: 'blocked', count: 1 }]);
  await studio.prompt.fill('Un loup');
  await studio.page.keyboard.press('Control+Enter');
  const card = studio.card('Un loup').first();
  await studio.expectPhase(card, 'blocked');
  await expect(card).toContainText('Génération vidéo bloquée');
  await expect(card).toContainText('Ce n’est pas facturé.');
  await expect(card.getByRole('button', { name: 'Corriger et réessayer' })).toBeVisible();
});

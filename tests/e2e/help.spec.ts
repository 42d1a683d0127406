/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/test.ts';

test('help is read and searched without leaving the app', async ({ studio }) => {
  const { page } = studio;
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Using Zoetrope', exact: true })).toBeVisible();
  await expect(help.getByRole('searchbox')).toBeFocused();

  await test.step('all words are looked for, and a place that is found is shown', async () => {
    await page.keyboard.type('sends nothing again');
    const place = help
      .getByRole('navigation')
      .getByRole('button', { name: /^It may have been started, or not/ });
    await place.click();
    await expect(help.getByRole('heading', { name: 'It may have been started, or not' })).toBeInViewport();
    await page.keyboard.press('Escape');
  });

  await test.step('links go from document to document', async () => {
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await help.getByRole('button', { name: 'Integration guide', exact: true }).click();
    await help.getByRole('button', { name: 'TROUBLESHOOTING.md' }).click();
    await expect(help.getByRole('heading', { name: 'Troubleshooting', exact: true })).toBeInViewport();
  });

  await test.step('nothing stands in the way of a screen reader', async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  });
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `tests/e2e/__screenshots__/help-${scheme}.png` });
  }
});

/// <reference lib="dom" />
import { expect, test } from './support/test.ts';
import type { Studio } from './support/studio.ts';
import { sent } from './support/wire.ts';

/** Chooses a command in the native menu, as its click does. */
async function chooseInMenu({ application }: Studio, id: string): Promise<void> {
  await application.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command);
    if (!item) throw new Error(`There is no ${command} in the menu`);
    Reflect.apply(item.click, item, []);
  }, id);
}

const palette = ({ page }: Studio) => page.getByRole('dialog', { name: 'All commands…' });

test('the palette runs any command by keyboard, and offers the last ones first', async ({ studio }) => {
  const { page } = studio;
  const { keyboard } = page;

  await studio.prompt.focus();
  await keyboard.press('Control+k');
  const field = palette(studio).getByRole('combobox');
  await expect(field).toBeFocused();

  await test.step('some letters are enough', async () => {
    await keyboard.type('quue');
    await expect(palette(studio).getByRole('option').first()).toContainText('Show queue');
    await expect(palette(studio).getByRole('option').first()).toContainText('Ctrl+J');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Queue' })).toBeVisible();
    await expect(palette(studio)).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Queue' })).toHaveCount(0);
  });

  await test.step('what was run is first the next time; Escape gives the focus back', async () => {
    await studio.prompt.focus();
    await keyboard.press('Control+k');
    await expect(palette(studio).getByRole('option').first()).toContainText('Show queue');
    await keyboard.press('Escape');
    await expect(palette(studio)).toHaveCount(0);
    await expect(studio.prompt).toBeFocused();
  });

  await test.step('arrows choose; models, resolutions and sessions are commands too', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('resolution');
    await expect(palette(studio).getByRole('option', { name: /1080p/ })).toBeVisible();
    const before = await palette(studio).getByRole('option', { selected: true }).textContent();
    await keyboard.press('ArrowDown');
    await expect(palette(studio).getByRole('option', { selected: true })).not.toHaveText(before ?? '');
    await field.fill('1080');
    await keyboard.press('Enter');
    await expect(studio.setting('Resolution', '1080p')).toBeChecked();
  });

  await test.step('nothing found is said', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('qqqq');
    await expect(palette(studio)).toContainText('No command has these letters.');
    await keyboard.press('Enter');
    await expect(palette(studio)).toBeVisible();
    await keyboard.press('Control+k');
    await expect(palette(studio)).toHaveCount(0);
  });
});

test('? shows every shortcut, but not while somebody writes', async ({ studio }) => {
  const { page } = studio;
  const overview = page.getByRole('dialog', { name: 'Keyboard shortcuts' });

  await studio.prompt.focus();
  await page.keyboard.type('Who is there?');
  await expect(studio.prompt).toHaveValue('Who is there?');
  await expect(overview).toHaveCount(0);

  await page.getByRole('button', { name: 'Settings', exact: true }).focus();
  await page.keyboard.press('Shift+?');
  await expect(overview).toBeVisible();
  await expect(overview.getByRole('region', { name: 'Make' })).toContainText('GenerateCtrl+Enter');
  await expect(overview.getByRole('region', { name: 'In the gallery' })).toContainText('FavouriteF');
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('dialog', { name: 'Queue' })).toHaveCount(0);
});

test('Ctrl+1 and Ctrl+2 go to images and back to video', async ({ studio }) => {
  const { page } = studio;
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('radio', { name: 'Image', exact: true })).toBeChecked();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('radio', { name: 'Video', exact: true })).toBeChecked();
  await expect(studio.prompt).toBeVisible();
});

test('the native menu has the same commands', async ({ studio, emulator }) => {
  const { page } = studio;

  await test.step('a click does what the shortcut does', async () => {
    await chooseInMenu(studio, 'settings');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('Escape');
    await chooseInMenu(studio, 'writePrompt');
    await expect(studio.prompt).toBeFocused();
  });

  await test.step('a question in front is answered first: nothing is sent behind it', async () => {
    await studio.prompt.fill('A fox in the snow');
    await chooseInMenu(studio, 'spend');
    await expect(page.getByRole('dialog', { name: 'Spend' })).toBeVisible();
    await chooseInMenu(studio, 'generate');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Spend' })).toHaveCount(0);
    expect(sent(emulator)).toHaveLength(0);
    await chooseInMenu(studio, 'generate');
    await studio.expectPhase(studio.card('A fox in the snow'), 'completed');
    expect(sent(emulator)).toHaveLength(1);
  });
});

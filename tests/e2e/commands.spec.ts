/// <reference lib="dom" />
import { takeLooks } from './support/looks.ts';
import { expect, test } from './support/test.ts';
import type { Studio } from './support/studio.ts';
import { sent } from './support/wire.ts';

/** Chooses a command in the native menu, as its click does. Resolves when the page has heard of it. */
async function chooseInMenu({ application, page }: Studio, id: string): Promise<void> {
  await application.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command);
    if (!item) throw new Error(`There is no ${command} in the menu`);
    Reflect.apply(item.click, item, []);
  }, id);
  // Main's answer takes the same way as the command, behind it.
  await page.evaluate(() => window.videoChat.operations());
}

/** True while the native menu's item can be chosen. */
const isOffered = ({ application }: Studio, id: string): Promise<boolean> =>
  application.evaluate(
    ({ Menu }, command) => Menu.getApplicationMenu()?.getMenuItemById(command)?.enabled ?? false,
    id,
  );

async function chooseInPalette(studio: Studio, words: string): Promise<void> {
  await studio.page.keyboard.press('Control+k');
  await palette(studio).getByRole('combobox').fill(words);
  await expect(palette(studio).getByRole('option').first()).toContainText(words);
  await studio.page.keyboard.press('Enter');
  await expect(palette(studio)).toHaveCount(0);
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

test('menu, palette and shortcut open the same: help and its guides, the prompt library, builder and Enhance', async ({
  studio,
}) => {
  const { page } = studio;
  await studio.prompt.fill('A fox in the snow');
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const opened = [
    { id: 'help', words: 'Help', keys: 'F1', title: 'Help' },
    {
      id: 'promptLibrary',
      words: 'Prompt examples',
      keys: 'Control+Shift+l',
      title: 'Examples and templates',
    },
    { id: 'promptBuilder', words: 'Prompt builder', keys: 'Control+Shift+b', title: 'Prompt builder' },
    { id: 'enhance', words: 'Enhance prompt', keys: 'Control+Shift+e', title: 'Enhance the prompt' },
  ];
  for (const { id, words, keys, title } of opened) {
    await test.step(title, async () => {
      for (const open of [
        () => chooseInPalette(studio, words),
        () => chooseInMenu(studio, id),
        () => page.keyboard.press(keys),
      ]) {
        await open();
        await expect(dialog(title)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(dialog(title)).toHaveCount(0);
      }
    });
  }

  await test.step('each guide opens where it begins', async () => {
    for (const [id, heading] of [
      ['troubleGuide', 'Troubleshooting'],
      ['apiGuide', 'Video API'],
      ['help', 'Using Zoetrope'],
    ] as const) {
      await chooseInMenu(studio, id);
      await expect(dialog('Help').getByRole('region', { name: heading, exact: true })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog('Help')).toHaveCount(0);
    }
  });

  await test.step('a new template begins with its name, and has the prompt', async () => {
    await chooseInPalette(studio, 'New template');
    await expect(dialog('Examples and templates').getByLabel('Name')).toBeFocused();
    await expect(dialog('Examples and templates').getByRole('textbox', { name: /^Prompt/ })).toHaveValue(
      'A fox in the snow',
    );
    await page.keyboard.press('Escape');
    await chooseInPalette(studio, 'Presets for negative prompts');
    await expect(page.getByRole('radio', { name: 'Negative prompts' })).toBeChecked();
  });
});

test('what cannot be done is grey in the menus, and says why in the palette', async ({ studio }) => {
  const { page } = studio;
  const offered = (id: string) => expect.poll(() => isOffered(studio, id), { message: id });
  const option = (name: RegExp) => palette(studio).getByRole('option', { name });

  await test.step('an empty library and an empty prompt', async () => {
    for (const id of ['search', 'showClips', 'enhance', 'deleteClips', 'undoDelete', 'clearFilters'])
      await offered(id).toBe(false);
    for (const id of ['settings', 'generate', 'writePrompt', 'help']) await offered(id).toBe(true);

    await page.keyboard.press('Control+k');
    await palette(studio).getByRole('combobox').fill('Search the gallery');
    await expect(option(/Search the gallery.*Nothing there yet/)).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expect(palette(studio)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a prompt', async () => {
    await studio.prompt.fill('A fox in the snow');
    await offered('enhance').toBe(true);
    await studio.prompt.fill('  ');
    await offered('enhance').toBe(false);
  });

  await test.step('a dialog in front', async () => {
    await chooseInMenu(studio, 'settings');
    await offered('generate').toBe(false);
    await offered('settings').toBe(false);
    await page.keyboard.press('Escape');
    await offered('generate').toBe(true);
  });

  await test.step('clips, and a selection', async () => {
    const card = await studio.makeClip('A fox in the snow');
    // Its poster comes after it; asked for when the clip is deleted, it would not be there.
    await expect
      .poll(() =>
        card.locator('img').evaluateAll((images: HTMLImageElement[]) => images[0]?.naturalWidth ?? 0),
      )
      .toBeGreaterThan(0);
    await offered('search').toBe(true);
    await offered('deleteClips').toBe(false);
    await chooseInMenu(studio, 'search');
    await expect(page.getByRole('searchbox', { name: 'Search clips' })).toBeFocused();

    await chooseInMenu(studio, 'selectAll');
    await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
    await offered('addFavourite').toBe(true);
    await chooseInMenu(studio, 'clearSelection');
    await offered('addFavourite').toBe(false);
  });

  await test.step('the open clip: from the menu and from the palette above it', async () => {
    await chooseInMenu(studio, 'showClips');
    await page.keyboard.press('Enter');
    const player = page.getByRole('dialog', { name: 'Player' });
    await expect(player).toBeVisible();
    await offered('settings').toBe(false);
    await offered('useSettings').toBe(true);
    await chooseInPalette(studio, 'Copy prompt');
    await expect(player).toBeVisible();
    await expect
      .poll(() => studio.application.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe('A fox in the snow');
    await chooseInPalette(studio, 'Delete');
    await expect(player).toHaveCount(0);
    await expect(studio.cards).toHaveCount(0);
    await offered('undoDelete').toBe(true);
    await chooseInMenu(studio, 'undoDelete');
    await expect(studio.cards).toHaveCount(1);
    await offered('undoDelete').toBe(false);
  });
});

test('the palette and the overview fit both sizes in both themes', async ({ studio }) => {
  const { page } = studio;
  const fits = { check: () => expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 }) };
  await page.keyboard.press('Control+k');
  await takeLooks(studio, 'palette', fits);
  await palette(studio).getByRole('combobox').fill('clip');
  await takeLooks(studio, 'palette-clip', fits);
  await page.keyboard.press('Escape');
  await chooseInMenu(studio, 'shortcuts');
  await takeLooks(studio, 'shortcuts', fits);
});

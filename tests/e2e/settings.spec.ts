/// <reference lib="dom" />
import { access, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { sampleClips } from '../../emulator/clips.ts';
import { startEmulator } from '../../emulator/server.ts';
import { answerFolderDialog } from './support/desktop.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';

async function openSettings({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page.getByRole('dialog', { name: 'Settings' });
}

async function closeSettings(settings: Locator): Promise<void> {
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(settings).toHaveCount(0);
}

async function offerKey(settings: Locator, key: string): Promise<void> {
  await settings.getByLabel(/Google API key$/).fill(key);
  await settings.getByRole('button', { name: 'Check and save' }).click();
}

function demoBanner({ page }: Studio): Locator {
  return page.getByRole('region', { name: 'Notices' }).getByText('Demo', { exact: true });
}

function choice(within: Locator, group: string, name: string): Locator {
  return within.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
}

async function choose(within: Locator, group: string, name: string): Promise<void> {
  await choice(within, group, name).check();
}

function composer({ page }: Studio): Locator {
  return page.getByRole('region', { name: 'New clip' });
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

const keyFile = (folder: string): string => path.join(folder, 'key.json');

test('a key that cannot be used is not kept, and the dialog says why', async ({
  launch,
  emulator,
  folder,
}) => {
  const studio = await launch({ key: null });
  await expect(demoBanner(studio)).toBeVisible();
  const settings = await openSettings(studio);
  const problem = settings.locator('[id$="-problem"]');
  await expect(settings).toContainText('No key yet: clips are demo clips.');

  await test.step('no key at all', async () => {
    await settings.getByRole('button', { name: 'Check and save' }).click();
    await expect(problem).toContainText('Paste a key first.');
    expect(emulator.requests).toEqual([]);
  });
  await test.step('something that is no key', async () => {
    await offerKey(settings, 'two words');
    await expect(problem).toContainText('This is not a key');
    expect(emulator.requests).toEqual([]);
  });
  await test.step('a key that the service does not know', async () => {
    await offerKey(settings, 'key-of-somebody-else');
    await expect(problem).toContainText('The service does not accept this key');
    await expect(problem).toContainText('Copy it again from Google AI Studio, or make a new one.');
  });
  await test.step('a restricted key', async () => {
    emulator.setFaults([{ name: 'restricted-key' }]);
    await offerKey(settings, testKey);
    await expect(problem).toContainText('This key may not do that');
    await expect(problem).toContainText('Allow it in the Google Cloud console');
  });
  await test.step('no network', async () => {
    await emulator.close();
    await offerKey(settings, testKey);
    await expect(problem).toContainText('No connection');
    await expect(problem).toContainText('Check your internet connection');
    // What was pasted is not lost: it can be tried again.
    await expect(settings.getByLabel('Google API key')).toHaveValue(testKey);
  });

  await expect(settings).toContainText('No key yet: clips are demo clips.');
  expect(await exists(keyFile(folder))).toBe(false);
  await closeSettings(settings);
  await expect(demoBanner(studio)).toBeVisible();
});

test('a good key is used from then on, can be replaced and removed, and is gone with the session', async ({
  launch,
  emulator,
  folder,
}) => {
  const studio = await launch({ key: null });
  await studio.page.getByRole('button', { name: 'Add a key' }).click();
  const settings = studio.page.getByRole('dialog', { name: 'Settings' });

  await test.step('added', async () => {
    await expect(settings).toContainText('This system has no keyring');
    await offerKey(settings, ` ${testKey} `);
    await expect(settings).toContainText(`•••• ${testKey.slice(-4)}`);
    await expect(settings).toContainText('Kept until you close the app.');
    expect(await settings.evaluate((element) => element.outerHTML)).not.toContain(testKey);
    await closeSettings(settings);
    await expect(demoBanner(studio)).toHaveCount(0);
  });
  await test.step('used for the next clip', async () => {
    await studio.makeClip('Made with my own key');
    expect(emulator.creates()).toHaveLength(1);
    expect(emulator.creates()[0]?.headers['x-goog-api-key']).toBe(testKey);
  });
  await test.step('replacing: one that is refused changes nothing, cancel goes back', async () => {
    await openSettings(studio);
    await settings.getByRole('button', { name: 'Replace' }).click();
    await offerKey(settings, 'key-of-somebody-else');
    await expect(settings).toContainText('The service does not accept this key');
    await settings.getByRole('button', { name: 'Cancel' }).click();
    await expect(settings).toContainText(`•••• ${testKey.slice(-4)}`);
    await settings.getByRole('button', { name: 'Replace' }).click();
    await offerKey(settings, testKey);
    await expect(settings.getByLabel('New Google API key')).toHaveCount(0);
    await expect(settings).toContainText(`•••• ${testKey.slice(-4)}`);
  });
  await test.step('removed: back to demo clips', async () => {
    await settings.getByRole('button', { name: 'Remove' }).click();
    await expect(settings).toContainText('No key yet: clips are demo clips.');
    await closeSettings(settings);
    await expect(demoBanner(studio)).toBeVisible();
    await expect(composer(studio)).toContainText('Free');
  });
  await test.step('without a keyring it ends with the session', async () => {
    await openSettings(studio);
    await offerKey(settings, testKey);
    await expect(settings).toContainText('Kept until you close the app.');
    expect(await exists(keyFile(folder))).toBe(false);
    await studio.close();
    const again = await launch({ key: null });
    await expect(demoBanner(again)).toBeVisible();
  });
});

test('a key that is kept in spite of a missing keyring survives a restart, for this user only', async ({
  launch,
  folder,
}) => {
  const studio = await launch({ key: null });
  const settings = await openSettings(studio);
  await settings.getByRole('checkbox', { name: /Keep it on this computer anyway/ }).check();
  await offerKey(settings, testKey);
  await expect(settings).toContainText('Kept on this computer.');
  expect((await stat(keyFile(folder))).mode & 0o777).toBe(0o600);
  await studio.close();

  const again = await launch({ key: null });
  await expect(composer(again)).toContainText('$3.20');
  await expect(demoBanner(again)).toHaveCount(0);
  const reopened = await openSettings(again);
  await expect(reopened).toContainText(`•••• ${testKey.slice(-4)}`);
  await reopened.getByRole('button', { name: 'Remove' }).click();
  await expect(reopened).toContainText('No key yet');
  expect(await exists(keyFile(folder))).toBe(false);
});

test('a key from the environment is used, never stored, and cannot be changed in the window', async ({
  studio,
  folder,
}) => {
  const settings = await openSettings(studio);
  await expect(settings).toContainText(`•••• ${testKey.slice(-4)}`);
  await expect(settings).toContainText('Given by the environment for this run.');
  await expect(settings.getByRole('button', { name: /Replace|Remove/ })).toHaveCount(0);
  expect(await exists(keyFile(folder))).toBe(false);
});

test('defaults, polling and theme take effect at once and survive a restart', async ({ launch }) => {
  // A desktop that has a preference of its own; without one, `System` is the dark that the studio is made in.
  const studio = await launch({ environment: { XDG_CURRENT_DESKTOP: 'GNOME' } });
  const settings = await openSettings(studio);
  const root = studio.page.locator('html');
  const background = () => studio.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  await test.step('theme', async () => {
    await choose(settings, 'Theme', 'Dark');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    const dark = await background();
    await choose(settings, 'Theme', 'Light');
    await expect(root).toHaveAttribute('data-theme', 'light');
    expect(await background()).not.toBe(dark);
    // What the system draws (menus, dialogs) follows.
    const source = () => studio.application.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    await expect.poll(source).toBe('light');
    await choose(settings, 'Theme', 'System');
    await expect(root).toHaveAttribute('data-theme', 'system');
    await expect.poll(source).toBe('system');
    await choose(settings, 'Theme', 'Light');
  });

  await test.step('polling interval: 2 to 60 whole seconds', async () => {
    const field = settings.getByLabel('Check for finished clips every');
    await expect(field).toHaveValue('5');
    for (const wrong of ['1', '61', '2.5', '']) {
      await field.fill(wrong);
      await field.press('Enter');
      await expect(settings).toContainText('A whole number from 2 to 60.');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
    }
    await field.fill('60');
    await field.press('Enter');
    await expect(settings).not.toContainText('A whole number from 2 to 60.');
    await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  });

  await test.step('what new clips start with', async () => {
    await choose(settings, 'Aspect ratio', '9:16');
    await choose(settings, 'Duration', '4 s');
    await choose(settings, 'Resolution', '1080p');
    await expect(settings).toContainText('1080p needs 8 seconds, so the duration is now 8 s.');
    await choose(settings, 'Resolution', '720p');
    await choose(settings, 'Duration', '6 s');
    await closeSettings(settings);
    await expect(choice(composer(studio), 'Aspect ratio', '9:16')).toBeChecked();
    await expect(choice(composer(studio), 'Duration', '6 s')).toBeChecked();
  });
  await studio.close();

  await test.step('all of it is there after a restart', async () => {
    const again = await launch();
    await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'light');
    for (const [group, name] of [
      ['Aspect ratio', '9:16'],
      ['Resolution', '720p'],
      ['Duration', '6 s'],
    ] as const) {
      await expect(choice(composer(again), group, name)).toBeChecked();
    }
    const reopened = await openSettings(again);
    await expect(reopened.getByLabel('Check for finished clips every')).toHaveValue('60');
    await expect(choice(reopened, 'Theme', 'Light')).toBeChecked();
    await expect(choice(reopened, 'Duration', '6 s')).toBeChecked();
  });
});

test('the polling interval is the one at which the service is asked', async ({ launch, folder }) => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ pollingIntervalSeconds: 2 }));
  const emulator = await startEmulator({
    clips: sampleClips(path.resolve('emulator/samples')),
    apiKey: testKey,
    delayMs: 0,
  });
  try {
    emulator.setFaults([{ name: 'slow' }]);
    const studio = await launch({ baseUrl: emulator.url, pollMs: null });
    await studio.generate('Asked after every two seconds');
    const polls = () => emulator.requests.filter(({ path: asked }) => asked.includes('/operations/'));
    await expect.poll(() => polls().length).toBeGreaterThanOrEqual(3);
    const times = polls().map(({ at }) => at);
    for (const [index, at] of times.slice(1).entries()) {
      expect(at - (times[index] ?? 0)).toBeGreaterThan(1900);
    }
  } finally {
    await emulator.close();
  }
});

test('another library folder takes the next clips; the old ones still play', async ({ studio, folder }) => {
  const old = await studio.makeClip('Saved in the first folder');
  const other = path.join(folder, 'my films');
  const settings = await openSettings(studio);
  const chooseFolder = settings.getByRole('button', { name: 'Choose…' });
  await expect(settings).toContainText(path.join(folder, 'library'));

  await test.step('closing the dialog changes nothing', async () => {
    await answerFolderDialog(studio, null);
    await chooseFolder.click();
    await expect(settings).toContainText(path.join(folder, 'library'));
    await expect(settings.getByText('Saved', { exact: true })).toHaveCount(0);
  });
  await test.step('a folder that cannot be written to is refused in words', async () => {
    // A file in the place of a folder: not even root can write there.
    await writeFile(path.join(folder, 'a file'), '');
    await answerFolderDialog(studio, path.join(folder, 'a file', 'films'));
    await chooseFolder.click();
    await expect(settings).toContainText(
      'Zoetrope may not write to this folder, so the library stays where it is.',
    );
    await expect(settings).toContainText(path.join(folder, 'library'));
  });
  await test.step('a good one is taken', async () => {
    await mkdir(other);
    await answerFolderDialog(studio, other);
    await chooseFolder.click();
    await expect(settings).toContainText(other);
    await expect(settings).not.toContainText('may not write');
    expect(await readdir(other)).toEqual([]);
    await closeSettings(settings);
  });

  await studio.makeClip('Saved in the second folder');
  expect(await readdir(other)).toEqual([expect.stringContaining('Saved in the second folder')]);
  expect(await readdir(path.join(folder, 'library'))).toEqual([
    expect.stringContaining('Saved in the first folder'),
  ]);
  await studio.play(old);
  expect(await readFile(path.join(folder, 'settings.json'), 'utf8')).toContain('my films');
});

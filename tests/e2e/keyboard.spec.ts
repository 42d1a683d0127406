/// <reference lib="dom" />
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';
import { sent } from './support/wire.ts';

interface Stop {
  name: string;
  /** Whether one can see where one is: a ring of its own or around it. */
  ring: boolean;
}

/** What has the focus now, in the words that the window shows or says. */
function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', ring: false };
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLButtonElement
        ? Array.from(element.labels ?? [], (label) => label.textContent)
        : [];
    const said = [element.ariaLabel, ...labels, element.innerText].find((words) => Boolean(words?.trim()));
    const rings = [element, element.parentElement, element.nextElementSibling].map((candidate) => {
      if (candidate === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    return { name: (said ?? element.tagName).replace(/\s+/g, ' ').trim(), ring: rings.includes(true) };
  });
}

/** Presses Tab until something with this name has the focus. */
async function tabTo({ page }: Studio, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const { name: at, ring } = await stop(page);
    if (name.test(at)) {
      expect(ring, `the focus on “${at}” can be seen`).toBe(true);
      return;
    }
    passed.push(at);
  }
  throw new Error(`${String(name)} was not reached; passed ${passed.join(' → ')}`);
}

function firstCard(studio: Studio, prompt: string): Locator {
  return studio.card(prompt).first();
}

test('the whole job without a mouse', async ({ studio, emulator, folder }) => {
  const { page } = studio;
  const { keyboard } = page;

  await test.step('Tab goes through the window in the order in which it is read', async () => {
    const order: string[] = [];
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    for (let presses = 0; presses < 18; presses += 1) {
      await keyboard.press('Tab');
      const { name, ring } = await stop(page);
      expect(ring, `the focus on “${name}” can be seen`).toBe(true);
      order.push(name);
    }
    expect(order).toEqual([
      'Video',
      'Session First session',
      'Today $0.00',
      'Model: Veo 3.1',
      'Settings',
      'Help',
      'Examples',
      'Builder',
      'Prompt',
      'Prompt or image',
      expect.stringMatching(/^Choose an image/),
      '16:9',
      '720p',
      '8 s',
      'Negative prompt',
      'People, seed, sound',
      '1×',
      expect.stringMatching(/^Generate Video/),
    ]);
  });

  await test.step('write, choose, generate', async () => {
    await tabTo(studio, /^Negative prompt$/, 'Shift+Tab');
    await keyboard.type('rain');
    await tabTo(studio, /^8 s$/, 'Shift+Tab');
    await keyboard.press('ArrowLeft');
    await tabTo(studio, /^16:9$/, 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await tabTo(studio, /^Prompt$/, 'Shift+Tab');
    await keyboard.type('A kite over the dunes');
    await keyboard.press('Control+Enter');
    await studio.expectPhase(firstCard(studio, 'A kite over the dunes'), 'completed');
    expect(sent(emulator)).toEqual([
      {
        prompt: 'A kite over the dunes',
        aspectRatio: '9:16',
        resolution: '720p',
        durationSeconds: 6,
        negativePrompt: 'rain',
        image: null,
      },
    ]);
  });

  await test.step('Enter on Generate sends as well, and a key held down sends once', async () => {
    await keyboard.press('Control+a');
    await keyboard.type('A second kite');
    await tabTo(studio, /^Generate Video/);
    await keyboard.down('Enter');
    await keyboard.down('Enter');
    await keyboard.down('Enter');
    await keyboard.up('Enter');
    await studio.expectPhase(firstCard(studio, 'A second kite'), 'completed');
    expect(sent(emulator)).toHaveLength(2);
  });

  await test.step('open the player, seek nowhere, go to the next one, close: the focus comes back', async () => {
    await tabTo(studio, /^Play: A second kite$/);
    await keyboard.press('Enter');
    const player = page.getByRole('dialog', { name: 'Player' });
    await expect(player).toContainText('A second kite');
    const paused = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused);
    await expect.poll(paused).toBe(false);
    await keyboard.press(' ');
    await expect.poll(paused).toBe(true);
    await keyboard.press('ArrowRight');
    await expect(player).toContainText('A kite over the dunes');
    await keyboard.press('Control+Enter');
    await keyboard.press('Escape');
    await expect(player).toHaveCount(0);
    expect((await stop(page)).name).toMatch(/^Play: A second kite$/);
    expect(sent(emulator)).toHaveLength(2);
  });

  await test.step('delete, and take it back', async () => {
    await tabTo(studio, /^Delete$/);
    await keyboard.press('Enter');
    await expect(studio.card('A second kite')).toHaveCount(0);
    // The focus has gone to the neighbour, not to nowhere.
    await expect.poll(async () => (await stop(page)).name).toMatch(/^Play: A kite over the dunes$/);
    await keyboard.press('Control+z');
    await expect(studio.card('A second kite')).toHaveCount(1);
    await tabTo(studio, /^Play: A kite over the dunes$/);
    await tabTo(studio, /^Delete$/);
    await keyboard.press('Enter');
    await expect(studio.card('A kite over the dunes')).toHaveCount(0);
    await tabTo(studio, /^Undo$/);
    await keyboard.press('Enter');
    await expect(studio.card('A kite over the dunes')).toHaveCount(1);
  });

  await test.step('settings: the focus stays inside, Escape closes, Ctrl+Enter sends nothing', async () => {
    await tabTo(studio, /^Settings$/);
    await keyboard.press('Enter');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toBeVisible();
    const inside = () => settings.evaluate((dialog) => dialog.contains(document.activeElement));
    for (let presses = 0; presses < 14; presses += 1) {
      expect(await inside()).toBe(true);
      await keyboard.press('Tab');
    }
    await tabTo(studio, /^System$/);
    await keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await keyboard.press('Control+Enter');
    await keyboard.press('Escape');
    await expect(settings).toHaveCount(0);
    expect((await stop(page)).name).toBe('Settings');
    expect(sent(emulator)).toHaveLength(2);
  });

  await test.step('a failed one is put back into the composer', async () => {
    await tabTo(studio, /^Prompt$/);
    await keyboard.press('Control+a');
    await keyboard.type('A third kite [fault:blocked]');
    await keyboard.press('Control+Enter');
    await studio.expectPhase(firstCard(studio, 'A third kite'), 'blocked');
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    await tabTo(studio, /^Edit and try again$/);
    await keyboard.press('Enter');
    await expect(studio.prompt).toBeFocused();
    await expect(studio.prompt).toHaveValue('A third kite [fault:blocked]');
  });

  expect(await readdir(path.join(folder, 'library'))).toHaveLength(2);
});

test('from a first start to a saved clip of an image without a mouse, and nothing holds the focus', async ({
  launch,
  emulator,
  folder,
}) => {
  const studio = await launch({ key: null, isFirstRun: true });
  const { page } = studio;
  const { keyboard } = page;

  await test.step('the key', async () => {
    await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
    await tabTo(studio, /^Google API key$/);
    await keyboard.type(testKey);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'A place for your clips' })).toBeFocused();
    await tabTo(studio, /^Skip all$/);
    await keyboard.press('Enter');
    await expect(studio.prompt).toBeFocused();
  });

  await test.step('an image is chosen, and the focus is still there', async () => {
    await keyboard.type('The picture begins to breathe');
    // One listener for both times: without one, the system's own dialog would come up.
    page.on('filechooser', (chooser) => {
      void chooser.setFiles(path.resolve('tests/fixtures/still.jpg'));
    });
    await tabTo(studio, /^Choose an image/);
    await keyboard.press('Enter');
    await expect(studio.firstFrame.getByRole('img', { name: /^First frame: / })).toBeVisible();
    await expect(studio.firstFrame.getByRole('button', { name: 'Replace' })).toBeFocused();
    await tabTo(studio, /^Remove$/);
    await keyboard.press('Enter');
    await expect(studio.firstFrame.getByRole('img')).toHaveCount(0);
    await expect(studio.firstFrame.getByRole('button', { name: /^Choose an image/ })).toBeFocused();
    await keyboard.press('Enter');
    await expect(studio.firstFrame.getByRole('button', { name: 'Replace' })).toBeFocused();
    await tabTo(studio, /^Generate from Image/);
    await keyboard.press('Enter');
    await studio.expectPhase(firstCard(studio, 'The picture begins to breathe'), 'completed');
    expect(sent(emulator)).toHaveLength(1);
  });

  await test.step('it is opened, saved and closed, and the focus is where it was', async () => {
    const saved = path.join(folder, 'saved.mp4');
    await studio.answerSaveDialog(saved);
    await tabTo(studio, /^Play: The picture begins to breathe$/);
    await keyboard.press('Enter');
    const player = page.getByRole('dialog', { name: 'Player' });
    await expect(player).toBeVisible();
    await tabTo(studio, /^Download$/);
    await keyboard.press('Enter');
    await expect(player.getByText('Saved', { exact: true })).toBeVisible();
    expect((await readFile(saved)).byteLength).toBeGreaterThan(1000);
    await keyboard.press('Escape');
    await expect(player).toHaveCount(0);
    expect((await stop(page)).name).toMatch(/^Play: The picture begins to breathe$/);
  });

  await test.step('what hangs on a button gives the focus back to it', async () => {
    for (const [name, opened] of [
      [/^Model: /, 'Choose a model'],
      [/^Session /, 'Sessions'],
      [/^Filters$/, 'Filters'],
    ] as const) {
      await tabTo(studio, name);
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: opened })).toBeVisible();
      await keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name: opened })).toHaveCount(0);
      expect((await stop(page)).name).toMatch(name);
    }
  });

  await test.step('Tab comes round in both directions', async () => {
    for (const key of ['Tab', 'Shift+Tab']) {
      await tabTo(studio, /^Prompt$/, key);
      await keyboard.press(key);
      await tabTo(studio, /^Prompt$/, key);
    }
  });
});

/// <reference lib="dom" />
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { takeLooks } from './support/looks.ts';
import { pauseQueue, seedOperations, seedSessions } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

/** What can be scrolled sideways, and what reaches over the window's sides. */
function tooWide({ page }: Studio): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) => {
      const { overflowX } = getComputedStyle(element);
      const scrollable =
        element === document.scrollingElement || overflowX === 'auto' || overflowX === 'scroll';
      return scrollable && element.scrollWidth > element.clientWidth;
    };
    // A part that hides what is too wide for it cannot be scrolled, and is cut off all the same.
    const sticksOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (
        element.matches('article, fieldset, textarea, button, dialog') && (left < 0 || right > innerWidth)
      );
    };
    return Array.from(document.querySelectorAll('*'))
      .filter((element) => scrolls(element) || sticksOut(element))
      .map((element) => `${element.tagName} ${element.className}`);
  });
}

interface LookOptions {
  /** False where a dialog or another page is in front of the composer. */
  composer?: boolean;
}

/** Takes a state's picture in both sizes and both themes, and holds what is true of each. */
function look(studio: Studio, state: string, { composer = true }: LookOptions = {}): Promise<void> {
  return takeLooks(studio, state, {
    check: async (at) => {
      expect(await tooWide(studio), `${state} at ${at}`).toEqual([]);
      if (composer) await expect(studio.generateButton).toBeInViewport({ ratio: 1 });
    },
  });
}

/** Waits until every picture that is in the window is drawn. */
async function picturesAreThere({ page }: Studio): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        Array.from(document.images).every((image) => image.complete && image.naturalWidth > 0),
      ),
    )
    .toBe(true);
}

const kite =
  'A paper kite breaks through low clouds above green cliffs, the camera circles it once, wind and distant surf';
const train =
  'Night train passes a snowed-in station in the city, warm windows streak by, neon rain, static camera';
const dancer = 'A dancer in red silk turns in slow motion, backlit, dust in the light, handheld';

/** The oldest cards are at the end; far away they are not there. */
async function scrollToOldest(studio: Studio, card: Locator): Promise<void> {
  await expect(async () => {
    await studio.gallery.evaluate((gallery) => {
      gallery.scrollTo(0, gallery.scrollHeight);
    });
    await expect(card).toBeInViewport({ timeout: 500 });
  }).toPass();
}

test('every state fits both sizes in both themes', async ({ launch, emulator }) => {
  // Clips are really drawn and encoded here.
  test.setTimeout(180_000);

  await test.step('demo mode: empty, then with clips of its own', async () => {
    const studio = await launch({ key: null });
    await expect(studio.page.getByText('Set something in motion')).toBeVisible();
    await look(studio, 'empty-demo');

    await studio.page.getByRole('region', { name: 'New clip' }).getByRole('radio', { name: '4 s' }).check();
    const cards = [await studio.generate(kite), await studio.generate(train)];
    await studio.page.getByRole('radio', { name: '9:16', exact: true }).check();
    cards.push(await studio.generate(dancer));
    for (const card of cards) {
      await expect(card).toHaveAttribute('data-phase', 'completed', { timeout: 90_000 });
      // Its poster is made by the window that draws the other clips first.
      await expect(card.locator('img').first()).toBeVisible({ timeout: 90_000 });
    }
    await picturesAreThere(studio);
    await look(studio, 'gallery-demo');
    await studio.close();
  });

  const studio = await launch();
  const { page } = studio;

  await test.step('a gallery with everything that can become of a clip', async () => {
    emulator.setFaults([
      { name: 'blocked', count: 1, reason: 'The prompt may show a real person. Try other words.' },
    ]);
    await studio.expectPhase(await studio.generate('A famous actor eats soup'), 'blocked');
    emulator.setFaults([{ name: 'failed', count: 1 }]);
    await studio.expectPhase(await studio.generate('A clock melts over a branch'), 'error');
    emulator.setFaults([{ name: 'cut-create', count: 1 }]);
    await studio.expectPhase(await studio.generate('A storm over a wheat field'), 'unknown');
    emulator.setFaults([{ name: 'slow' }]);
    await page
      .getByLabel('Image file for the first frame')
      .setInputFiles(path.resolve('tests/fixtures/still.jpg'));
    await expect(studio.generateButton).toHaveText(/^Generate from Image/);
    await studio.expectPhase(await studio.generate('The picture begins to breathe'), 'processing');
    await look(studio, 'image-in-the-well');
    await page.getByRole('button', { name: 'Remove' }).click();
    await studio.expectPhase(await studio.generate('A harbour wakes up'), 'processing');
    await studio.expectPhase(await studio.generate('A tram climbs a steep street'), 'queued');
    await picturesAreThere(studio);
    await look(studio, 'gallery-mixed');
    await page.getByRole('region', { name: 'Clips', exact: true }).evaluate((gallery) => {
      gallery.scrollTo(0, gallery.scrollHeight);
    });
    await look(studio, 'gallery-mixed-end');
  });

  await test.step('long words, and more than may be said', async () => {
    await studio.prompt.fill('Donaudampfschifffahrtsgesellschaftskapitän'.repeat(120));
    await page.getByRole('textbox', { name: 'Negative prompt' }).fill('w'.repeat(1200));
    await studio.generateButton.click();
    await look(studio, 'too-long');
    await studio.prompt.fill('w'.repeat(900));
    await page.getByRole('textbox', { name: 'Negative prompt' }).fill('');
    await studio.expectPhase(await studio.generate('w'.repeat(900)), 'queued');
    await page.getByRole('radio', { name: '1080p' }).check();
    await look(studio, 'long-word');
  });

  await test.step('messages', async () => {
    await studio.answerSaveDialog('/nowhere/at/all.mp4');
    // Said of two clips, shown once.
    for (const prompt of [kite, train]) {
      const card = studio.card(prompt);
      await scrollToOldest(studio, card);
      await card.hover();
      await card.getByRole('button', { name: 'Download' }).click();
    }
    await expect(page.getByRole('alert')).toHaveCount(1);
    await studio.card(train).getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await look(studio, 'messages');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(studio.card(train)).toBeVisible();
    for (const alert of await page.getByRole('alert').all()) {
      await alert.page().getByRole('button', { name: 'Dismiss' }).first().click();
    }
  });

  await test.step('player, wide and tall', async () => {
    await page.keyboard.press('Escape');
    for (const [prompt, state] of [
      [kite, 'player-wide'],
      [dancer, 'player-tall'],
    ] as const) {
      await studio.play(studio.card(prompt), 0.5);
      await look(studio, state, { composer: false });
      await page.keyboard.press('Escape');
    }
  });

  await test.step('settings, with a key and with problems', async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toBeVisible();
    await look(studio, 'settings', { composer: false });
    await settings.getByLabel('Check for finished clips every').fill('1');
    await settings.getByLabel('Check for finished clips every').press('Enter');
    await look(studio, 'settings-problem', { composer: false });
    await page.keyboard.press('Escape');
  });

  await test.step('image mode', async () => {
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await expect(page.getByText('Begin with a still')).toBeVisible();
    await look(studio, 'image-page', { composer: false });
  });
});

test('settings without a key fit as well', async ({ launch }) => {
  const studio = await launch({ key: null });
  await studio.page.getByRole('button', { name: 'Add a key' }).click();
  const settings = studio.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Google API key').fill('key-of-somebody-else');
  await settings.getByRole('button', { name: 'Check and save' }).click();
  await expect(settings).toContainText('The service does not accept this key');
  await look(studio, 'settings-bad-key', { composer: false });
});

test('the queue fits with one and with forty that wait, and its questions do', async ({
  launch,
  folder,
  emulator,
}) => {
  const waits = {
    phase: 'queued',
    error: null,
    submittedAt: null,
    acceptedAt: null,
    finishedAt: null,
  } as const;
  const prompts = [kite, 'A tram climbs a steep street', dancer, 'w'.repeat(600)];
  pauseQueue(folder);
  seedOperations(folder, folder, [
    { prompt: 'A clock melts over a branch' },
    { prompt: 'A storm over a wheat field' },
    ...Array.from({ length: 40 }, (_, index) => ({
      ...waits,
      prompt: index < prompts.length ? (prompts[index] ?? '') : `${train}, take ${index}`,
    })),
  ]);
  const studio = await launch();
  const { page } = studio;
  emulator.setFaults([{ name: 'slow' }]);
  await expect(page.getByRole('region', { name: 'Queue' })).toContainText('40 waiting');
  await look(studio, 'queue-paused');
  await page.getByRole('button', { name: 'Show queue' }).click();
  const queue = page.getByRole('dialog', { name: 'Queue' });
  await expect(queue.locator('[data-queue-id]')).toHaveCount(40);
  await queue.locator('[data-queue-id]').nth(2).hover();
  await look(studio, 'queue-forty-paused', { composer: false });
  await queue.getByRole('button', { name: 'Resume' }).click();
  await expect(queue.locator('[data-queue-running]')).toHaveCount(2);
  await look(studio, 'queue-forty', { composer: false });
  await queue.getByRole('button', { name: /^Try failed ones again/ }).click();
  await look(studio, 'queue-retry', { composer: false });
  await page.keyboard.press('Escape');
  await queue.locator('[data-queue-running]').first().getByRole('button', { name: 'Cancel' }).click();
  await look(studio, 'queue-cancel', { composer: false });
  await page.getByRole('button', { name: 'Cancel the clip' }).click();
  await page.keyboard.press('Escape');
  await look(studio, 'queue-strip');
  await scrollToOldest(studio, studio.card(kite));
  await look(studio, 'queue-cancelled');
});

test('an empty queue that is paused says so', async ({ launch, folder }) => {
  pauseQueue(folder);
  const studio = await launch();
  await look(studio, 'queue-paused-empty');
  await studio.page.getByRole('button', { name: 'Show queue' }).click();
  await expect(studio.page.getByText('Nothing is waiting')).toBeVisible();
  await look(studio, 'queue-empty', { composer: false });
});

test('sessions fit, with long names, many of them and questions', async ({ launch, folder }) => {
  const long = 'Donaudampfschifffahrtsgesellschaft, the captain’s last voyage, second unit';
  seedSessions(folder, [
    'Test',
    'Neon alley',
    ...Array.from({ length: 14 }, (_, index) => `Commercial, take ${index + 1}`),
    long,
    'Savanna spot',
  ]);
  seedOperations(
    folder,
    path.join(folder, 'library'),
    Array.from({ length: 40 }, (_, index) => ({
      prompt: `A lion walks, take ${index + 1}`,
      sessionId: index < 12 ? 'Savanna spot' : index < 37 ? long : 'Neon alley',
      error: null,
      phase: index % 5 === 0 ? ('unknown' as const) : ('completed' as const),
    })),
  );
  const studio = await launch();
  const { page } = studio;
  const switcher = page.getByRole('button', { name: /^Session / });
  const menu = page.getByRole('dialog', { name: 'Sessions' });
  await switcher.click();
  await expect(menu.getByRole('button', { name: /^Savanna spot/ })).toBeVisible();
  await menu.getByRole('listitem').filter({ hasText: long }).locator('[data-session-row]').focus();
  await look(studio, 'sessions');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await look(studio, 'session-long-name');
  await switcher.click();
  await page.keyboard.type('savannah river');
  await expect(menu).toContainText('No session is called “savannah river”.');
  await look(studio, 'sessions-none');
  await page.keyboard.press('Escape');
  await switcher.click();
  await menu.getByRole('listitem').filter({ hasText: long }).hover();
  await menu.getByRole('button', { name: `Delete “${long}”` }).click();
  await expect(page.getByRole('dialog', { name: 'Delete session' })).toBeVisible();
  await look(studio, 'session-delete', { composer: false });
  await page.keyboard.press('Escape');
  const card = studio.cards.first();
  await card.hover();
  await card.getByRole('button', { name: 'Move to session…' }).click();
  await expect(page.getByRole('dialog', { name: 'Move 1 clip' })).toBeVisible();
  await look(studio, 'session-move', { composer: false });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Today / }).click();
  await page.getByRole('region', { name: 'By session' }).scrollIntoViewIfNeeded();
  await look(studio, 'spend-by-session', { composer: false });
  await page.keyboard.press('Escape');
  await switcher.click();
  await menu.getByRole('button', { name: 'All sessions' }).click();
  await look(studio, 'sessions-all');
});

test('the choice of a model and what it makes', async ({ studio }) => {
  await studio.page.getByLabel('Prompt', { exact: true }).fill(kite);
  await studio.page.getByRole('button', { name: /^Model:/ }).click();
  await expect(studio.page.getByRole('dialog', { name: 'Choose a model' })).toBeVisible();
  await look(studio, 'models');
  await studio.page.getByRole('radio', { name: /^Omni Flash 1.2/ }).click();
  await expect(studio.page.getByRole('slider', { name: 'Duration' })).toBeVisible();
  await look(studio, 'omni');
});

test('every way to begin a clip', async ({ studio }) => {
  const { page } = studio;
  await page.getByLabel('Prompt', { exact: true }).fill(dancer);
  const give = async (label: string, names: string[]) => {
    const files = names.map((name) => path.resolve('tests/fixtures', name));
    await page.getByLabel(label).setInputFiles(files);
  };
  await page.getByLabel('Two frames').click();
  await look(studio, 'frames-empty');
  await give('Image file for the first frame', ['still.jpg']);
  await give('Image file for the last frame', ['still.jpg']);
  await picturesAreThere(studio);
  await look(studio, 'frames');
  await page.getByLabel('References').click();
  await give('Image files for references', ['still.jpg']);
  await give('Image files for references', ['still.jpg']);
  await picturesAreThere(studio);
  await page.getByText('People, seed, sound').click();
  await page.getByRole('group', { name: 'Takes' }).getByLabel('3×').click();
  await look(studio, 'references');
});

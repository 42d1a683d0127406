/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Studio } from './support/studio.ts';
import { outOfReach } from './support/reach.ts';
import { expect, test } from './support/test.ts';
import {
  throughComposer,
  throughDialogs,
  throughFirstRun,
  throughFrench,
  throughGallery,
  throughImages,
} from './support/tours.ts';
import type { Visit } from './support/tours.ts';

/** Rules of axe that are off unless asked for. */
const alsoAsked = { 'target-size': { enabled: true } };

/** What axe finds, however small it takes it to be, each with where it is. */
async function findings({ page }: Studio): Promise<string[]> {
  // Its other way of working opens a page of its own, which an Electron app does not have.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ rules: alsoAsked });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, any }) => `${impact} ${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
  );
}

/** What moves or fades by itself or on its way to another state. */
const moving = ({ page }: Studio): Promise<string[]> =>
  page.evaluate(() => {
    const seconds = (value: string) => Math.max(...value.split(',').map((part) => parseFloat(part) || 0));
    return Array.from(document.querySelectorAll('*'))
      .filter((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element);
        return Math.max(seconds(animationDuration), seconds(transitionDuration)) > 0;
      })
      .map((element) => `${element.tagName} ${element.className}`);
  });

/** On each screen: nothing for axe in either theme, and nothing that moves for who wants that. */
function isClean(studio: Studio): Visit {
  return async (screen) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      // Colours on their way from one state to the next are judged where they arrive.
      await studio.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await findings(studio), `${screen}, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await moving(studio), `${screen}: what moves`).toEqual([]);
  };
}

type Size = readonly [width: number, height: number];

/** On each screen: nothing scrolls sideways, and every control can be brought into sight. */
function isWhole({ page }: Studio): Visit {
  return async (screen) => {
    const softly = expect.configure({ soft: true });
    await softly.poll(() => outOfReach(page), screen).toEqual([]);
  };
}

/** Gives the page the room that it has when everything is twice as large. */
async function makeHalf({ application, page }: Studio, size: Size): Promise<void> {
  const [width, height] = [size[0] / 2, size[1] / 2];
  await application.evaluate(
    ({ BrowserWindow }, half) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('/index.html'),
      );
      window?.setMinimumSize(1, 1);
      window?.setContentSize(half.width, half.height);
    },
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

const clean = {
  promise: 'axe finds nothing in either theme, and nothing moves',
  size: null,
  visitor: isClean,
};
const sizes: readonly Size[] = [
  [1280, 800],
  [960, 640],
];
const enlarged = sizes.map((size) => ({
  ...{ promise: `at 200 % in ${size.join('×')} everything is within reach`, size, visitor: isWhole },
}));

for (const { promise, size, visitor } of [clean, ...enlarged]) {
  test.describe(promise, () => {
    test.setTimeout(240_000);
    const prepared = async (studio: Studio): Promise<Visit> => {
      if (size !== null) await makeHalf(studio, size);
      return visitor(studio);
    };
    test('composer', async ({ studio }) => {
      await throughComposer(studio, await prepared(studio));
    });
    test('gallery and player', async ({ studio }) => {
      await throughGallery(studio, await prepared(studio));
    });
    test('dialogs', async ({ studio }) => {
      await throughDialogs(studio, await prepared(studio));
    });
    test('image mode', async ({ studio, emulator }) => {
      await throughImages(studio, emulator, await prepared(studio));
    });
    test('first run', async ({ launch }) => {
      const studio = await launch({ key: null, isFirstRun: true });
      await throughFirstRun(studio, await prepared(studio));
    });
    test('French', async ({ studio }) => {
      await throughFrench(studio, await prepared(studio));
    });
  });
}

test('zooming in goes to one column and back', async ({ studio }) => {
  const { page, application, composer, gallery } = studio;
  const zoom = (factor: number) =>
    application.evaluate(({ BrowserWindow }, to) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        if (webContents.getURL().endsWith('/index.html')) webContents.setZoomFactor(to);
      }
    }, factor);
  const isBelow = async () => {
    const [above, below] = [await composer.boundingBox(), await gallery.boundingBox()];
    return above !== null && below !== null && below.y >= above.y + above.height;
  };
  await studio.makeClip('A quiet lake');
  expect(await isBelow()).toBe(false);
  await zoom(2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await expect.poll(isBelow).toBe(true);
  await expect.poll(() => outOfReach(page)).toEqual([]);
  await zoom(1);
  await expect.poll(isBelow).toBe(false);
});

test('what moves for others stands still for who asks for it', async ({ studio }) => {
  await studio.expectPhase(await studio.generate('Still being made [fault:slow]'), 'processing');
  expect(await moving(studio)).not.toEqual([]);
  await studio.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(studio)).toEqual([]);
});

test('a screen reader is told what becomes of a clip', async ({ studio }) => {
  const live = studio.page.locator('[aria-live="polite"]');
  await studio.makeClip('A quiet lake');
  await expect(live.filter({ hasText: 'Finished: A quiet lake.' })).toHaveCount(1);
  await studio.expectPhase(await studio.generate('A loud lake [fault:blocked]'), 'blocked');
  await expect(live.locator('p').last()).toHaveText(
    /^Failed: A loud lake .*Video generation blocked: the sound\. Not charged\.$/,
  );
});

test('what ends while a dialog is open is told in the dialog, which is all that can be read then', async ({
  studio,
}) => {
  const { page } = studio;
  const card = await studio.generate('A quiet lake');
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await studio.expectPhase(card, 'completed');
  await expect(settings.locator('[aria-live="polite"]')).toContainText('Finished: A quiet lake.');
  await expect(page.locator('[aria-live="polite"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // It is not told again by the window.
  await expect(page.locator('[aria-live="polite"]')).toHaveText('');
});

test('many that end together are told in one sentence', async ({ launch }) => {
  const studio = await launch();
  await studio.page.getByRole('group', { name: 'Takes' }).getByLabel('4×').click();
  await studio.page.keyboard.press('Control+,');
  const settings = studio.page.getByRole('dialog', { name: 'Settings' });
  await settings
    .getByRole('group', { name: /at the same time/ })
    .getByLabel('4', { exact: true })
    .check();
  await studio.page.keyboard.press('Escape');
  const live = studio.page.locator('[aria-live="polite"]');
  await studio.generate('Four lakes');
  await expect(live.locator('p').last()).toHaveText('4 finished.');
});

test('with forced colours what is chosen, where the focus is and what cannot be used are seen', async ({
  studio,
}) => {
  const { page } = studio;
  await page.emulateMedia({ forcedColors: 'active' });
  /** A colour of the system, as the page computes it. */
  const system = (name: string) =>
    page.evaluate((color) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = color;
      const value = getComputedStyle(probe).color;
      probe.remove();
      return value;
    }, name);
  const [highlight, gray] = [await system('Highlight'), await system('GrayText')];
  const chosen = studio.composer.getByText('8 s', { exact: true });
  await expect(chosen).toHaveCSS('background-color', highlight);
  await expect(studio.composer.getByText('6 s', { exact: true })).not.toHaveCSS(
    'background-color',
    highlight,
  );
  await expect(studio.composer.getByRole('button', { name: 'Enhance' })).toHaveCSS('color', gray);

  await studio.prompt.focus();
  await expect(studio.prompt).toHaveCSS('outline-style', 'solid');
  await expect(studio.prompt).toHaveCSS('outline-color', highlight);

  const card = await studio.makeClip('A quiet lake');
  await card.getByRole('button', { name: /^Play/ }).focus();
  await page.keyboard.press('x');
  await expect(card).toHaveCSS('outline-color', highlight);
  await page.keyboard.press('Escape');
  await expect(card).not.toHaveCSS('outline-color', highlight);

  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').locator('[aria-selected="true"]')).toHaveCSS(
    'outline-color',
    highlight,
  );
});

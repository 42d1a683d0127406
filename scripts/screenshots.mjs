// `npm run screenshots`: the README's pictures, of the app in demo mode, in both themes. Everything in them is made anew.
/* global document, innerWidth, window -- in what runs in the page */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { PROJECT_ROOT, runScript, say } from './command-line.mjs';
import { prepareApp } from './prepare-app.mjs';
import { smallerPng } from './smaller-png.mjs';
import { isRootOnLinux } from './sandbox.mjs';

const PICTURES = path.join(PROJECT_ROOT, 'docs/pictures');
const DESIGN_SIZE = { width: 1280, height: 800 };
/** Large pictures of clips make large files. */
const SMALL_SIZE = { width: 960, height: 640 };
/** Clips are really drawn and encoded. */
const PATIENCE_MS = 180_000;

/** Oldest first. */
const clips = [
  {
    session: 'Perfume film',
    prompt: 'Ribbons of amber silk unfold in slow motion around a glass flacon, soft studio light, low hum',
  },
  {
    session: 'Night drive',
    prompt: 'A vertical ride through a neon city street at night in the rain, reflections, distant traffic',
    aspect_ratio: '9:16',
  },
  {
    session: 'Northern lights',
    prompt: 'Aurora over an arctic lake, stars mirrored in black water, slow pan to the left, wind',
  },
  {
    session: 'Northern lights',
    prompt: 'First light on snow peaks above a misty valley, aerial push forward, wind and a far bell',
  },
  {
    session: 'Savanna spot',
    prompt: 'Waves roll onto a long beach at sunset, a sail boat on the horizon, static camera, soft surf',
  },
  {
    session: 'Savanna spot',
    prompt: 'Morning fog lifts in a pine forest, a deer looks up, birdsong, slow dolly in',
  },
  {
    session: 'Savanna spot',
    prompt: 'Slow aerial glide above desert dunes at golden hour, a caravan far below, wind',
  },
];
const unfinished =
  'The camera glides on above the dunes, wind carries thin veils of sand from the ridges, a caravan comes into view, soft wind';

const images = [
  {
    prompt: 'A red boat on a still mountain lake at dawn, thin fog over the water, medium format film',
    ratio: '3:2',
  },
  { prompt: 'Desert dunes at golden hour, long shadows, one line of footprints', ratio: '16:9' },
  { prompt: 'Neon alley at night in the rain, a cat under an umbrella', ratio: '9:16' },
  { prompt: 'Moss and ferns in a forest after rain, macro, shallow focus', ratio: '4:3' },
  { prompt: 'A lighthouse in a winter storm, waves, last light', ratio: '16:9' },
];

/** @typedef {import('../preload/contract/api.ts').ZoetropeApi} Zoetrope */
/** @typedef {import('../preload/contract/api.ts').VideoChatApi} VideoChat */

/**
 * Runs in the page: an asked-for answer, or why there is none.
 * @param {import('@playwright/test').Page} page
 * @param {readonly { session: string, prompt: string, aspect_ratio?: string }[]} wanted
 */
async function makeClips(page, wanted) {
  await page.evaluate(async (all) => {
    const { zoetrope, videoChat } = /** @type {{ zoetrope: Zoetrope, videoChat: VideoChat }} */ (
      /** @type {unknown} */ (window)
    );
    /** @type {Map<string, string>} */
    const sessions = new Map();
    for (const { session, prompt, aspect_ratio = '16:9' } of all) {
      if (!sessions.has(session)) {
        const created = await zoetrope.sessions.create({ name: session });
        if (!created.ok) throw new Error(created.error.message);
        sessions.set(session, created.value.id);
      }
      const answer = await videoChat.generate({
        prompt,
        aspect_ratio: /** @type {'16:9' | '9:16'} */ (aspect_ratio),
        duration: '4',
        session_id: sessions.get(session),
      });
      if (!answer.ok) throw new Error(answer.error.message);
    }
  }, wanted);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function take(page, name) {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    const file = path.join(PICTURES, `${name}-${colorScheme}.png`);
    const png = smallerPng(await page.screenshot());
    await writeFile(file, png);
    say(`${path.relative(PROJECT_ROOT, file)}: ${Math.round(png.length / 1000)} kB`);
  }
}

/**
 * Waits until so many cards are finished and every picture in the window is drawn.
 * @param {import('@playwright/test').Page} page
 * @param {number} count
 */
async function finished(page, count) {
  await page
    .locator('[data-phase="completed"] img')
    .nth(count - 1)
    .waitFor({ timeout: PATIENCE_MS });
  await page.waitForFunction(
    (least) =>
      document.querySelectorAll('[data-phase="completed"]:has(img)').length >= least &&
      [...document.images].every((image) => image.complete && image.naturalWidth > 0),
    count,
    { timeout: PATIENCE_MS },
  );
}

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {import('@playwright/test').Page} page
 */
async function takeAll(app, page) {
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  /** @param {{ width: number, height: number }} size */
  const resize = async (size) => {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
        ?.setContentSize(width, height);
    }, size);
    await page.waitForFunction((width) => innerWidth === width, size.width);
  };
  await resize(DESIGN_SIZE);
  await makeClips(page, clips);
  await page.getByRole('button', { name: /^Session / }).click();
  await page.getByRole('button', { name: 'All sessions' }).click();
  await finished(page, clips.length);

  await page.getByRole('region', { name: 'New clip' }).getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Wind over dunes/ })
    .click();
  await take(page, 'examples');
  await page.keyboard.press('Escape');

  await resize(SMALL_SIZE);
  await page.getByRole('button', { name: /^Play: Slow aerial glide/ }).click();
  await page.getByLabel('Clip', { exact: true }).evaluate(async (element) => {
    const clip = /** @type {HTMLVideoElement} */ (element);
    clip.pause();
    clip.currentTime = 1.5;
    await new Promise((resolve) => clip.requestVideoFrameCallback(resolve));
  });
  // The browser's sign for waiting fades away.
  await page.waitForTimeout(1000);
  await take(page, 'player');
  await page.keyboard.press('Escape');
  await resize(DESIGN_SIZE);

  await page.getByRole('radio', { name: 'Image', exact: true }).check();
  const form = page.getByRole('region', { name: 'New image' });
  for (const [index, { prompt: words, ratio }] of images.entries()) {
    await form.getByRole('radio', { name: ratio, exact: true }).check();
    await prompt.fill(words);
    await page.keyboard.press('Control+Enter');
    await finished(page, index + 1);
  }
  await prompt.fill('A lighthouse keeper’s kitchen, window light, a kettle on the stove');
  await take(page, 'images');

  const dunes = page.locator('[data-operation-id]').filter({ hasText: 'Desert dunes' });
  await dunes.hover();
  await dunes.getByRole('button', { name: 'Animate' }).click();
  await page.getByRole('img', { name: /^First frame: / }).waitFor();
  // The image is there, and nothing is held for it any more.
  await prompt.and(page.locator(':focus')).waitFor();
  await prompt.fill(unfinished);
  await page.keyboard.press('Control+Enter');
  await page
    .locator('[data-phase="processing"]')
    .getByText(/^0:(0[3-9]|[1-5]\d)$/)
    .waitFor();
  await take(page, 'studio');
}

await runScript(async () => {
  const { executable, display } = await prepareApp();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-screenshots-'));
  await mkdir(PICTURES, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), '{"welcomed": true}');
  const app = await _electron.launch({
    executablePath: executable,
    args: [PROJECT_ROOT, '--disable-gpu', '--lang=en-US', ...(isRootOnLinux() ? ['--no-sandbox'] : [])],
    env: {
      .../** @type {Record<string, string>} */ (display.env),
      ...{ ZOETROPE_DATA_DIR: folder, ZOETROPE_DEMO: '1', ZOETROPE_POLL_MS: '500' },
      ...{ LANGUAGE: 'en', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
    },
  });
  try {
    const isStudio = (/** @type {import('@playwright/test').Page} */ page) =>
      page.url().endsWith('/index.html');
    const page = app.windows().find(isStudio) ?? (await app.waitForEvent('window', { predicate: isStudio }));
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).waitFor();
    await takeAll(app, page);
  } finally {
    await app.close();
    display.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

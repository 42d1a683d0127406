/// <reference lib="dom" />
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { addressesOfWindows, hostsOfMain, watched } from './support/connections.ts';
import { measureClip } from './support/files.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

// The clips are drawn and encoded on this computer.
test.setTimeout(180_000);
const drawn = { timeout: 120_000 };

const demoBanner = ({ page }: Studio): Locator =>
  page.getByRole('region', { name: 'Notices' }).getByText('Clips are drawn on this computer');

async function expectMade(card: Locator): Promise<void> {
  await expect(card).toHaveAttribute('data-phase', 'completed', drawn);
}

async function expectClip(
  file: string,
  wanted: { width: number; height: number; durationSeconds: number },
): Promise<void> {
  const facts = await measureClip(file);
  expect(['avc', 'vp9']).toContain(facts.videoCodec);
  expect(facts).toMatchObject({ audioCodec: 'opus', width: wanted.width, height: wanted.height });
  expect(Math.abs(facts.durationSeconds - wanted.durationSeconds)).toBeLessThanOrEqual(0.1);
  expect(facts.frames).toBe(wanted.durationSeconds * 24);
  expect(facts.longestStep).toBeCloseTo(1 / 24, 3);
  expect(facts.shortestStep).toBeCloseTo(1 / 24, 3);
}

test('without a key: real clips, free, and nothing leaves this computer', async ({ launch, folder }) => {
  const { netLog, ...options } = await watched(folder);
  const studio = await launch({ key: null, baseUrl: null, ...options });
  const library = path.join(folder, 'library');
  const file = async (ending: string) =>
    path.join(library, (await readdir(library)).find((name) => name.endsWith(ending)) ?? 'missing');

  await expect(demoBanner(studio)).toBeVisible();
  await expect(studio.page.getByRole('button', { name: 'Add a key' })).toBeVisible();
  await expect(studio.composer.getByText('Free', { exact: true })).toBeVisible();

  await test.step('16:9 in 720p, 4 seconds', async () => {
    await studio.choose('Duration', '4 s');
    const card = await studio.generate('waves at night');
    await expect(card).toContainText('usually under a minute');
    await expectMade(card);
    await expect(card).toContainText('Demo');
    await expectClip(await file('waves at night 4s 720p.mp4'), {
      width: 1280,
      height: 720,
      durationSeconds: 4,
    });
  });

  await test.step('9:16 in 720p, 6 seconds', async () => {
    await studio.choose('Aspect ratio', '9:16');
    await studio.choose('Duration', '6 s');
    await expectMade(await studio.generate('a forest in the wind'));
    await expectClip(await file('a forest in the wind 6s 720p.mp4'), {
      width: 720,
      height: 1280,
      durationSeconds: 6,
    });
  });

  await test.step('16:9 in 1080p, 8 seconds, and it plays', async () => {
    await studio.choose('Aspect ratio', '16:9');
    await studio.choose('Resolution', '1080p');
    const card = await studio.generate('dunes at noon');
    await expectMade(card);
    await expectClip(await file('dunes at noon 8s 1080p.mp4'), {
      width: 1920,
      height: 1080,
      durationSeconds: 8,
    });
    await studio.play(card);
  });

  await test.step('only this computer was spoken to', async () => {
    const hosts = await hostsOfMain(studio);
    expect([...new Set(hosts)]).toEqual(['127.0.0.1']);
    await studio.close();
    expect(await addressesOfWindows(netLog)).toEqual([]);
  });
});

/** A picture that no scene would draw by chance: large areas of strong colours. As base64 of a PNG. */
function drawPicture({ page }: Studio): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1280;
    canvas.height = 720;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    for (let column = 0; column < 8; column += 1) {
      for (let row = 0; row < 5; row += 1) {
        context.fillStyle = `hsl(${(column * 97 + row * 53) % 360} 90% ${25 + ((column + row) % 3) * 25}%)`;
        context.fillRect(column * 160, row * 144, 160, 144);
      }
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
}

/**
 * How far frames of a clip are from a picture, and the later frame from the first: mean difference of a colour's
 * value, 0 to 255.
 */
function distances(
  { page }: Studio,
  clipUrl: string,
  picture: string,
): Promise<{ firstFromPicture: number; laterFromFirst: number; laterFromPicture: number }> {
  return page.evaluate(
    async ([url, png]) => {
      const width = 160;
      const height = 90;
      const pixelsOf = (image: CanvasImageSource): Uint8ClampedArray => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (context === null) throw new Error('There is no canvas.');
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const video = document.createElement('video');
      video.muted = true;
      video.crossOrigin = 'anonymous';
      document.body.append(video);
      const frameAt = async (share: number): Promise<Uint8ClampedArray> => {
        const wanted = video.duration * share;
        // `seeked` may come before the frame does: on a slow machine the old one would be taken.
        await new Promise<void>((resolve) => {
          const look: VideoFrameRequestCallback = (_now, { mediaTime }) => {
            if (Math.abs(mediaTime - wanted) < 0.1) resolve();
            else video.requestVideoFrameCallback(look);
          };
          video.requestVideoFrameCallback(look);
          video.currentTime = wanted;
        });
        return pixelsOf(video);
      };
      await new Promise((resolve, reject) => {
        video.addEventListener('loadeddata', resolve, { once: true });
        video.addEventListener('error', () => {
          reject(new Error(video.error?.message ?? 'The clip cannot be loaded.'));
        });
        video.src = url;
      });
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const own = pixelsOf(await createImageBitmap(new Blob([bytes], { type: 'image/png' })));
      const first = await frameAt(0);
      const later = await frameAt(0.75);
      const between = (one: Uint8ClampedArray, other: Uint8ClampedArray): number =>
        one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
      return {
        firstFromPicture: between(first, own),
        laterFromFirst: between(later, first),
        laterFromPicture: between(later, own),
      };
    },
    [clipUrl, picture] as const,
  );
}

test('a clip from an image begins with that image and moves it', async ({ launch, folder }) => {
  const studio = await launch({ key: null, baseUrl: null });
  const picture = await drawPicture(studio);
  const file = path.join(folder, 'my picture.png');
  await writeFile(file, Buffer.from(picture, 'base64'));
  await studio.choose('Duration', '4 s');
  await studio.chooseImage(file);
  const card = await studio.generate('the squares drift');
  await expectMade(card);

  const clip = `media://clip/${(await card.getAttribute('data-operation-id')) ?? ''}`;
  const { firstFromPicture, laterFromFirst, laterFromPicture } = await distances(studio, clip, picture);
  expect(firstFromPicture).toBeLessThan(8);
  expect(laterFromFirst).toBeGreaterThan(20);
  expect(laterFromPicture).toBeGreaterThan(20);
});

test(
  'demo mode can be asked for whatever key there is, and its clips survive a restart',
  { tag: '@long' },
  async ({ launch, emulator }) => {
    const asked = await launch({ environment: { ZOETROPE_DEMO: '1' } });
    await expect(demoBanner(asked)).toBeVisible();
    await asked.choose('Resolution', '1080p');
    await asked.expectPhase(await asked.generate('a city in the rain'), 'processing');
    // The clip is being drawn: the hidden window is there and has begun.
    await expect
      .poll(() => asked.application.windows().some((page) => page.url().endsWith('/media.html')))
      .toBe(true);
    const drawing = asked.application.windows().find((page) => page.url().endsWith('/media.html'));
    await drawing?.waitForLoadState('load');
    await drawing?.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
    await asked.close();

    const again = await launch({ args: ['--demo'] });
    await expect(demoBanner(again)).toBeVisible();
    const card = again.card('a city in the rain');
    await expectMade(card);
    await expect(again.cards).toHaveCount(1);
    // With the test's key and the test's service at hand, that service was left alone.
    expect(emulator.requests).toEqual([]);
  },
);

/// <reference lib="dom" />
import path from 'node:path';
import { fillWithTakes } from './support/filled-takes.ts';
import { pauseQueue } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

/** Git ignores it: for people to look at. */
const pictures = path.resolve('tests/e2e/__screenshots__');

async function look(studio: Studio, state: string): Promise<void> {
  for (const [width, height] of [
    [1280, 800],
    [960, 640],
  ] as const) {
    await studio.resize(width, height);
    for (const colorScheme of ['dark', 'light'] as const) {
      await studio.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await studio.page.screenshot({
        path: path.join(pictures, `${state}-${width}x${height}-${colorScheme}.png`),
      });
    }
  }
}

const waits = {
  phase: 'queued',
  error: null,
  submittedAt: null,
  acceptedAt: null,
  finishedAt: null,
} as const;

const long =
  'A paper kite breaks through low clouds above green cliffs, the camera circles it once and follows it down to the water, wind and distant surf, golden hour, handheld, soft grain, a dog barks far away';

test('takes fit both sizes in both themes', async ({ launch, folder }) => {
  test.setTimeout(120_000);
  pauseQueue(folder);
  await fillWithTakes(folder, [
    { prompt: 'Night train passes a small station', takes: [null] },
    {
      prompt: 'A dancer in red silk turns in slow motion',
      aspectRatio: '9:16',
      takes: [null, null, null, null],
    },
    { prompt: 'Ink blooms in a glass of water', takes: [null] },
    { prompt: long, takes: [null, {}, null] },
    { prompt: 'A tram climbs a steep street', takes: [waits, waits, waits, waits] },
    { prompt: long, takes: [waits] },
    { prompt: 'A harbour wakes up', takes: [waits, waits] },
  ]);
  const studio = await launch();
  const { page } = studio;
  await expect(page.getByText('4 takes').first()).toBeVisible();
  await look(studio, 'takes-top');
  await studio.gallery.evaluate((gallery) => {
    gallery.scrollTo(0, gallery.scrollHeight);
  });
  await expect(studio.card('Night train passes').locator('img').first()).toBeVisible();
  await look(studio, 'takes-end');
});

/// <reference lib="dom" />
/** Images that carry their recipe: the window shows them as before, and the library comes back by them. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import { readText, withText } from '../../main/storage/pictures/picture-text.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

interface Bridge {
  zoetrope: ZoetropeApi;
}

async function goToImages({ page }: Studio): Promise<void> {
  await page.getByRole('radio', { name: 'Image', exact: true }).check();
}

/** Asks for an image as any script in the page could, and waits until it is in the library. Gives its id. */
async function makeImage(studio: Studio, prompt: string, refineOperationId?: string): Promise<string> {
  const id = await studio.page.evaluate(
    async (request) => {
      const { zoetrope } = globalThis as unknown as Bridge;
      const started = await zoetrope.images.generate(request);
      if (!started.ok) throw new Error(started.error.message);
      return started.value.operation_id;
    },
    {
      prompt,
      size: '512' as const,
      model: 'gemini-3.1-flash-image',
      ...(refineOperationId && { refineOperationId }),
    },
  );
  await studio.expectPhase(studio.cards.filter({ hasText: prompt }).first(), 'completed');
  return id;
}

test('with the database deleted, images come back with their conversation, and nothing is sent', async ({
  launch,
  folder,
  emulator,
}) => {
  const first = await launch();
  await goToImages(first);
  const lion = await makeImage(first, 'A lion of paper');
  const night = await makeImage(first, 'Make it night', lion);
  await first.close();
  const library = path.join(folder, 'library');
  const names = await readdir(library);
  expect(names).toHaveLength(2);
  for (const name of names) expect(await readText(path.join(library, name))).toContain('"medium":"image"');
  for (const name of await readdir(folder)) {
    if (/^zoetrope\.db|^backups$|^accepted\.jsonl$|^posters$/.test(name)) {
      await rm(path.join(folder, name), { recursive: true });
    }
  }
  // Pictures of others are no clips of others.
  await writeFile(path.join(library, 'holiday.png'), await readFile('tests/fixtures/still.png'));

  const studio = await launch();
  const { page } = studio;
  await goToImages(studio);
  await expect(page.getByText('Begin with a still')).toBeVisible();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Rebuild' }).click();
  await expect(settings).toContainText('2 clips added.');
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(studio.cards).toHaveCount(2);
  for (const prompt of ['A lion of paper', 'Make it night']) {
    const poster = studio.card(prompt).locator('img').first();
    await expect(poster).toBeVisible();
    await expect
      .poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
  const versions = await page.evaluate(async (operationId) => {
    const { zoetrope } = globalThis as unknown as Bridge;
    const found = await zoetrope.images.versions({ operationId });
    return found.ok ? found.value.operations.map(({ id }) => id) : [];
  }, night);
  expect(versions).toEqual([lion, night]);
  expect(emulator.creates()).toHaveLength(2);

  // The conversation goes on with what the service signed.
  await makeImage(studio, 'Add rain', night);
  const sent = JSON.stringify(emulator.creates().at(-1)?.body);
  expect(sent.match(/thoughtSignature/g)).toHaveLength(2);
});

test('a picture with a recipe is the same picture to the browser, whatever its kind', async ({ studio }) => {
  for (const name of ['still.png', 'still.jpg', 'lossy.webp', 'lossless.webp', 'extended.webp']) {
    const before = await readFile(path.join('tests/fixtures', name));
    // As long as it gets: several segments of a JPEG.
    const after = await withText(before, 'ä'.repeat(80_000));
    const [one, other] = await studio.page.evaluate(
      (pictures) =>
        Promise.all(
          pictures.map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes]));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
            return [bitmap.width, bitmap.height, ...data];
          }),
        ),
      [before.toString('base64'), after.toString('base64')],
    );
    expect(one?.slice(0, 2), name).toEqual([96, 54]);
    expect(new Set(one).size, name).toBeGreaterThan(20);
    expect(other, name).toEqual(one);
  }
});

/// <reference lib="dom" />
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JSHandle } from '@playwright/test';
import { copyPicture, dropFromDesktop } from './support/desktop.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { sent } from './support/wire.ts';

const fixture = (name: string) => path.resolve('tests/fixtures', name);
const base64 = async (file: string) => (await readFile(file)).toString('base64');

/** A DataTransfer with one file, as the page's own scripts would meet it. */
async function transferOf(
  { page }: Studio,
  file: string,
  type: string,
  name = path.basename(file),
): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([content, fileName, mimeType]) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName, { type: mimeType }));
      return transfer;
    },
    [await base64(file), name, type] as const,
  );
}

async function expectInWell(studio: Studio, name: string, facts: RegExp): Promise<void> {
  const preview = studio.firstFrame.getByRole('img', { name: `First frame: ${name}` });
  await expect(preview).toBeVisible();
  await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
  await expect(studio.firstFrame.getByText(facts)).toBeVisible();
  await expect(studio.generateButton).toHaveText(/^Generate from Image/);
}

const facts = /^96×54, [12] kB$/;

test('an image from the file chooser: preview, replace, remove, and its very bytes on the wire', async ({
  studio,
  emulator,
  folder,
}) => {
  // What a file is called is only a claim.
  const misnamed = path.join(folder, 'holiday.png');
  await copyFile(fixture('still.jpg'), misnamed);
  await expect(studio.generateButton).toHaveText(/^Generate Video/);

  await test.step('a PNG', async () => {
    await studio.chooseImage(fixture('still.png'));
    await expectInWell(studio, 'still.png', facts);
    const card = await studio.makeClip('from a PNG');
    await expect(card.locator('img').last()).toBeVisible();
  });

  await test.step('a JPEG that is named .png takes its place', async () => {
    await studio.chooseImage(misnamed, studio.firstFrame.getByRole('button', { name: 'Replace' }));
    await expectInWell(studio, 'holiday.png', facts);
    await studio.makeClip('from a JPEG');
  });

  await test.step('removed, the next clip is made without it', async () => {
    await studio.firstFrame.getByRole('button', { name: 'Remove' }).click();
    await expect(studio.firstFrame.getByRole('img')).toHaveCount(0);
    await expect(studio.generateButton).toHaveText(/^Generate Video/);
    await studio.makeClip('from words alone');
  });

  await test.step('the same file can be chosen again', async () => {
    await studio.chooseImage(misnamed);
    await expectInWell(studio, 'holiday.png', facts);
  });

  expect(sent(emulator).map(({ prompt, image }) => ({ prompt, image }))).toEqual([
    { prompt: 'from a PNG', image: { mimeType: 'image/png', base64: await base64(fixture('still.png')) } },
    { prompt: 'from a JPEG', image: { mimeType: 'image/jpeg', base64: await base64(fixture('still.jpg')) } },
    { prompt: 'from words alone', image: null },
  ]);
});

test('an image dropped anywhere on the window', async ({ studio, emulator }) => {
  await test.step('over the gallery, by the page’s own events: a WebP', async () => {
    const dataTransfer = await transferOf(studio, fixture('lossy.webp'), 'image/webp');
    await studio.gallery.dispatchEvent('dragenter', { dataTransfer });
    await studio.gallery.dispatchEvent('dragover', { dataTransfer });
    await expect(studio.page.getByText('Drop the image to use it as the first frame')).toBeVisible();
    await studio.gallery.dispatchEvent('drop', { dataTransfer });
    await expect(studio.page.getByText('Drop the image to use it as the first frame')).toBeHidden();
    await expectInWell(studio, 'lossy.webp', facts);
    await studio.makeClip('a dropped WebP');
  });

  await test.step('from the desktop, by the browser’s own drag: a JPEG', async () => {
    await dropFromDesktop(studio, fixture('still.jpg'));
    await expectInWell(studio, 'still.jpg', facts);
    await studio.makeClip('a dropped JPEG');
  });

  expect(sent(emulator).map(({ prompt, image }) => ({ prompt, image }))).toEqual([
    {
      prompt: 'a dropped WebP',
      image: { mimeType: 'image/webp', base64: await base64(fixture('lossy.webp')) },
    },
    {
      prompt: 'a dropped JPEG',
      image: { mimeType: 'image/jpeg', base64: await base64(fixture('still.jpg')) },
    },
  ]);
});

test('an image pasted from the clipboard', async ({ studio, emulator }) => {
  await test.step('a file, by the page’s own event', async () => {
    const clipboardData = await transferOf(studio, fixture('still.png'), 'image/png', 'copied.png');
    await studio.gallery.evaluate((element, data) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, clipboardData);
    await expectInWell(studio, 'copied.png', facts);
    await studio.makeClip('a pasted file');
  });

  await test.step('a picture, through the system’s clipboard, by Ctrl+V in the prompt', async () => {
    await studio.firstFrame.getByRole('button', { name: 'Remove' }).click();
    await copyPicture(studio, fixture('still.png'));
    await studio.prompt.fill('a pasted picture');
    await studio.page.keyboard.press('Control+V');
    await expectInWell(studio, 'image.png', facts);
    // A picture leaves no words behind.
    await expect(studio.prompt).toHaveValue('a pasted picture');
    await studio.makeClip('a pasted picture');
  });

  const [file, picture] = sent(emulator);
  expect(file?.image).toEqual({ mimeType: 'image/png', base64: await base64(fixture('still.png')) });
  expect(picture?.image?.mimeType).toBe('image/png');
  const pixels = (png: string) =>
    studio.page.evaluate(async (content) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return Array.from(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []);
    }, png);
  // The system wraps a picture anew; what it shows stays the same.
  expect(await pixels(picture?.image?.base64 ?? '')).toEqual(
    await pixels(await base64(fixture('still.png'))),
  );
});

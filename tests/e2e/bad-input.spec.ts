import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { dropFromDesktop } from './support/desktop.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { attempts, sent } from './support/wire.ts';

const fixtures = path.resolve('tests/fixtures');
const good = path.join(fixtures, 'still.png');
const words = 'A prompt that took long to write';

/** The part of the composer that is about the first frame. */
function well({ page }: Studio): Locator {
  return page.getByRole('region', { name: 'First frame' });
}

async function choose(studio: Studio, file: string): Promise<void> {
  await studio.page.getByLabel('Image file for the first frame').setInputFiles(file);
}

test('files that are no usable image are refused beside the image well', async ({
  studio,
  emulator,
  folder,
}) => {
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return file;
  };
  const png = await readFile(good);
  await studio.prompt.fill(words);

  const cases = [
    [
      'an SVG named .png',
      await write('drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'not a PNG, JPEG or WebP image, whatever its name says',
    ],
    ['half a PNG', await write('half.png', png.subarray(0, png.length / 2)), /damaged/],
    ['an empty file', await write('empty.png', ''), '“empty.png” is empty'],
    ['a text file', await write('notes.txt', 'Buy milk'), 'not a PNG, JPEG or WebP image'],
    [
      'more than 20 MB',
      await write('huge.png', Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)])),
      /“huge\.png” has 20(\.\d)? MB, the limit is 20 MB/,
    ],
  ] as const;
  for (const [what, file, message] of cases) {
    await test.step(what, async () => {
      await choose(studio, file);
      await expect(well(studio)).toContainText(message);
      await expect(well(studio)).toContainText('Choose an image');
      await expect(studio.generateButton).toHaveText(/^Generate Video/);
      await well(studio).getByRole('button', { name: 'Dismiss this message' }).click();
      await expect(well(studio)).not.toContainText(message);
    });
  }

  await test.step('a folder', async () => {
    await mkdir(path.join(folder, 'holidays'));
    await dropFromDesktop(studio, path.join(folder, 'holidays'));
    await expect(well(studio)).toContainText('“holidays” is a folder. Drop an image out of it.');
  });
  await test.step('ten files at once', async () => {
    await dropFromDesktop(studio, ...Array.from({ length: 10 }, () => good));
    await expect(well(studio)).toContainText(
      '10 files at once: please give one image at a time. None was taken.',
    );
  });

  await test.step('what is in the well stays there', async () => {
    await choose(studio, good);
    await expect(well(studio)).toContainText('still.png');
    await expect(well(studio)).not.toContainText('10 files at once');
    for (const [, file, message] of cases) {
      await choose(studio, file);
      await expect(well(studio)).toContainText(message);
      await expect(well(studio)).toContainText('The image from before is still there.');
      await expect(well(studio).getByRole('img', { name: 'First frame: still.png' })).toBeVisible();
    }
    await expect(studio.generateButton).toHaveText(/^Generate from Image/);
  });

  await test.step('nothing typed was lost, nothing was sent', async () => {
    await expect(studio.prompt).toHaveValue(words);
    expect(attempts(emulator)).toEqual([]);
    await expect(studio.cards).toHaveCount(0);
  });

  await test.step('and the image that stayed is the one that is sent', async () => {
    await studio.makeClip(words);
    expect(sent(emulator).map(({ image }) => image)).toEqual([
      { mimeType: 'image/png', base64: png.toString('base64') },
    ]);
  });
});

test('texts that cannot be sent are explained under their fields, and stay', async ({ studio, emulator }) => {
  const { page } = studio;
  const negative = page.getByRole('textbox', { name: 'Negative prompt' });
  const composer = page.getByRole('region', { name: 'New clip' });

  await test.step('an empty prompt, and one of spaces', async () => {
    for (const empty of ['', '  \n ']) {
      await studio.prompt.fill(empty);
      await studio.generateButton.click();
      await expect(composer).toContainText('Write a prompt first');
      await expect(studio.prompt).toBeFocused();
      await expect(studio.prompt).toHaveAttribute('aria-invalid', 'true');
    }
  });

  await test.step('100,000 characters pasted', async () => {
    const long = 'x'.repeat(100_000);
    // By comparison, not by value: a failure need not print it.
    const expectWhole = () => expect.poll(async () => (await studio.prompt.inputValue()) === long).toBe(true);
    // Electron 33 does it at once, later ones give a promise.
    await studio.application.evaluate(async ({ clipboard }, text) => {
      await clipboard.writeText(text);
    }, long);
    await studio.prompt.fill('');
    await studio.prompt.press('Control+v');
    await expectWhole();
    await expect(composer).toContainText('100,000 / 4,000');
    await expect(composer).toContainText('96,000 characters too many. Shorten the text to generate.');
    await studio.generateButton.click();
    await page.keyboard.press('Control+Enter');
    await expect(studio.prompt).toBeFocused();
    await expectWhole();
    await expect(studio.generateButton).toBeInViewport({ ratio: 1 });
  });

  await test.step('a negative prompt that is too long', async () => {
    await studio.prompt.fill(words);
    await expect(composer).not.toContainText('too many');
    await negative.fill('y'.repeat(1001));
    await expect(composer).toContainText('1,001 / 1,000');
    await expect(composer).toContainText('1 character too many. Shorten the text to generate.');
    await studio.generateButton.click();
    await expect(negative).toBeFocused();
    await expect(negative).toHaveValue('y'.repeat(1001));
    await expect(studio.prompt).toHaveValue(words);
  });

  expect(attempts(emulator)).toEqual([]);
  await expect(studio.cards).toHaveCount(0);

  await test.step('right at the limit it goes out', async () => {
    await negative.fill('y'.repeat(1000));
    await studio.makeClip('x'.repeat(4000));
    expect(sent(emulator)).toMatchObject([{ prompt: 'x'.repeat(4000), negativePrompt: 'y'.repeat(1000) }]);
  });
});

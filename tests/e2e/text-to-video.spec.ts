/// <reference lib="dom" />
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expectSameMovie } from './support/files.ts';
import { expect, test, testKey } from './support/test.ts';
import { attempts, billed, sent } from './support/wire.ts';

const lion = 'A majestic lion walks through tall golden grass';

/** The day on the user's own calendar, as file names have it. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

test('what is chosen goes to the service, and the clip lands on disk', async ({
  studio,
  emulator,
  folder,
}) => {
  const { page } = studio;

  await test.step('1080p takes 8 seconds and says so; 720p gives the old duration back', async () => {
    await studio.prompt.pressSequentially(lion);
    await studio.choose('Aspect ratio', '9:16');
    await studio.choose('Duration', '6 s');
    await expect(studio.composer).toContainText('6 s × $0.40');

    await studio.choose('Resolution', '1080p');
    await expect(
      studio.composer.getByText('1080p needs 8 seconds, so the duration is now 8 s.'),
    ).toBeVisible();
    await expect(studio.setting('Duration', '8 s')).toBeChecked();
    await expect(studio.setting('Duration', '4 s')).toBeDisabled();
    await expect(studio.setting('Duration', '6 s')).toBeDisabled();
    await expect(studio.composer).toContainText('Price of this run: $3.20');

    await studio.choose('Resolution', '720p');
    await expect(studio.composer.getByText('The duration is 6 s again.')).toBeVisible();
    await expect(studio.setting('Duration', '6 s')).toBeChecked();
    await expect(studio.composer).toContainText('Price of this run: $2.40');
  });

  await test.step('exactly what was chosen is sent, once, by Ctrl+Enter', async () => {
    await studio.choose('Resolution', '1080p');
    await studio.negativePrompt.fill('blur, text');
    await expect(studio.generateButton).toHaveText(/^Generate Video/);
    await page.keyboard.press('Control+Enter');
    await studio.expectPhase(studio.card(lion), 'completed');

    expect(sent(emulator)).toEqual([
      {
        prompt: lion,
        aspectRatio: '9:16',
        resolution: '1080p',
        durationSeconds: 8,
        negativePrompt: 'blur, text',
        image: null,
      },
    ]);
    const [request] = attempts(emulator);
    expect(request?.path).toBe('/v1beta/models/veo-3.1-generate-preview:predictLongRunning');
    expect(request?.headers['x-goog-api-key']).toBe(testKey);
    expect(emulator.requests.filter(({ path: address }) => address.includes(testKey))).toEqual([]);
  });

  await test.step('the card shows the clip and what it was made with', async () => {
    const card = studio.card(lion);
    await expect(card).toContainText('9:16 · 1080p · 8 s');
    await expect(card.getByText('Completed')).toBeAttached();
    const poster = card.locator('img').last();
    await expect
      .poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
      .toBeCloseTo(9 / 16, 2);

    await card.getByRole('button', { name: `Play: ${lion}` }).click();
    const video = page.getByRole('dialog').locator('video');
    await expect
      .poll(() => video.evaluate((clip: HTMLVideoElement) => [clip.videoWidth, clip.videoHeight]))
      .toEqual([1080, 1920]);
    await page.keyboard.press('Escape');
  });

  const name = `${today()} ${lion} 8s 1080p`;
  const library = path.join(folder, 'library');

  await test.step('the file has a name for people and the service’s own pictures and sounds', async () => {
    expect(await readdir(library)).toEqual([`${name}.mp4`]);
    await expectSameMovie(path.join(library, `${name}.mp4`), 'emulator/samples/portrait-1080p-8s.mp4');
  });

  await test.step('a second clip of the same prompt does not touch the first', async () => {
    await studio.choose('Aspect ratio', '16:9');
    await studio.generateButton.click();
    await studio.expectPhase(studio.card('16:9 · 1080p · 8 s'), 'completed');
    expect((await readdir(library)).sort()).toEqual([`${name} (2).mp4`, `${name}.mp4`]);
    await expectSameMovie(path.join(library, `${name}.mp4`), 'emulator/samples/portrait-1080p-8s.mp4');
    await expectSameMovie(path.join(library, `${name} (2).mp4`), 'emulator/samples/landscape-1080p-8s.mp4');
  });
});

test('hammering the button or the keys pays for one clip', async ({ studio, emulator }) => {
  const { page } = studio;

  await studio.prompt.fill('a double click');
  await studio.generateButton.dblclick();

  await studio.prompt.fill('many clicks');
  await studio.generateButton.click({ clickCount: 6 });

  await studio.prompt.fill('Ctrl+Enter again and again');
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('Control+Enter');

  await studio.prompt.fill('Ctrl+Enter held down');
  await page.keyboard.down('Control');
  // Each further one of these is a repetition, as a key that is held down gives them.
  for (let press = 0; press < 6; press += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.up('Control');

  // The queue keeps the order: when the last one is made, everything that was asked for has been sent.
  await studio.makeClip('the last one');
  await expect(studio.cards).toHaveCount(5);
  const once = [
    'a double click',
    'many clicks',
    'Ctrl+Enter again and again',
    'Ctrl+Enter held down',
    'the last one',
  ];
  expect(billed(emulator).toSorted()).toEqual(once.toSorted());
  expect(attempts(emulator)).toHaveLength(once.length);
});

test('a card tells how far it is, second by second, and the third request waits its turn', async ({
  studio,
  emulator,
}) => {
  // Nothing gets ready before the test says so.
  emulator.setFaults([{ name: 'hang-create', count: 1, seconds: 2 }, { name: 'slow' }]);

  const first = await studio.generate('the first of four');
  await test.step('pending, then processing', async () => {
    await expect(first).toHaveAttribute('data-status', 'pending');
    await expect(first.getByText('Sending')).toBeVisible();
    await expect(first).toHaveAttribute('data-status', 'processing');
    await expect(first.getByText('Processing')).toBeVisible();
    await expect(first).toContainText('usually 1 to 3 min');
  });

  await test.step('the elapsed time goes on by itself', async () => {
    const elapsed = async (): Promise<number> => {
      const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await first.innerText()) ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const startedAt = Date.now();
    const one = await elapsed();
    await expect.poll(elapsed, { intervals: [50] }).toBe(one + 1);
    await expect.poll(elapsed, { intervals: [50] }).toBe(one + 2);
    await expect.poll(elapsed, { intervals: [50] }).toBe(one + 3);
    expect(Date.now() - startedAt).toBeGreaterThan(1900);
  });

  await test.step('two are being made, the others are queued with their place', async () => {
    const second = await studio.generate('the second of four');
    await studio.expectPhase(second, 'processing');
    const third = await studio.generate('the third of four');
    await expect(third.getByText('Queued, 1st')).toBeVisible();
    await expect(third).toContainText('not sent yet, nothing charged');
    const fourth = await studio.generate('the fourth of four');
    await expect(fourth.getByText('Queued, 2nd')).toBeVisible();

    // The app had time for many rounds and still keeps to two.
    const polls = () => emulator.requests.filter(({ method }) => method === 'GET').length;
    const before = polls();
    await expect.poll(polls).toBeGreaterThan(before + 10);
    expect(billed(emulator)).toEqual(['the first of four', 'the second of four']);
  });

  await test.step('one that becomes free makes room for the next', async () => {
    // One of the two goes on being made, so that the others take the one free place in turn.
    emulator.setFaults([{ name: 'slow', count: 1 }]);
    await expect(studio.card('the fourth of four')).toHaveAttribute('data-status', 'completed');
    emulator.setFaults([]);
    for (const place of ['first', 'second', 'third', 'fourth']) {
      const card = studio.card(`the ${place} of four`);
      await expect(card).toHaveAttribute('data-status', 'completed');
      await expect(card.getByText('Completed')).toBeAttached();
    }
    expect(billed(emulator)).toEqual([
      'the first of four',
      'the second of four',
      'the third of four',
      'the fourth of four',
    ]);
  });
});

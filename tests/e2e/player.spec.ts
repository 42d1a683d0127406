/// <reference lib="dom" />
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { sampleClips } from '../../emulator/clips.ts';
import { startEmulator } from '../../emulator/server.ts';
import { withIndexAtEnd } from '../support/index-at-end.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';

async function open(studio: Studio, card: Locator): Promise<{ player: Locator; video: Locator }> {
  await card.getByRole('button', { name: /^Play: / }).click();
  const player = studio.page.getByRole('dialog', { name: 'Player' });
  return { player, video: player.getByLabel('Clip', { exact: true }) };
}

function seconds(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.currentTime);
}

async function expectPlaying(video: Locator): Promise<void> {
  await expect.poll(() => seconds(video)).toBeGreaterThan(0.2);
}

/** Puts the video to a time and lets it play on from there. */
async function expectToSeekTo(video: Locator, target: number): Promise<void> {
  const reached = await video.evaluate(async (element: HTMLVideoElement, to) => {
    element.pause();
    const seeked = new Promise((resolve) => {
      element.addEventListener('seeked', resolve, { once: true });
    });
    element.currentTime = to;
    await seeked;
    const at = element.currentTime;
    await element.play();
    return at;
  }, target);
  expect(reached).toBeCloseTo(target, 1);
  await expect.poll(() => seconds(video)).toBeGreaterThan(target + 0.1);
}

/** The statuses that the window was answered with when it asked for clips. */
function clipAnswers({ page }: Studio): number[] {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith('media://clip/')) statuses.push(response.status());
  });
  return statuses;
}

test('a finished clip plays with native controls, seeks, and lets go of its file', async ({ studio }) => {
  const card = await studio.makeClip('A lighthouse blinks over a calm sea');
  const answers = clipAnswers(studio);
  const { player, video } = await open(studio, card);
  await expect(player).toBeVisible();
  await expect(player).toContainText('A lighthouse blinks over a calm sea');
  await expect(player).toContainText('16:9 · 720p · 8 s');
  await expect(video).toHaveAttribute('controls');
  await expectPlaying(video);
  const picture = await video.evaluate((element: HTMLVideoElement) => ({
    width: element.videoWidth,
    height: element.videoHeight,
    duration: element.duration,
  }));
  expect(picture).toMatchObject({ width: 1280, height: 720 });
  expect(picture.duration).toBeCloseTo(8, 0);
  await expectToSeekTo(video, 3);
  await expectToSeekTo(video, 6.5);
  expect(new Set(answers)).toEqual(new Set([206]));

  await player.getByRole('button', { name: 'Close' }).click();
  await expect(player).toHaveCount(0);
  await expect(studio.page.locator('video')).toHaveCount(0);
});

test('a clip with its index behind its pictures plays and seeks', async ({ launch }) => {
  const samples = sampleClips(path.resolve('emulator/samples'));
  const emulator = await startEmulator({
    clips: { clip: async (request) => withIndexAtEnd(await samples.clip(request), 8 * 1024 * 1024) },
    apiKey: testKey,
    delayMs: 0,
  });
  try {
    const studio = await launch({ baseUrl: emulator.url });
    const card = await studio.makeClip('Rain runs down a window at night');
    const answers = clipAnswers(studio);
    const { video } = await open(studio, card);
    await expectPlaying(video);
    await expectToSeekTo(video, 3);
    await expectToSeekTo(video, 0.5);
    expect(new Set(answers)).toEqual(new Set([206]));
  } finally {
    await emulator.close();
  }
});

test('one clip after the other, by buttons and by arrow keys, in both shapes', async ({ studio, folder }) => {
  await studio.makeClip('First the wide one');
  await studio.page.getByRole('radio', { name: '9:16' }).check();
  const tall = await studio.makeClip('Then the tall one');
  const { player, video } = await open(studio, tall);
  const shape = () =>
    video.evaluate((element: HTMLVideoElement) => [element.videoWidth, element.videoHeight]);
  const previous = player.getByRole('button', { name: 'Previous clip' });
  const next = player.getByRole('button', { name: 'Next clip' });

  await test.step('a portrait clip stands whole inside the player', async () => {
    await expectPlaying(video);
    expect(await shape()).toEqual([720, 1280]);
    await expect(player).toContainText('1 of 2');
    await expect(previous).toBeDisabled();
    const [inner, outer] = [await video.boundingBox(), await player.boundingBox()];
    expect(inner?.y).toBeGreaterThanOrEqual(outer?.y ?? 0);
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(
      (outer?.y ?? 0) + (outer?.height ?? 0),
    );
  });

  await test.step('the next one plays', async () => {
    await next.click();
    await expect(player).toContainText('First the wide one');
    await expect(player).toContainText('2 of 2');
    await expect(next).toBeDisabled();
    await expectPlaying(video);
    expect(await shape()).toEqual([1280, 720]);
    await expectToSeekTo(video, 3);
    await expect(studio.page.locator('video')).toHaveCount(1);
  });

  await test.step('and back again', async () => {
    await studio.page.keyboard.press('ArrowLeft');
    await expect(player).toContainText('Then the tall one');
    await studio.page.keyboard.press('ArrowRight');
    await expect(player).toContainText('First the wide one');
    await previous.click();
    await expect(player).toContainText('Then the tall one');
    await expectPlaying(video);
    expect(await shape()).toEqual([720, 1280]);
  });

  await test.step('deleting shows the one beside it, and after the last one the gallery', async () => {
    await player.getByRole('button', { name: 'Delete' }).click();
    await expect(player).toContainText('First the wide one');
    await expect(player).toContainText('1 of 1');
    await player.getByRole('button', { name: 'Delete' }).click();
    await expect(player).toHaveCount(0);
    await expect(studio.cards).toHaveCount(0);
    await expect(studio.page.locator('video')).toHaveCount(0);
    // Both can still be undone: no file has gone.
    expect(await readdir(path.join(folder, 'library'))).toHaveLength(2);
  });
});

test('a clip whose file is gone says so and what to do', async ({ studio, folder }) => {
  const card = await studio.makeClip('A clip that somebody moves away');
  const [file = ''] = await readdir(path.join(folder, 'library'));
  await rm(path.join(folder, 'library', file));
  const { player } = await open(studio, card);
  const message = player.getByRole('alert');
  await expect(message).toContainText('This clip cannot be played');
  await expect(message).toContainText('Look whether the file is still in the library folder.');
  await expect(message).toContainText(file);
  await expect(studio.page.locator('video')).toHaveCount(0);

  await player.getByRole('button', { name: 'Show in folder' }).click();
  const said = studio.page.getByRole('region', { name: 'Messages' });
  await expect(said.getByText('This clip is no longer where Zoetrope saved it.')).toHaveCount(1);
  await said.getByRole('button', { name: 'Dismiss' }).click();
  await expect(said.getByText('This clip is no longer where Zoetrope saved it.')).toHaveCount(0);
  await studio.answerSaveDialog(path.join(folder, 'copy.mp4'));
  await player.getByRole('button', { name: 'Download' }).click();
  await expect(said.getByText('This clip is no longer where Zoetrope saved it.')).toHaveCount(1);
  // The browser itself notes the missing file; nothing else may go wrong.
  for (const problem of studio.takeProblems()) expect(problem).toContain('404');
});

/// <reference lib="dom" />
/** Continue from a frame: a picture of a clip becomes the first frame of the next one. */
import { imageFacts } from '../../main/services/images/image-facts.ts';
import { expect, test } from './support/test.ts';
import { sent } from './support/wire.ts';

test('the picture at which a clip is paused, or its last one, is the first frame of the next clip', async ({
  studio,
  emulator,
}) => {
  const card = await studio.makeClip('A boat leaves the harbour');
  await test.step('paused anywhere', async () => {
    const { player, video } = await studio.play(card);
    await video.evaluate((element: HTMLVideoElement) => {
      element.pause();
      element.currentTime = 2.5;
    });
    await player.getByRole('button', { name: 'Use this frame' }).click();
    await expect(player).toHaveCount(0);
    await expect(studio.firstFrame).toContainText('1280×720');
    await expect(studio.generateButton).toHaveText(/^Generate from Image/);
    await expect(studio.prompt).toBeFocused();
  });
  await test.step('the last one', async () => {
    const { player } = await studio.play(card);
    await player.getByRole('button', { name: 'Continue from the end' }).click();
    await expect(player).toHaveCount(0);
    await expect(studio.firstFrame).toContainText('0.08.png');
  });
  await test.step('it goes to the service in full resolution', async () => {
    await studio.makeClip('It sails into the night');
    const image = sent(emulator).at(-1)?.image;
    expect(image?.mimeType).toBe('image/png');
    expect(imageFacts(Buffer.from(image?.base64 ?? '', 'base64'))).toMatchObject({
      width: 1280,
      height: 720,
    });
  });
});

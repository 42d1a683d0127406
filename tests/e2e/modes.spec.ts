import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import { takenMs } from '../../preload/contract/source-rules.ts';
import type { Emulator } from '../../emulator/server.ts';
import { ageClips } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const fixture = (name: string) => path.resolve('tests/fixtures', name);
const base64 = async (name: string) => (await readFile(fixture(name))).toString('base64');

const image = z.looseObject({ bytesBase64Encoded: z.string(), mimeType: z.string() });
const veoBody = z.object({
  instances: z.tuple([
    z.object({
      prompt: z.string(),
      image: image.optional(),
      lastFrame: image.optional(),
      referenceImages: z.array(z.object({ image, referenceType: z.string() })).optional(),
      video: z.object({ uri: z.string() }).optional(),
    }),
  ]),
  parameters: z.looseObject({ durationSeconds: z.number(), personGeneration: z.string().optional() }),
});

/** What each paid request said, oldest first. */
function bodies(emulator: Emulator) {
  return emulator.creates().map(({ body }) => veoBody.parse(body));
}

async function give({ page }: Studio, label: string, ...names: string[]): Promise<void> {
  await page.getByLabel(label).setInputFiles(names.map(fixture));
}

test('two frames: each in its well, swapped, a loop, and both on the wire', async ({ studio, emulator }) => {
  const { page } = studio;
  await page.getByLabel('Two frames').click();
  await page.getByLabel('Prompt', { exact: true }).fill('from one to the other');
  await studio.generateButton.click();
  await expect(page.getByText('Choose the first frame, or begin with a prompt alone')).toBeVisible();
  await give(studio, 'Image file for the first frame', 'still.png');
  await studio.generateButton.click();
  await expect(page.getByText('Choose the last frame, or begin with the first one alone')).toBeVisible();
  expect(emulator.creates()).toEqual([]);
  await give(studio, 'Image file for the last frame', 'still.jpg');
  await page.getByRole('button', { name: 'Swap the two frames' }).click();
  await expect(page.getByRole('img', { name: 'First frame: still.jpg' })).toBeVisible();
  await studio.makeClip('from one to the other');
  await page.getByRole('button', { name: 'Loop: end as it begins' }).click();
  await expect(page.getByText('it can be played in a loop')).toBeVisible();
  await studio.makeClip('round and round');

  const [jpg, png] = [await base64('still.jpg'), await base64('still.png')];
  const frames = bodies(emulator).map(({ instances: [{ image: first, lastFrame }] }) => [
    first?.bytesBase64Encoded,
    lastFrame?.bytesBase64Encoded,
  ]);
  expect(frames).toEqual([
    [jpg, png],
    [jpg, jpg],
  ]);
});

test('references: as many as the model takes, and people and takes beside them', async ({
  studio,
  emulator,
}) => {
  const { page } = studio;
  await page.getByLabel('References').click();
  await give(studio, 'Image files for references', 'still.png', 'still.jpg');
  await expect(page.getByRole('img', { name: /^Reference: / })).toHaveCount(2);
  await expect(page.getByText('Reference images need 8 seconds.')).toBeVisible();
  await give(studio, 'Image files for references', 'still.png', 'still.jpg');
  await expect(page.getByText(/^This model takes 3 reference images. Take one away first/)).toBeVisible();
  await page.getByText('People, seed, sound').click();
  await page.getByLabel('People', { exact: true }).selectOption('Adults only');
  await page.getByRole('group', { name: 'Takes' }).getByLabel('2×').click();
  await expect(page.getByText('$6.40')).toBeVisible();
  await page.getByLabel('Prompt', { exact: true }).fill('both of them dance');
  await studio.generateButton.click();
  await expect(page.getByText(/^Take 1 of 2/)).toBeVisible();
  await expect(page.getByText(/^Take 2 of 2/)).toBeVisible();
  await expect.poll(() => emulator.creates().length).toBe(2);
  for (const body of bodies(emulator)) {
    expect(body.instances[0].referenceImages).toMatchObject([
      { image: { bytesBase64Encoded: await base64('still.png') }, referenceType: 'ASSET' },
      { image: { bytesBase64Encoded: await base64('still.jpg') }, referenceType: 'ASSET' },
    ]);
    expect(body.parameters).toMatchObject({ durationSeconds: 8, personGeneration: 'allow_adult' });
  }
});

test('a clip is extended from its card, with the time that is left', async ({ studio, emulator }) => {
  const { page } = studio;
  const card = await studio.makeClip('a boat leaves the harbour');
  await card.hover();
  await card.getByRole('button', { name: 'Extend' }).click();
  await expect(page.getByText(/^Google can extend it for 1 day 23 h more/)).toBeVisible();
  await studio.makeClip('and comes back in the evening');
  const [first, second] = bodies(emulator);
  expect(first?.instances[0].video).toBeUndefined();
  expect(second?.instances[0].video?.uri).toContain('/files/');
  expect(second?.parameters).toMatchObject({ durationSeconds: 8, resolution: '720p' });
});

test('a clip of Omni Flash is changed by words', async ({ studio, emulator }) => {
  const { page } = studio;
  await page.getByRole('button', { name: /^Model:/ }).click();
  await page.getByRole('radio', { name: /^Omni Flash 1.2/ }).click();
  const card = await studio.makeClip('a cat on a wall');
  await card.hover();
  await card.getByRole('button', { name: 'Change', exact: true }).click();
  await studio.makeClip('make it night');
  const [first, second] = emulator.creates().map(({ body }) => body);
  expect(first).toMatchObject({ generation_config: { video_config: { task: 'text_to_video' } } });
  expect(second).toMatchObject({
    generation_config: { video_config: { task: 'edit' } },
    previous_interaction_id: expect.stringMatching(/./),
  });
});

test('an extension of an expired clip is refused in words before anything is sent', async ({
  launch,
  folder,
  emulator,
}) => {
  const first = await launch();
  const fresh = await first.makeClip('a boat leaves the harbour');
  await first.page.evaluate(() =>
    (window as unknown as { zoetrope: ZoetropeApi }).zoetrope.queue.setPaused({ paused: true }),
  );
  await fresh.hover();
  await fresh.getByRole('button', { name: 'Extend' }).click();
  await first.expectPhase(await first.generate('and comes back in the evening'), 'queued');
  await first.close();
  ageClips(folder, takenMs.extend);

  const studio = await launch();
  const { page } = studio;
  const words = 'The service does not have this clip any more: it can be extended for 2 days';
  const waiting = studio.card('and comes back in the evening');
  await test.step('what waited for too long', async () => {
    await studio.expectPhase(waiting, 'queued');
    await page.getByRole('button', { name: 'Resume' }).click();
    await studio.expectPhase(waiting, 'error');
    await expect(waiting).toContainText(words);
    await expect(waiting).toContainText('This clip cannot be used for that');
    await expect(waiting).toContainText('Nothing was sent.');
  });
  await test.step('the card of the clip, which offers it no more', async () => {
    const old = studio
      .card('a boat leaves the harbour')
      .filter({ has: page.getByRole('button', { name: /^Play/ }) });
    await old.hover();
    await expect(old.getByRole('button', { name: 'Delete' })).toBeVisible();
    await expect(old.getByRole('button', { name: 'Extend' })).toHaveCount(0);
  });
  await test.step('the form, to which the request came back', async () => {
    await waiting.getByRole('button', { name: 'Edit and try again' }).click();
    await expect(page.getByRole('region', { name: 'Extend this clip' })).toContainText(words);
    await studio.generateButton.click();
    await expect(studio.composer.getByText('This clip cannot be extended')).toBeVisible();
  });
  expect(emulator.creates()).toHaveLength(1);
});

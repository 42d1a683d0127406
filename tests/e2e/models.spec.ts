/// <reference lib="dom" />
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { sampleClips } from '../../emulator/clips.ts';
import type { RecordedRequest } from '../../emulator/requests.ts';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator } from '../../emulator/server.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const retired = [
  'veo-3.1-generate-preview',
  'veo-3.1-fast-generate-preview',
  'veo-3.1-lite-generate-preview',
];

async function openPicker({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: /^Model:/ }).click();
  return page.getByRole('dialog', { name: 'Choose a model' });
}

test('a model that Google retires: the nearest one makes the clip, with what is lost named', async ({
  studio,
  emulator,
}) => {
  const { page } = studio;
  // The list of the start is older than what happens now.
  await expect(await openPicker(studio)).toContainText('Checked');
  await page.keyboard.press('Escape');
  emulator.setRetired(retired);
  await page.getByLabel('Negative prompt').fill('people');
  const card = await studio.generate('A lion in the rain');
  await studio.expectPhase(card, 'error');

  await test.step('nothing was charged, and the nearest model is offered with its price', async () => {
    await expect(card).toContainText('This model is gone');
    await expect(card).toContainText('Not charged.');
    await expect(card.getByRole('button', { name: 'Make it with Veo 3.1 Fast' })).toContainText('$0.80');
    expect(emulator.creates()).toHaveLength(0);
  });

  await test.step('the composer says what it took instead, and the price', async () => {
    await expect(page.getByText('Veo 3.1 cannot be used: Google has retired it.')).toContainText(
      'Veo 3.1 Fast is chosen instead. A second costs $0.10 now, not $0.40.',
    );
  });

  await test.step('asked again, the service says that the others are gone too', async () => {
    const picker = await openPicker(studio);
    await picker.getByRole('button', { name: 'Check again' }).click();
    await expect(picker.getByRole('radio', { name: /^Veo 3.1 Lite \$/ })).toBeDisabled();
    await expect(picker.getByRole('radio', { name: /^Omni Flash 1.2/ })).toBeChecked();
    await takeLooks(studio, 'models-greyed');
    await page.keyboard.press('Escape');
    await expect(card.getByRole('button', { name: 'Make it with Omni Flash 1.2' })).toContainText('$0.56');
    await expect(card).toContainText('The negative prompt is left out.');
    await takeLooks(studio, 'models-retired-card');
  });

  await test.step('one press makes it: one request, without what was lost', async () => {
    await card.getByRole('button', { name: 'Make it with Omni Flash 1.2' }).click();
    await studio.expectPhase(card, 'completed');
    const [create, ...more] = emulator.creates();
    expect(more).toEqual([]);
    expect(create?.body).toMatchObject({
      model: 'gemini-omni-1.2-flash',
      generation_config: { video_config: { task: 'text_to_video' } },
    });
    expect(JSON.stringify(create?.body)).not.toContain('people');
  });

  await test.step('a model that the service has again is back', async () => {
    emulator.setRetired([]);
    const picker = await openPicker(studio);
    await picker.getByRole('button', { name: 'Check again' }).click();
    await expect(picker.getByRole('radio', { name: /^Veo 3.1 \$/ })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(page.getByText('cannot be used')).toHaveCount(0);
  });
});

test('a list that cannot be had says why, and what is known stays', async ({ studio, emulator }) => {
  const picker = await openPicker(studio);
  await expect(picker).toContainText('Checked');
  emulator.setFaults([{ name: 'models-500' }]);
  await picker.getByRole('button', { name: 'Check again' }).click();
  await expect(picker.getByRole('alert')).toContainText('The service');
  await expect(picker.getByRole('radio', { name: /^Veo 3.1 \$/ })).toBeEnabled();
  emulator.setFaults([]);
  await picker.getByRole('button', { name: 'Check again' }).click();
  await expect(picker.getByRole('alert')).toHaveCount(0);
});

const veoIds = ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview', 'veo-3.1-lite-generate-preview'];
const omniIds = ['gemini-omni-1.2-flash', 'gemini-omni-1.1-flash'];
const agentIds = ['veo-3.1-generate-001', 'veo-3.1-fast-generate-001', 'veo-3.1-lite-generate-001'];
const keys = {
  'veo-key-of-the-tests': 'veo',
  'omni-key-of-the-tests': 'omni',
  'bad-key-of-the-tests': 'bad',
} as const;

/** An emulator that knows the kinds of key. */
const serviceOfKinds = (): Promise<Emulator> =>
  startEmulator({ clips: sampleClips(path.resolve('emulator/samples')), delayMs: 300, keys });

async function openSettings({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page.getByRole('dialog', { name: 'Settings' });
}

async function giveKey(studio: Studio, key: string): Promise<Locator> {
  const settings = await openSettings(studio);
  await settings.getByLabel('Google API key').fill(key);
  await settings
    .getByRole('region', { name: 'Gemini API' })
    .getByRole('button', { name: 'Check and save' })
    .click();
  return settings;
}

/** The ids of the models that the picker lets one choose. */
async function expectOffered(studio: Studio, ids: string[]): Promise<void> {
  const picker = await openPicker(studio);
  const enabled = picker.locator('input:enabled');
  await expect
    .poll(() => enabled.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)))
    .toEqual(ids);
  await studio.page.keyboard.press('Escape');
}

const lists = (requests: readonly RecordedRequest[]) =>
  requests.filter(({ path: asked }) => /^\/v1beta\/models(\?|$)/.test(asked));

for (const [key, first, firstId, ids] of [
  ['veo-key-of-the-tests', 'Veo 3.1', 'veo-3.1-generate-preview', veoIds],
  ['omni-key-of-the-tests', 'Omni Flash 1.2', 'gemini-omni-1.2-flash', omniIds],
] as const) {
  test(`a first key with ${first}: one request says what it has, and the best one makes a clip`, async ({
    launch,
  }) => {
    const service = await serviceOfKinds();
    try {
      const studio = await launch({ key: null, baseUrl: service.url });
      const settings = await giveKey(studio, key);
      await expect(settings).toContainText(`•••• ${key.slice(-4)}`);
      expect(lists(service.requests)).toHaveLength(1);
      await settings.getByRole('button', { name: 'Close' }).click();
      await expect(studio.page.getByRole('button', { name: `Model: ${first}`, exact: true })).toBeVisible();
      await expectOffered(studio, [...ids]);
      await studio.makeClip('A lion in the rain');
      const [create, ...more] = service.creates();
      expect(more).toEqual([]);
      expect(`${create?.path ?? ''} ${JSON.stringify(create?.body)}`).toContain(firstId);
      expect(lists(service.requests)).toHaveLength(1);
    } finally {
      await service.close();
    }
  });
}

test('a first key of the Agent Platform: its models alone, and the best one makes a clip', async ({
  launch,
}) => {
  const service = await serviceOfKinds();
  try {
    const studio = await launch({ key: null, baseUrl: null });
    const settings = await openSettings(studio);
    const part = settings.getByRole('region', { name: 'Agent Platform' });
    await part.getByRole('button', { name: 'Set up…' }).click();
    await part.getByText('Custom address').click();
    await part.getByLabel('Address of the service').fill(service.url);
    await part.getByLabel('Agent Platform API key').fill('agent-key-of-the-tests');
    await part.getByRole('button', { name: 'Check and save' }).click();
    await expect(part).toContainText('•••• ests');
    await settings.getByRole('button', { name: 'Close' }).click();
    await expectOffered(studio, agentIds);
    await studio.makeClip('A lion in the rain');
    expect(service.creates().map((create) => create.path)).toEqual([
      `/v1/publishers/google/models/${agentIds[0] ?? ''}:predictLongRunning`,
    ]);
  } finally {
    await service.close();
  }
});

test('a bad first key: words, one request, and the demo stays', async ({ launch }) => {
  const service = await serviceOfKinds();
  try {
    const studio = await launch({ key: null, baseUrl: service.url });
    const settings = await giveKey(studio, 'bad-key-of-the-tests');
    await expect(settings.getByRole('alert')).toContainText('does not accept this key');
    expect(service.requests).toHaveLength(1);
    await settings.getByRole('button', { name: 'Close' }).click();
    await expect(
      studio.page.getByRole('region', { name: 'Notices' }).getByText('Demo', { exact: true }),
    ).toBeVisible();
  } finally {
    await service.close();
  }
});

test('without any model the composer says why, and leads to Settings', async ({ studio, emulator }) => {
  emulator.setRetired([...veoIds, ...omniIds]);
  const picker = await openPicker(studio);
  await picker.getByRole('button', { name: 'Check again' }).click();
  await expect(picker.locator('input:enabled')).toHaveCount(0);
  await takeLooks(studio, 'models-none-list');
  await studio.page.keyboard.press('Escape');
  const words = studio.composer.getByRole('alert').filter({ hasText: 'No model can be used just now' });
  await expect(words).toBeVisible();
  await takeLooks(studio, 'models-none');
  await words.getByRole('button', { name: 'Settings' }).click();
  await expect(studio.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  expect(emulator.creates()).toEqual([]);
});

test('a start without the service shows the last list', async ({ launch }) => {
  const service = await serviceOfKinds();
  const options = { key: 'omni-key-of-the-tests', baseUrl: service.url };
  const first = await launch(options);
  await expect(first.page.getByRole('button', { name: 'Model: Omni Flash 1.2', exact: true })).toBeVisible();
  await first.close();
  await service.close();
  const second = await launch(options);
  await expect(second.page.getByRole('button', { name: 'Model: Omni Flash 1.2', exact: true })).toBeVisible();
  await expectOffered(second, omniIds);
  const picker = await openPicker(second);
  await expect(picker).toContainText('Checked');
});

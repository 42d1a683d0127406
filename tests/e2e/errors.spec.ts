import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FaultSpec } from '../../emulator/faults.ts';
import { expectSameMovie } from './support/files.ts';
import { expectFinishedByNextStart } from './support/next-start.ts';
import { expect, test } from './support/test.ts';
import { attempts, billed, sent } from './support/wire.ts';

interface Case {
  fault: FaultSpec;
  phase: 'blocked' | 'error' | 'expired';
  /** What the card says, each somewhere on it. */
  words: string[];
  /** Whether the service took the request on. */
  created: boolean;
}

const cases: Case[] = [
  {
    fault: { name: 'blocked', reason: 'The sound may sing a song that is not yours.' },
    phase: 'blocked',
    words: ['Video generation blocked', 'The sound may sing a song that is not yours.', 'It is not charged.'],
    created: true,
  },
  {
    fault: { name: 'failed', reason: 'The renderer is out of light.' },
    phase: 'error',
    words: ['The service failed', 'The renderer is out of light.', 'Try again'],
    created: true,
  },
  {
    fault: { name: 'empty' },
    phase: 'error',
    words: ['Nothing came back', 'without a clip and without a reason'],
    created: true,
  },
  {
    fault: { name: 'bad-key' },
    phase: 'error',
    words: ['The service does not accept this key', 'Copy it again from Google AI Studio', 'Not charged.'],
    created: false,
  },
  {
    fault: { name: 'restricted-key' },
    phase: 'error',
    words: ['This key may not do that', 'Google Cloud console', 'Not charged.'],
    created: false,
  },
  {
    fault: { name: 'retired-model' },
    phase: 'error',
    words: ['This model is gone', 'is no longer available', 'Not charged.'],
    created: false,
  },
  {
    fault: { name: 'file-404' },
    phase: 'expired',
    words: ['The service has deleted this clip', 'It was charged.', 'Generate it again'],
    created: true,
  },
];

test('each failure says on its card what happened, what it cost and what to do', async ({
  studio,
  emulator,
  folder,
}) => {
  for (const { fault, phase, words, created } of cases) {
    await test.step(fault.name, async () => {
      const before = emulator.creates().length;
      emulator.setFaults([fault]);
      const card = await studio.generate(`a clip with ${fault.name}`);
      await studio.expectPhase(card, phase);
      for (const text of words) await expect(card).toContainText(text);
      await expect(card.getByRole('button', { name: 'Edit and try again' })).toBeVisible();
      await expect(card.getByRole('button', { name: /^Play/ })).toHaveCount(0);
      expect(emulator.creates()).toHaveLength(before + (created ? 1 : 0));
    });
  }

  await studio.page.screenshot({ path: 'tests/e2e/__screenshots__/errors.png' });

  // None of them was asked for a second time behind the user's back, and none left a file.
  expect(sent(emulator).map(({ prompt }) => prompt)).toEqual(
    cases.map(({ fault }) => `a clip with ${fault.name}`),
  );
  expect(await readdir(path.join(folder, 'library'))).toEqual([]);
});

/** No service has this port, and no system gives it to one that asks for any: another test's emulator never gets it. */
const addressOfNobody = 'http://127.0.0.1:4';

test('a service that has no room for now: the card counts down and the queue waits, nothing is charged', async ({
  studio,
  emulator,
}) => {
  await test.step('for as long as the service asks', async () => {
    emulator.setFaults([{ name: 'rate-limit', seconds: 3, count: 1 }]);
    const first = await studio.generate('patience');
    const second = await studio.generate('behind it');
    await expect(first).toContainText(
      /Too many requests\. Next try in 0:0[1-4]; nothing is charged for waiting\./,
    );
    await studio.expectPhase(second, 'queued');
    expect(attempts(emulator)).toHaveLength(1);
    await studio.expectPhase(first, 'completed');
    await studio.expectPhase(second, 'completed');
    expect(billed(emulator)).toEqual(['patience', 'behind it']);
    const [refused, again] = attempts(emulator);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(3000);
  });

  await test.step('while it is overloaded, four more times', async () => {
    emulator.setFaults([{ name: 'unavailable' }]);
    const card = await studio.generate('too busy');
    await studio.expectPhase(card, 'error');
    await expect(card).toContainText('The service is not available');
    await expect(card).toContainText('Not charged.');
    expect(attempts(emulator)).toHaveLength(3 + 5);
    emulator.setFaults([]);
    await card.getByRole('button', { name: 'Try again', exact: true }).click();
    await studio.expectPhase(studio.card('too busy'), 'completed');
    await expect(studio.card('too busy')).toHaveCount(1);
  });
  expect(billed(emulator)).toEqual(['patience', 'behind it', 'too busy']);
});

test('a service that cannot be reached: what waits is sent when it is back, across a restart', async ({
  launch,
  emulator,
}) => {
  const offline = await launch({ baseUrl: addressOfNobody });
  const card = await offline.generate('no network');
  await expect(card).toContainText('No connection');
  await expect(card).toContainText('nothing is charged for waiting');
  await offline.expectPhase(card, 'queued');
  await offline.close();

  await expectFinishedByNextStart(launch, emulator, 'no network');
});

test('a request that may have been sent: the user decides, and each answer does what it says', async ({
  studio,
  emulator,
}) => {
  emulator.setFaults([{ name: 'cut-create', count: 2 }]);
  const one = await studio.generate('perhaps the first');
  await studio.expectPhase(one, 'unknown');
  const two = await studio.generate('perhaps the second');
  await studio.expectPhase(two, 'unknown');

  await one.getByRole('button', { name: 'Forget it' }).click();
  await expect(one).toHaveCount(0);
  await two.getByRole('button', { name: 'It was not sent, try again' }).dblclick();
  await studio.expectPhase(two, 'completed');
  await expect(two).toHaveCount(1);
  expect(billed(emulator)).toEqual(['perhaps the first', 'perhaps the second', 'perhaps the second']);
});

test('a connection that breaks during a create: it says that it may be charged, and is never sent again', async ({
  launch,
  emulator,
}) => {
  emulator.setFaults([{ name: 'cut-create', count: 1 }]);
  const studio = await launch();
  const card = await studio.generate('nobody knows');
  await studio.expectPhase(card, 'unknown');
  await expect(card.getByText('Not certain')).toBeVisible();
  await expect(card).toContainText('It may have been started, or not');
  await expect(card).toContainText('may be charged');
  await expect(card).toContainText('It may have cost $3.20.');
  await studio.close();

  const again = await launch();
  await studio.expectPhase(again.card('nobody knows'), 'unknown');
  // The queue keeps the order: had the first been put back into it, it would have been sent before this one.
  await again.makeClip('the next one');
  await again.expectPhase(again.card('nobody knows'), 'unknown');
  expect(billed(emulator)).toEqual(['nobody knows', 'the next one']);
  expect(attempts(emulator)).toHaveLength(2);
});

test('a download goes on until the clip is whole, and the key stays with the service', async ({
  studio,
  emulator,
  folder,
}) => {
  const sample = 'emulator/samples/landscape-720p-8s.mp4';
  const library = path.join(folder, 'library');

  await test.step('sent on to another origin', async () => {
    emulator.setFaults([{ name: 'redirect' }]);
    await studio.makeClip('sent elsewhere');
    expect(emulator.redirected).toHaveLength(1);
    expect(emulator.redirected[0]?.headers).not.toHaveProperty('x-goog-api-key');
    expect(JSON.stringify(emulator.redirected)).not.toContain('key-of-the-tests');
  });

  await test.step('cut off, then a web page, then the clip', async () => {
    emulator.setFaults([
      { name: 'download-truncated', count: 1 },
      { name: 'not-mp4', count: 1 },
    ]);
    const card = await studio.generate('hard to get');
    await expect(card.getByText('saving the clip')).toBeVisible();
    await studio.expectPhase(card, 'completed');
    const downloads = emulator.requests.filter(({ path: address }) => address.includes(':download'));
    // One was redirected, one cut off, one was a web page, one was right.
    expect(downloads).toHaveLength(4);
  });

  const files = await readdir(library);
  expect(files).toHaveLength(2);
  for (const file of files) await expectSameMovie(path.join(library, file), sample);
  expect(billed(emulator)).toEqual(['sent elsewhere', 'hard to get']);
});

test('Edit and try again puts the whole request back, its image too', async ({ studio, emulator }) => {
  const { page } = studio;
  emulator.setFaults([{ name: 'blocked', count: 1 }]);
  await studio.choose('Aspect ratio', '9:16');
  await studio.choose('Resolution', '1080p');
  await studio.negativePrompt.fill('rain, text');
  await studio.chooseImage(path.resolve('tests/fixtures/still.jpg'));
  const card = await studio.generate('a lighthouse in the fog');
  await studio.expectPhase(card, 'blocked');

  // In the meantime the user has begun something else.
  await studio.prompt.fill('something else');
  await studio.negativePrompt.fill('');
  await studio.choose('Aspect ratio', '16:9');
  await studio.choose('Resolution', '720p');
  await studio.choose('Duration', '4 s');
  await studio.firstFrame.getByRole('button', { name: 'Remove' }).click();
  await expect(studio.generateButton).toHaveText(/^Generate Video/);

  await card.getByRole('button', { name: 'Edit and try again' }).click();
  await expect(studio.prompt).toHaveValue('a lighthouse in the fog');
  await expect(studio.prompt).toBeFocused();
  await expect(studio.negativePrompt).toHaveValue('rain, text');
  await expect(studio.setting('Aspect ratio', '9:16')).toBeChecked();
  await expect(studio.setting('Resolution', '1080p')).toBeChecked();
  await expect(studio.setting('Duration', '8 s')).toBeChecked();
  await expect(studio.firstFrame.getByRole('img', { name: 'First frame: still.jpg' })).toBeVisible();
  await expect(studio.generateButton).toHaveText(/^Generate from Image/);
  expect(sent(emulator)).toHaveLength(1);

  await page.keyboard.press('Control+Enter');
  await expect(studio.cards).toHaveCount(2);
  await studio.expectPhase(studio.cards.first(), 'completed');
  const [first, second] = sent(emulator);
  expect(second).toEqual(first);
  expect(first?.image?.mimeType).toBe('image/jpeg');
});

/// <reference lib="dom" />
import { fillWithTakes } from './support/filled-takes.ts';
import { takeLooks } from './support/looks.ts';
import { pauseQueue } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const waits = {
  phase: 'queued',
  error: null,
  submittedAt: null,
  acceptedAt: null,
  finishedAt: null,
} as const;

const long =
  'A paper kite breaks through low clouds above green cliffs, the camera circles it once and follows it down to the water, wind and distant surf, golden hour, handheld, soft grain, a dog barks far away';

/** What is said once for the takes of a request that stand together. */
function frames({ page }: Studio) {
  return page.locator('[data-takes]');
}

async function ask(studio: Studio, prompt: string, takes: number): Promise<void> {
  await studio.page.getByRole('group', { name: 'Takes' }).getByLabel(`${takes}×`).click();
  await studio.prompt.fill(prompt);
  await studio.generateButton.click();
}

/** The takes of the cards, in the order in which they stand. */
function takesInOrder(studio: Studio): Promise<string[]> {
  return studio.cards.evaluateAll((cards) =>
    cards.map((card) => /Take \d of \d/.exec(card.textContent)?.[0] ?? '–'),
  );
}

test('takes stand together, each ends as it ends, and one that is tried again or deleted leaves', async ({
  studio,
  emulator,
}) => {
  const { page } = studio;
  const prompt = 'A fox crosses a frozen lake';
  await studio.makeClip('Made once');
  emulator.setFaults([{ name: 'failed', count: 1 }]);
  await ask(studio, prompt, 3);
  const frame = frames(studio);
  await expect(frame).toHaveText(/A fox crosses a frozen lake3 takes · 1 failed · \$6\.40 in all/);
  expect(await takesInOrder(studio)).toEqual(['Take 1 of 3', 'Take 2 of 3', 'Take 3 of 3', '–']);
  const takes = studio.card(prompt);
  const failed = takes.and(page.locator('[data-phase="error"]'));
  await expect(failed).toHaveCount(1);
  await expect(takes.and(page.locator('[data-phase="completed"]'))).toHaveCount(2);
  // The prompt is seen once.
  await expect(studio.gallery.getByText(prompt).and(page.locator(':not(.visually-hidden)'))).toHaveCount(1);

  await test.step('the frame is around its three cards and around nothing else', async () => {
    const box = await frame.boundingBox();
    for (const [index, isWithin] of [true, true, true, false].entries()) {
      const card = await studio.cards.nth(index).boundingBox();
      if (box === null || card === null) throw new Error('It is not shown.');
      const middle = card.x + card.width / 2;
      expect(middle > box.x && middle < box.x + box.width && card.y < box.y, `card ${index}`).toBe(isWithin);
    }
  });

  await test.step('keys and the selection go over the takes', async () => {
    await studio.cards.first().locator('[data-card-focus]').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('x');
    await expect(page.getByRole('toolbar', { name: 'selected' })).toContainText('2 selected');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(studio.cards.nth(2).locator(':focus')).toHaveCount(1);
  });

  await test.step('one is deleted: the focus goes on, and Undo brings it back to its place', async () => {
    const first = takes.and(page.locator('[data-phase="completed"]')).first();
    const name = /Take \d of 3/.exec((await first.textContent()) ?? '')?.[0];
    await first.getByRole('button', { name: 'Delete' }).click();
    await expect(frame).toHaveText(/2 takes · 1 failed · \$3\.20 in all/);
    await expect(page.locator('[data-operation-id]:focus-within')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(frame).toHaveText(/3 takes · 1 failed · \$6\.40 in all/);
    expect(await takesInOrder(studio)).toContain(name);
  });

  await test.step('the failed one is tried again: a request and a price of its own', async () => {
    expect(emulator.creates()).toHaveLength(4);
    await failed.getByRole('button', { name: 'Try again', exact: true }).click();
    await expect(frame).toHaveText(/2 takes · \$6\.40 in all/);
    await expect(studio.card(prompt)).toHaveCount(3);
    await expect(studio.cards.first()).toHaveAttribute('data-phase', 'completed');
    await expect(studio.cards.first()).toContainText('16:9 · 720p · 8 s · $3.20');
    expect(emulator.creates()).toHaveLength(5);
  });

  await test.step('the last one of a request is a card like any other', async () => {
    await takes.nth(1).getByRole('button', { name: 'Delete' }).click();
    await expect(frame).toHaveCount(0);
    await expect(takes.nth(1)).toContainText(/\$3\.20 · Take \d of 3/);
  });
});

test('takes are compared in the player, by keys and from the same moment', async ({ studio, emulator }) => {
  const { page } = studio;
  emulator.setFaults([{ name: 'failed', count: 1 }]);
  await ask(studio, 'A fox crosses a frozen lake', 4);
  await expect(frames(studio).first()).toContainText(/1 failed/);
  await expect(studio.cards.and(page.locator('[data-phase="completed"]'))).toHaveCount(3);
  await page.getByRole('button', { name: 'Compare' }).click();
  const player = page.getByRole('dialog', { name: 'Player' });
  const video = player.getByLabel('Clip', { exact: true });
  const strip = player.getByRole('list', { name: 'Takes of this request' });
  const take = (number: number) => strip.getByRole('button', { name: new RegExp(`^Take ${number},`) });
  await expect(strip.getByRole('button')).toHaveCount(4);
  const numbers = [1, 2, 3, 4];
  const states = await Promise.all(numbers.map((number) => take(number).getAttribute('aria-disabled')));
  const ready = numbers.filter((_, index) => states[index] === 'false');
  const [one = 0, two = 0, three = 0] = ready;
  expect(ready).toHaveLength(3);
  await expect(take(one)).toHaveAttribute('aria-current', 'true');

  // Stopped at a moment, the next one stands at the same.
  await video.evaluate(async (element: HTMLVideoElement) => {
    element.pause();
    const seeked = new Promise((resolve) => {
      element.addEventListener('seeked', resolve, { once: true });
    });
    element.currentTime = 2;
    await seeked;
  });
  const shown = () =>
    video.evaluate((element: HTMLVideoElement) => [element.src, element.currentTime, element.paused]);
  const [firstSource] = await shown();
  await take(one).focus();
  await page.keyboard.press('ArrowRight');
  await expect(take(two)).toHaveAttribute('aria-current', 'true');
  await expect(take(two)).toBeFocused();
  await expect.poll(async () => (await shown()).slice(1)).toEqual([2, true]);
  expect((await shown())[0]).not.toBe(firstSource);
  await page.keyboard.press(String(three));
  await expect(take(three)).toHaveAttribute('aria-current', 'true');
  await expect.poll(async () => (await shown()).slice(1)).toEqual([2, true]);
  const missing = numbers.find((number) => !ready.includes(number)) ?? 0;
  await page.keyboard.press(String(missing));
  await take(missing).click({ force: true });
  await expect(take(three)).toHaveAttribute('aria-current', 'true');
  await take(one).click();
  await expect(take(one)).toHaveAttribute('aria-current', 'true');
});

test('takes that the order has parted are found in the details and in the player', async ({ studio }) => {
  const { page } = studio;
  const prompt = 'A fox crosses a frozen lake';
  await ask(studio, prompt, 3);
  await expect(frames(studio)).toHaveText(/3 takes · \$9\.60/);
  await page.getByRole('group', { name: 'Takes' }).getByLabel('1×').click();
  const other = await studio.makeClip('A comet');
  await other.locator('[data-card-focus]').focus();
  await page.keyboard.press('4');
  await studio.card('Take 2 of 3').locator('[data-card-focus]').focus();
  await page.keyboard.press('5');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Best rated');
  await expect.poll(() => takesInOrder(studio)).toEqual(['Take 2 of 3', '–', 'Take 1 of 3', 'Take 3 of 3']);
  await expect(frames(studio).first()).toHaveText(/2 takes · \$6\.40/);
  const parted = studio.cards.first();
  await expect(parted).toContainText('16:9 · 720p · 8 s · $3.20 · Take 2 of 3');

  await test.step('details go from one to the other, and keep the focus', async () => {
    await parted.hover();
    await parted.getByRole('button', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: 'Details' });
    const takes = details.getByRole('list', { name: 'Takes of this request' }).getByRole('button');
    await expect(takes).toHaveCount(3);
    await takes.nth(2).click();
    await expect(details.getByText('3 of 3')).toBeVisible();
    await expect(takes.nth(2)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(details.getByText('2 of 3')).toBeVisible();
    await expect(takes.nth(1)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
  });

  await test.step('the player shows one that the filters hide', async () => {
    await parted.locator('[data-card-focus]').focus();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'Favourites only' }).check();
    await page.keyboard.press('Escape');
    await expect(studio.cards).toHaveCount(1);
    await studio.cards.first().getByRole('button', { name: /^Play/ }).click();
    const player = page.getByRole('dialog', { name: 'Player' });
    const takes = player.getByRole('list', { name: 'Takes of this request' }).getByRole('button');
    await takes.nth(0).focus();
    await takes.nth(0).click();
    await expect(takes.nth(0)).toHaveAttribute('aria-current', 'true');
    await expect(takes.nth(0)).toBeFocused();
    await player.getByRole('button', { name: 'Delete' }).click();
    await expect(player).toBeHidden();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  });
});

test('takes stand together in the queue, where one or all of them are cancelled', async ({
  launch,
  folder,
  emulator,
}) => {
  pauseQueue(folder);
  const studio = await launch();
  const { page } = studio;
  emulator.setFaults([{ name: 'slow' }]);
  await studio.generate('A comet');
  await ask(studio, 'A fox crosses a frozen lake', 4);
  await page.getByRole('button', { name: 'Show queue' }).click();
  const queue = page.getByRole('dialog', { name: 'Queue' });
  const head = queue.locator('[data-queue-takes]');
  await expect(head).toContainText('A fox crosses a frozen lake4 takes · $12.80 in all · 16:9 · 720p · 8 s');
  await expect(queue.getByText('A fox crosses a frozen lake')).toHaveCount(1);
  const row = (take: number) => queue.getByRole('listitem', { name: new RegExp(`^Take ${take} of 4`) });
  await takeLooks(studio, 'takes-queue');

  await row(2).getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(head).toContainText('3 takes · $9.60 in all');
  await expect(row(3).getByRole('button', { name: /^Place 3/ })).toBeFocused();
  await head.getByRole('button', { name: 'Cancel all' }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await queue.getByRole('button', { name: 'Undo' }).last().click();
  await expect(head).toContainText('3 takes · $9.60 in all');

  await row(1)
    .getByRole('button', { name: /^Place 2/ })
    .focus();
  await page.keyboard.press('Alt+Home');
  await expect(head).toContainText('2 takes · $6.40 in all');
  await expect(queue.getByRole('listitem').first()).toHaveAccessibleName('A fox crosses a frozen lake');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(head).toContainText('3 takes · $9.60 in all');
  await queue.getByRole('listitem', { name: 'A comet' }).getByRole('button', { name: 'Cancel' }).click();
  await queue.getByRole('button', { name: 'Resume' }).click();
  await expect(queue.locator('[data-queue-running]')).toHaveCount(2);
  await expect(head).toContainText('2 takes · $6.40 in all');
  await takeLooks(studio, 'takes-queue-running');
  expect(emulator.creates()).toHaveLength(2);
  await head.getByRole('button', { name: 'Cancel all' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel 2 takes?' });
  await expect(question).toContainText('charge $6.40 all the same');
  await takeLooks(studio, 'takes-cancel');
  await question.getByRole('button', { name: 'Cancel all' }).click();
  await expect(question).toBeHidden();
  await expect(queue.locator('[data-queue-running]')).toHaveCount(1);
  await expect(head).toHaveCount(0);
});

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
  await takeLooks(studio, 'takes-top');
  await studio.gallery.evaluate((gallery) => {
    gallery.scrollTo(0, gallery.scrollHeight);
  });
  await expect(studio.card('Night train passes').locator('img').first()).toBeVisible();
  await takeLooks(studio, 'takes-end');
  const dancer = studio.card('A dancer in red silk').first();
  await dancer.locator('[data-card-focus]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Takes of this request' })).toBeVisible();
  await takeLooks(studio, 'takes-player');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expect(page.getByRole('list', { name: 'Takes of this request' })).toBeVisible();
  await takeLooks(studio, 'takes-details');
});

/// <reference lib="dom" />
import type { Locator } from '@playwright/test';
import type { Emulator } from '../../emulator/server.ts';
import { lookAtWindow, watchDesk } from './support/manners.ts';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { attempts, billed, sent } from './support/wire.ts';

const strip = ({ page }: Studio): Locator => page.getByRole('region', { name: 'Queue' });

async function openQueue(studio: Studio): Promise<Locator> {
  await strip(studio).getByRole('button', { name: 'Show queue' }).click();
  const queue = studio.page.getByRole('dialog', { name: 'Queue' });
  await expect(queue).toBeVisible();
  return queue;
}

/** The prompts that wait, the next one to be sent first. */
const waiting = (queue: Locator): Promise<string[]> =>
  queue
    .locator('[data-queue-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));

/** The first one is being made when the queue is paused, the others wait. */
async function pause(studio: Studio, emulator: Emulator, prompts: readonly string[]): Promise<void> {
  emulator.setFaults([{ name: 'slow' }]);
  const [first = 'the first', ...others] = prompts;
  await studio.expectPhase(await studio.generate(first), 'processing');
  await strip(studio).getByRole('button', { name: 'Pause' }).click();
  await expect(strip(studio)).toContainText('Paused.');
  for (const prompt of others) await studio.expectPhase(await studio.generate(prompt), 'queued');
  emulator.setFaults([]);
  await studio.expectPhase(studio.card(first), 'completed');
}

async function setConcurrency(studio: Studio, value: string): Promise<void> {
  await studio.page.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = studio.page.getByRole('dialog', { name: 'Settings' });
  await settings
    .getByRole('group', { name: 'Clips made at the same time' })
    .getByRole('radio', { name: value, exact: true })
    .check();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  await studio.page.keyboard.press('Escape');
}

test('a paused queue sends nothing, also after a restart, until it is resumed', async ({
  launch,
  emulator,
}) => {
  const first = await launch();
  await pause(first, emulator, ['made meanwhile', 'the second', 'the third']);
  await expect(strip(first)).toContainText('Nothing is sent until you resume.');
  await expect(strip(first)).toContainText('2 waiting');
  await expect(first.card('the second')).toContainText('the queue is paused, nothing is charged');
  expect(billed(emulator)).toEqual(['made meanwhile']);
  await first.close();

  const studio = await launch();
  await expect(strip(studio)).toContainText('Paused.');
  await studio.expectPhase(studio.card('the second'), 'queued');
  expect(attempts(emulator)).toHaveLength(1);
  await strip(studio).getByRole('button', { name: 'Resume' }).click();
  await studio.expectPhase(studio.card('the second'), 'completed');
  await studio.expectPhase(studio.card('the third'), 'completed');
  await expect(strip(studio)).toBeHidden();
  expect(billed(emulator)).toEqual(['made meanwhile', 'the second', 'the third']);
});

test('the order that the user gives the queue by keyboard is the order in which it is sent', async ({
  studio,
  emulator,
}) => {
  await setConcurrency(studio, '1');
  await pause(studio, emulator, ['zero', 'one', 'two', 'three', 'four']);
  const queue = await openQueue(studio);
  await expect(queue.getByRole('list').last().locator('[data-queue-id]')).toHaveCount(4);
  const row = (prompt: string) => queue.getByRole('listitem', { name: prompt, exact: true });

  const grip = row('four').getByRole('button', { name: 'Place 4, move' });
  await grip.focus();
  await studio.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => waiting(queue)).toEqual(['one', 'two', 'four', 'three']);
  await expect(queue.getByText('Place 3 of 4', { exact: true })).toBeAttached();
  // The focus goes with the row: the same key moves it on.
  await expect(row('four').getByRole('button', { name: 'Place 3, move' })).toBeFocused();
  await studio.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => waiting(queue)).toEqual(['one', 'four', 'two', 'three']);
  await row('three').getByRole('button', { name: 'Move to the top' }).click();
  await expect.poll(() => waiting(queue)).toEqual(['three', 'one', 'four', 'two']);
  await row('one').getByRole('button', { name: 'Move down' }).click();
  await expect.poll(() => waiting(queue)).toEqual(['three', 'four', 'one', 'two']);

  await queue.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => billed(emulator)).toEqual(['zero', 'three', 'four', 'one', 'two']);
});

test('rows are dragged by their grip, and Escape lets one fall back', async ({ studio, emulator }) => {
  await setConcurrency(studio, '1');
  await pause(studio, emulator, ['zero', 'one', 'two', 'three']);
  const queue = await openQueue(studio);
  // What was being made leaves the list, and all rows move up.
  await expect(queue.getByText('3 waiting', { exact: true })).toBeVisible();
  const { mouse, keyboard } = studio.page;
  const rowOf = (prompt: string) => queue.getByRole('listitem', { name: prompt, exact: true });
  const gripOf = (prompt: string) => rowOf(prompt).getByRole('button', { name: /^Place/ });
  const middle = async (place: Locator) => {
    const box = await place.boundingBox();
    if (box === null) throw new Error('The row is not in the window.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
  };
  // The list moves while the dialog comes up and its lines fill: a hover waits until the grip stands still and is hit.
  const press = async (prompt: string) => {
    await gripOf(prompt).hover();
    await mouse.down();
    return middle(gripOf(prompt));
  };
  const drag = async (prompt: string, to: string, offset: number) => {
    const from = await press(prompt);
    const target = await middle(rowOf(to));
    await mouse.move(from.x, (from.y + target.y) / 2, { steps: 4 });
    await mouse.move(from.x, target.y + offset * target.height, { steps: 4 });
  };

  await drag('three', 'one', -0.3);
  await mouse.up();
  await expect.poll(() => waiting(queue)).toEqual(['three', 'one', 'two']);
  await drag('three', 'two', 0.3);
  await mouse.up();
  await expect.poll(() => waiting(queue)).toEqual(['one', 'two', 'three']);

  await drag('three', 'one', -0.3);
  await keyboard.press('Escape');
  await mouse.up();
  await expect(queue).toBeVisible();
  expect(await waiting(queue)).toEqual(['one', 'two', 'three']);
  await drag('two', 'one', -0.3);
  await mouse.up();
  await expect.poll(() => waiting(queue)).toEqual(['two', 'one', 'three']);

  // The system may take the capture away while the button is down.
  const from = await press('three');
  const target = await middle(rowOf('two'));
  await mouse.move(from.x, from.y - 10, { steps: 2 });
  await gripOf('three').evaluate((grip) => {
    // 1 is the mouse.
    grip.releasePointerCapture(1);
  });
  await mouse.move(from.x, target.y - 0.3 * target.height, { steps: 4 });
  await mouse.up();
  await expect.poll(() => waiting(queue)).toEqual(['three', 'two', 'one']);

  await queue.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => billed(emulator)).toEqual(['zero', 'three', 'two', 'one']);
});

test('as many are made at a time as the user says, at once', async ({ studio, emulator }) => {
  emulator.setFaults([{ name: 'slow' }]);
  await setConcurrency(studio, '1');
  const prompts = ['clip one', 'clip two', 'clip three', 'clip four', 'clip five'];
  for (const prompt of prompts) await studio.generate(prompt);
  await studio.expectPhase(studio.card('clip one'), 'processing');
  await expect(strip(studio)).toContainText('1 being made · 4 waiting');
  expect(billed(emulator)).toEqual(['clip one']);
  await setConcurrency(studio, '4');
  await expect(strip(studio)).toContainText('4 being made · 1 waiting');
  await expect.poll(() => billed(emulator)).toEqual(prompts.slice(0, 4));
});

test('cancelled before it was sent: nothing is sent, and Undo brings it back', async ({
  studio,
  emulator,
}) => {
  await pause(studio, emulator, ['zero', 'one', 'two']);
  const queue = await openQueue(studio);
  for (const prompt of ['one', 'two']) {
    await queue
      .getByRole('listitem', { name: prompt, exact: true })
      .getByRole('button', { name: 'Cancel' })
      .click();
  }
  await expect(queue.getByText('Cancelled before it was sent. Nothing is charged.').first()).toBeVisible();
  await expect.poll(() => waiting(queue)).toEqual([]);
  await queue.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => waiting(queue)).toEqual(['two']);
  await queue.getByRole('button', { name: 'Resume' }).click();
  await studio.page.keyboard.press('Escape');
  await studio.expectPhase(studio.card('two'), 'completed');
  expect(billed(emulator)).toEqual(['zero', 'two']);
});

test('cancelled after it was sent, and followed again: the clip comes without a second request', async ({
  launch,
  emulator,
}) => {
  emulator.setFaults([{ name: 'slow' }]);
  let studio = await launch();
  let card = await studio.generate('a lighthouse');
  await studio.expectPhase(card, 'processing');

  await card.hover();
  await card.getByRole('button', { name: 'Cancel' }).click();
  const question = studio.page.getByRole('dialog', { name: 'Cancel this clip?' });
  await expect(question).toContainText('The service may finish it and charge $3.20 all the same.');
  await question.getByRole('button', { name: 'Keep going' }).click();
  await studio.expectPhase(card, 'processing');

  await card.hover();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Cancel the clip' }).click();
  await studio.expectPhase(card, 'error');
  await expect(card).toContainText('The service may still finish and charge it.');
  await expect(strip(studio)).toBeHidden();
  await studio.close();

  emulator.setFaults([]);
  studio = await launch();
  card = studio.card('a lighthouse');
  await studio.expectPhase(card, 'error');
  await card.getByRole('button', { name: 'Follow it again' }).click();
  await studio.expectPhase(card, 'completed');
  expect(attempts(emulator)).toHaveLength(1);
});

test('a request is made once more for its price, and nothing is sent before that was agreed to', async ({
  studio,
  emulator,
}) => {
  const card = await studio.makeClip('a harbour');
  await card.hover();
  await card.getByRole('button', { name: 'Duplicate' }).click();
  const question = studio.page.getByRole('dialog', { name: 'Make this clip again?' });
  await expect(question).toContainText('costs $3.20');
  await studio.page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(attempts(emulator)).toHaveLength(1);

  await card.hover();
  await card.getByRole('button', { name: 'Duplicate' }).click();
  await question.getByRole('button', { name: 'Duplicate for $3.20' }).click();
  await expect(studio.card('a harbour')).toHaveCount(2);
  await studio.expectPhase(studio.card('a harbour').first(), 'completed');
  const [one, other] = sent(emulator);
  expect(other).toEqual(one);
  expect(attempts(emulator)).toHaveLength(2);
});

test('all that failed are tried again together, for a price that is said before', async ({
  launch,
  emulator,
  folder,
}) => {
  seedOperations(folder, folder, [
    { prompt: 'failed one' },
    { prompt: 'failed two' },
    {
      prompt: 'refused for good',
      error: { code: 'service_refused', message: 'The service refused this request.', retryable: false },
    },
    { prompt: 'nobody knows', phase: 'unknown' },
  ]);
  const studio = await launch();
  await studio.page.getByRole('button', { name: 'Try failed ones again (2)' }).click();
  const question = studio.page.getByRole('dialog', { name: 'Try 2 failed clips again?' });
  await expect(question).toContainText('Together they cost $6.40.');
  expect(attempts(emulator)).toEqual([]);
  await question.getByRole('button', { name: 'Try 2 again for $6.40' }).click();
  for (const prompt of ['failed one', 'failed two']) {
    await expect(studio.card(prompt)).toHaveCount(1);
    await studio.expectPhase(studio.card(prompt), 'completed');
  }
  expect(billed(emulator).toSorted()).toEqual(['failed one', 'failed two']);
  await studio.expectPhase(studio.card('refused for good'), 'error');
  await studio.expectPhase(studio.card('nobody knows'), 'unknown');
});

test('an allowance to go over the budget is kept over a restart', async ({ launch, emulator }) => {
  const first = await launch();
  await first.page.getByRole('button', { name: /^Today / }).click();
  const spend = first.page.getByRole('dialog', { name: 'Spend' });
  await spend.getByLabel('For a day').fill('1');
  await spend.getByLabel('For a day').press('Enter');
  await first.page.keyboard.press('Escape');
  const card = await first.generate('dear');
  await expect(card).toContainText('Held: it would go over the day’s budget of $1.00.');
  // Paused, so that it is allowed and still not sent when the app ends.
  await strip(first).getByRole('button', { name: 'Pause' }).click();
  await first.page.getByRole('button', { name: 'Go over once…' }).click();
  const over = first.page.getByRole('dialog', { name: 'Go over the budget' });
  await over.getByLabel('Type OVER to allow the next $3.20').fill('OVER');
  await over.getByRole('button', { name: 'Allow $3.20' }).click();
  await expect(over).toBeHidden();
  await first.close();
  expect(attempts(emulator)).toEqual([]);

  const studio = await launch();
  await strip(studio).getByRole('button', { name: 'Resume' }).click();
  await studio.expectPhase(studio.card('dear'), 'completed');
  await studio.generate('another');
  await expect(studio.card('another')).toContainText('Held: it would go over');
  expect(billed(emulator)).toEqual(['dear']);
});

test('a click on a notification shows the card that it speaks of', async ({ launch, folder, emulator }) => {
  emulator.setFaults([{ name: 'slow' }]);
  seedOperations(
    folder,
    folder,
    Array.from({ length: 40 }, (_, index) => ({ prompt: `old ${index}` })),
  );
  const studio = await launch();
  const desk = await watchDesk(studio);
  await lookAtWindow(studio, true);
  const card = await studio.generate('a lighthouse');
  await studio.expectPhase(card, 'processing');
  // The user reads something else at the other end of the gallery, behind a dialog.
  await studio.gallery.evaluate((gallery) => {
    gallery.scrollTo(0, gallery.scrollHeight);
  });
  await expect(card).not.toBeInViewport();
  await studio.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await lookAtWindow(studio, false);
  emulator.setFaults([]);
  await expect.poll(() => desk.read('notifications')).toHaveLength(1);

  await desk.clickLast();
  await expect(studio.page.getByRole('dialog')).toBeHidden();
  await expect(card).toBeInViewport({ ratio: 1 });
  await expect(card.getByRole('button', { name: 'Play: a lighthouse' })).toBeFocused();
  await expect(card).toHaveAttribute('data-stands-out', '');
});

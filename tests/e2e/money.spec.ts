/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { attempts } from './support/wire.ts';

const pill = ({ page }: Studio): Locator => page.getByRole('button', { name: /^Today / });

async function openSpend(studio: Studio): Promise<Locator> {
  await pill(studio).click();
  const dialog = studio.page.getByRole('dialog', { name: 'Spend' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** One of the three sums, with what may come on top of it. */
const figure = (dialog: Locator, label: string): Locator =>
  dialog.getByRole('term').filter({ hasText: label }).locator('..');

test('the header adds up what clips cost; what was not charged and what is not certain stay apart', async ({
  launch,
  emulator,
  folder,
}) => {
  const studio = await launch();
  await expect(pill(studio)).toHaveText('Today $0.00');

  await test.step('a clip counts from the moment it is sent', async () => {
    emulator.setFaults([{ name: 'slow' }]);
    const card = await studio.generate('a lion');
    await studio.expectPhase(card, 'processing');
    await expect(pill(studio)).toHaveText('Today $3.20');
    emulator.setFaults([]);
    await studio.expectPhase(card, 'completed');
    await expect(pill(studio)).toHaveText('Today $3.20');
  });

  await test.step('a blocked one adds nothing in the end', async () => {
    emulator.setFaults([{ name: 'blocked', count: 1 }]);
    await studio.expectPhase(await studio.generate('a blocked one'), 'blocked');
    await expect(pill(studio)).toHaveText('Today $3.20');
  });

  await test.step('one that nobody knows of is shown apart', async () => {
    emulator.setFaults([{ name: 'cut-create', count: 1 }]);
    await studio.expectPhase(await studio.generate('a lost one'), 'unknown');
    await expect(pill(studio)).toHaveText('Today $3.20');
    const dialog = await openSpend(studio);
    for (const label of ['Today', 'This month', 'All time']) {
      await expect(figure(dialog, label)).toHaveText(`${label}$3.20up to $3.20 more`);
    }
    await expect(dialog).toContainText('Of $3.20 nobody has said whether it was charged.');
    await studio.page.keyboard.press('Escape');
  });

  await test.step('the table has each run and no prompt', async () => {
    const file = path.join(folder, 'spend.csv');
    const asked = await studio.answerSaveDialog(file);
    const dialog = await openSpend(studio);
    await dialog.getByRole('button', { name: 'Export CSV' }).click();
    await expect(dialog.getByText('Saved')).toBeVisible();
    expect((await asked())[0]?.defaultPath).toMatch(/Zoetrope spend \d{4}-\d\d-\d\d\.csv$/);
    const bytes = (await readFile(file)).toString('latin1');
    const [header, ...lines] = bytes.split('\r\n');
    expect(header).toBe('date,operation,model,resolution,seconds,session,state,usd');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => line.split(',').slice(2).join())).toEqual([
      'veo-3.1-generate-preview,720p,8,First session,charged,3.20',
      'veo-3.1-generate-preview,720p,8,First session,not_charged,0.00',
      'veo-3.1-generate-preview,720p,8,First session,unknown,3.20',
    ]);
    const today = new Date().toISOString().slice(0, 7);
    for (const line of lines) expect(line).toMatch(new RegExp(`^${today}-\\d\\dT[\\d:.]+Z,[0-9a-f-]{36},`));
    expect(bytes).not.toMatch(/lion|blocked one|lost one/);
    await studio.page.keyboard.press('Escape');
  });

  await test.step('deleting everything and starting again changes none of it', async () => {
    await studio.page.getByRole('button', { name: 'Clear finished' }).click();
    await expect(studio.cards).toHaveCount(0);
    await studio.close();
    const after = await launch();
    await expect(pill(after)).toHaveText('Today $3.20');
    await expect(after.cards).toHaveCount(0);
    const dialog = await openSpend(after);
    await expect(figure(dialog, 'All time')).toHaveText('All time$3.20up to $3.20 more');
    expect(attempts(emulator)).toHaveLength(3);
  });
});

test('a budget holds what would go over it, until it is raised or a word is typed', async ({
  launch,
  emulator,
}) => {
  const first = await launch();
  let dialog = await openSpend(first);
  await dialog.getByLabel('For a day').fill('5');
  await dialog.getByLabel('For a day').press('Enter');
  await expect(dialog.getByText('Saved')).toBeVisible();
  await first.page.keyboard.press('Escape');
  await expect(pill(first)).toHaveText('Today $0.00 of $5.00');

  await first.makeClip('the first');
  for (const prompt of ['the second', 'the third']) {
    const card = await first.generate(prompt);
    await expect(card).toContainText('Held: it would go over the day’s budget of $5.00.');
    await first.expectPhase(card, 'queued');
  }
  await expect(first.page.getByText('2 clips wait. The next one:')).toBeVisible();
  expect(attempts(emulator)).toHaveLength(1);

  await test.step('a restart changes none of it', async () => {
    await first.close();
  });
  const studio = await launch();
  await expect(pill(studio)).toHaveText('Today $3.20 of $5.00');
  await expect(studio.card('the second')).toContainText('Held: it would go over');
  await expect(studio.page.getByText('2 clips wait. The next one:')).toBeVisible();
  expect(attempts(emulator)).toHaveLength(1);

  await test.step('the word lets exactly the next one go', async () => {
    await studio.page.getByRole('button', { name: 'Go over once…' }).click();
    const over = studio.page.getByRole('dialog', { name: 'Go over the budget' });
    await expect(over).toContainText('the second');
    await over.getByLabel('Type OVER to allow the next $3.20').fill('yes');
    await expect(over.getByRole('button', { name: 'Allow $3.20' })).toBeDisabled();
    await over.getByLabel('Type OVER to allow the next $3.20').fill('OVER');
    await over.getByRole('button', { name: 'Allow $3.20' }).click();
    await studio.expectPhase(studio.card('the second'), 'completed');
    await expect(over).toBeHidden();
    await expect(pill(studio)).toHaveText('Today $6.40 of $5.00');
    await studio.expectPhase(studio.card('the third'), 'queued');
    expect(attempts(emulator)).toHaveLength(2);
  });

  await test.step('a higher budget sends the rest by itself', async () => {
    await studio.page.getByRole('button', { name: 'Change the budget' }).click();
    dialog = studio.page.getByRole('dialog', { name: 'Spend' });
    await dialog.getByLabel('For a day').fill('20');
    await dialog.getByLabel('For a day').press('Enter');
    await studio.page.keyboard.press('Escape');
    await studio.expectPhase(studio.card('the third'), 'completed');
    await expect(studio.page.getByText('A clip waits')).toHaveCount(0);
    await expect(pill(studio)).toHaveText('Today $9.60 of $20.00');
    expect(attempts(emulator)).toHaveLength(3);
  });
});

test('demo clips are free: the header has no sum', async ({ launch }) => {
  const studio = await launch({ key: null, baseUrl: null });
  await expect(studio.page.getByText('Demo', { exact: true }).first()).toBeVisible();
  await expect(studio.page.getByRole('banner')).toContainText('Veo 3.1');
  await expect(pill(studio)).toHaveCount(0);
});

function look(studio: Studio, state: string, dialog: Locator | null = null): Promise<void> {
  return takeLooks(studio, state, {
    check: async () => {
      await expect(pill(studio)).toBeInViewport({ ratio: 1 });
      await expect(dialog ?? studio.generateButton).toBeInViewport({ ratio: 1 });
      const sideways = await studio.page.evaluate(() =>
        Array.from(document.querySelectorAll('*'))
          .filter(
            (part) => getComputedStyle(part).overflowX === 'auto' && part.scrollWidth > part.clientWidth,
          )
          .map((part) => part.className),
      );
      expect(sideways).toEqual([]);
    },
  });
}

test(
  'the header, the dialog, held cards and the question fit both sizes in both themes',
  { tag: '@long' },
  async ({ launch, emulator }) => {
    const studio = await launch();
    await studio.makeClip('a lion');
    emulator.setFaults([{ name: 'cut-create', count: 1 }]);
    await studio.expectPhase(await studio.generate('a lost one'), 'unknown');
    const dialog = await openSpend(studio);
    await dialog.getByLabel('For a day').fill('8');
    await dialog.getByLabel('For a day').press('Enter');
    await expect(dialog.getByText('Saved')).toBeVisible();
    await look(studio, 'spend', dialog);
    await studio.page.keyboard.press('Escape');
    await expect(await studio.generate('w'.repeat(400))).toContainText('Held: it would go over');
    await look(studio, 'held');
    await studio.page.getByRole('button', { name: 'Go over once…' }).click();
    await look(studio, 'go-over', studio.page.getByRole('dialog', { name: 'Go over the budget' }));
  },
);

/// <reference lib="dom" />
import { mkdir, readFile, readdir, writeFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { undoMs } from '../../preload/contract/domain.ts';
import { watchFileManager } from './support/desktop.ts';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';
import { billed } from './support/wire.ts';

/** What is there after the undo time may take a moment to be seen. */
const afterUndoMs = undoMs + 7000;

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function messages({ page }: Studio): Locator {
  return page.getByRole('region', { name: 'Messages' });
}

function library(folder: string): string {
  return path.join(folder, 'library');
}

/**
 * The names that the files in the test's own system trash had (the launch says to the app where it is). A desktop's
 * trash program keeps the names of the files, a bare system's entries have the names in their `.trashinfo` only.
 */
async function trashed(folder: string): Promise<string[]> {
  const info = path.join(folder, 'home-share', 'Trash', 'info');
  const names: string[] = [];
  for (const entry of await namesIn(info)) {
    const from = /^Path=(.+)$/m.exec(await readFile(path.join(info, entry), 'utf8'))?.[1] ?? '';
    const kept = path.join(folder, 'home-share', 'Trash', 'files', path.basename(entry, '.trashinfo'));
    expect((await stat(kept)).size).toBeGreaterThan(0);
    names.push(path.basename(decodeURIComponent(from)));
  }
  return names;
}

async function press(card: Locator, button: string): Promise<void> {
  await card.hover();
  await card.getByRole('button', { name: button, exact: true }).click();
}

function prompts({ cards }: Studio): Promise<(string | null)[]> {
  return cards.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
}

test('Download saves the very bytes under the name that was chosen', async ({ studio, folder }) => {
  const card = await studio.makeClip('A red fox / crosses: the snow?');
  const [file = ''] = await readdir(library(folder));
  const bytes = await readFile(path.join(library(folder), file));
  const target = path.join(folder, 'somewhere', 'my fox.mp4');

  await test.step('closing the dialog does nothing', async () => {
    const asked = await studio.answerSaveDialog(null);
    await press(card, 'Download');
    await expect.poll(asked).toHaveLength(1);
    const [question] = await asked();
    // A name for people: the day, the prompt without what file systems forbid, the settings.
    expect(path.basename(question?.defaultPath ?? '')).toMatch(
      /^\d{4}-\d\d-\d\d A red fox crosses the snow 8s 720p\.mp4$/,
    );
    expect(question?.filters?.flatMap(({ extensions }) => extensions)).toContain('mp4');
    await expect(messages(studio)).toBeEmpty();
    expect(await readdir(library(folder))).toEqual([file]);
  });

  await test.step('a folder that is not there is named as the reason', async () => {
    await studio.answerSaveDialog(target);
    await press(card, 'Download');
    await expect(messages(studio).getByRole('alert')).toContainText(
      'The folder that you chose is not there any more. Choose another one.',
    );
    await messages(studio).getByRole('button', { name: 'Dismiss' }).click();
    await expect(messages(studio)).toBeEmpty();
  });

  await test.step('a good place gets the whole file and nothing else', async () => {
    await mkdir(path.dirname(target));
    await press(card, 'Download');
    await expect(messages(studio)).toContainText('Saved');
    expect(Buffer.compare(await readFile(target), bytes)).toBe(0);
    expect(await readdir(path.dirname(target))).toEqual(['my fox.mp4']);
  });

  await test.step('a file whose replacing the dialog has confirmed is replaced', async () => {
    await writeFile(target, 'something older');
    await press(card, 'Download');
    await expect.poll(async () => Buffer.compare(await readFile(target), bytes)).toBe(0);
  });

  await test.step('a name without an ending becomes an MP4 and replaces nothing that was not asked about', async () => {
    const plain = path.join(folder, 'somewhere', 'plain');
    await writeFile(`${plain}.mp4`, 'something older');
    await studio.answerSaveDialog(plain);
    await press(card, 'Download');
    await expect.poll(() => namesIn(path.dirname(plain))).toContain('plain (2).mp4');
    expect(Buffer.compare(await readFile(`${plain} (2).mp4`), bytes)).toBe(0);
    expect(await readFile(`${plain}.mp4`, 'utf8')).toBe('something older');
  });

  await test.step('Show in folder shows the file of the library', async () => {
    const shown = await watchFileManager(studio);
    await press(card, 'Show in folder');
    await expect.poll(shown).toEqual([path.join(library(folder), file)]);
  });
});

test('Delete asks nothing, Undo brings the clip back, afterwards its file is in the trash', async ({
  studio,
  folder,
  launch,
}) => {
  const card = await studio.makeClip('A clip that goes');
  const [file = ''] = await readdir(library(folder));

  await test.step('gone at once, back with Undo', async () => {
    await press(card, 'Delete');
    await expect(card).toHaveCount(0);
    await expect(studio.page.getByRole('dialog')).toHaveCount(0);
    expect(await readdir(library(folder))).toEqual([file]);
    await messages(studio).getByRole('button', { name: 'Undo' }).click();
    await studio.expectPhase(card, 'completed');
    await expect(messages(studio)).toContainText('It is back.');
  });

  await test.step('back with Ctrl+Z', async () => {
    await press(card, 'Delete');
    await expect(card).toHaveCount(0);
    await studio.page.keyboard.press('Control+z');
    await studio.expectPhase(card, 'completed');
  });

  await test.step('what came back still plays', async () => {
    await studio.play(card);
    await studio.page.keyboard.press('Escape');
  });

  await test.step('in the trash when the undo time is over', async () => {
    await press(card, 'Delete');
    await expect.poll(() => trashed(folder), { timeout: afterUndoMs }).toEqual([file]);
    expect(await readdir(library(folder))).toEqual([]);
    await expect(messages(studio).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  await test.step('and not back after a restart', async () => {
    await studio.close();
    const again = await launch();
    await expect(again.page.getByText('Set something in motion')).toBeVisible();
    await expect(again.cards).toHaveCount(0);
  });
});

test('closing the app while Undo is offered deletes all the same', async ({ studio, folder, launch }) => {
  const card = await studio.makeClip('Deleted on the way out');
  const [file = ''] = await readdir(library(folder));
  await press(card, 'Delete');
  await expect(card).toHaveCount(0);
  await studio.close();
  const again = await launch();
  await expect(again.page.getByText('Set something in motion')).toBeVisible();
  await expect.poll(() => trashed(folder)).toEqual([file]);
  expect(await readdir(library(folder))).toEqual([]);
});

test('Clear finished takes clips and errors, leaves what runs, and can be undone', async ({ studio }) => {
  const clip = await studio.makeClip('A finished clip');
  const failed = await studio.generate('A failure [fault:failed]');
  await studio.expectPhase(failed, 'error');
  const running = await studio.generate('Still being made [fault:slow]');
  await studio.expectPhase(running, 'processing');
  await running.hover();
  await expect(running.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  await studio.page.getByRole('button', { name: 'Clear finished' }).click();
  await expect(clip).toHaveCount(0);
  await expect(failed).toHaveCount(0);
  await studio.expectPhase(running, 'processing');
  await expect(messages(studio)).toContainText('2 deleted.');
  await messages(studio).getByRole('button', { name: 'Undo' }).click();
  await studio.expectPhase(clip, 'completed');
  await studio.expectPhase(failed, 'error');
  expect(await prompts(studio)).toEqual([
    'Still being made [fault:slow]',
    'A failure [fault:failed]',
    'A finished clip',
  ]);
});

test('a queued clip that is deleted is never sent', async ({ studio, emulator }) => {
  // Nothing finishes until the test says so.
  emulator.setFaults([{ name: 'slow' }]);
  const one = await studio.generate('The first one');
  const two = await studio.generate('The second one');
  await studio.expectPhase(one, 'processing');
  await studio.expectPhase(two, 'processing');
  const three = await studio.generate('Not after all');
  await studio.expectPhase(three, 'queued');
  await expect(three).toContainText('Queued, 1st');
  await expect(three).toContainText('not sent yet, nothing charged');
  const four = await studio.generate('The last one');
  await expect(four).toContainText('Queued, 2nd');

  await press(three, 'Delete');
  await expect(three).toHaveCount(0);
  await expect(four).toContainText('Queued, 1st');

  emulator.setFaults([]);
  for (const card of [one, two, four]) await studio.expectPhase(card, 'completed');
  expect(billed(emulator).toSorted()).toEqual(['The first one', 'The last one', 'The second one']);
  expect(await prompts(studio)).toEqual(['The last one', 'The second one', 'The first one']);
});

test('a large library is listed newest first and comes page by page', async ({ launch, folder }) => {
  const count = 150;
  seedOperations(
    folder,
    library(folder),
    Array.from({ length: count }, (_, index) => ({ prompt: `Take ${index + 1}` })),
  );
  const studio = await launch();
  await expect(studio.cards.first()).toContainText(`Take ${count}`);
  // Not all at once: what is far away is not there, wherever one is.
  const fewer = async () => expect(await studio.cards.count()).toBeLessThan(count / 2);
  await fewer();
  const gallery = studio.page.getByRole('region', { name: 'Clips', exact: true });
  await expect(gallery).toContainText('150 clips');
  await gallery.hover();
  const seen: string[] = [];
  await expect(async () => {
    for (const prompt of await prompts(studio)) if (prompt && !seen.includes(prompt)) seen.push(prompt);
    await studio.page.mouse.wheel(0, 400);
    expect(seen).toHaveLength(count);
  }).toPass({ intervals: [50] });
  expect(seen).toEqual(Array.from({ length: count }, (_, index) => `Take ${count - index}`));
  await fewer();
  await expect(async () => {
    await studio.page.mouse.wheel(0, 5000);
    await expect(studio.cards.last()).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(studio.cards.last()).toContainText('Take 1');
});

test('a clip that its folder has lost keeps its card', async ({ launch, folder }) => {
  seedOperations(folder, library(folder), [{ prompt: 'Its file is gone', clipFile: 'gone.mp4' }]);
  const studio = await launch();
  const card = studio.card('Its file is gone');
  await studio.expectPhase(card, 'completed');
  await press(card, 'Show in folder');
  await expect(messages(studio).getByRole('alert')).toContainText('no longer where Zoetrope saved it');
  await messages(studio).getByRole('button', { name: 'Dismiss' }).click();
  // Nothing is left to move to the trash, and that is no reason to keep the card.
  await press(card, 'Delete');
  await expect(card).toHaveCount(0);
  await expect(messages(studio).getByRole('button', { name: 'Undo' })).toHaveCount(0, {
    timeout: afterUndoMs,
  });
  await expect(studio.cards).toHaveCount(0);
});

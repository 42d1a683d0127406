/// <reference lib="dom" />
/** What main does with a library of many: asked over the bridge as the window does, checked on the disk. */
import { copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import type { DownloadProgress, LibraryQuery } from '../../preload/contract/library.ts';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { seedOperations } from './support/seed.ts';
import type { Studio } from './support/studio.ts';
import { expect, test } from './support/test.ts';

const sample = 'emulator/samples/landscape-720p-4s.mp4';
const prompts = ['A lion walks', 'A red car', 'Café at night', 'Running cat 走る猫', 'A lioness sleeps'];

/** Five clips whose files are on the disk, the last prompt the newest. */
async function fill(folder: string): Promise<string> {
  const library = path.join(folder, 'library');
  await mkdir(library, { recursive: true });
  const names = prompts.map((_, index) => `clip ${index + 1}.mp4`);
  for (const name of names) await copyFile(sample, path.join(library, name));
  seedOperations(
    folder,
    library,
    prompts.map((prompt, index) => ({ prompt, clipFile: names[index] ?? '' })),
  );
  return library;
}

/** A call of `window.zoetrope.library` or `.clips`; fails the test when it answers with an error. */
async function ask<Answer>(studio: Studio, call: string, input: unknown): Promise<Answer> {
  const result = await studio.page.evaluate(
    async ({ names: [domain = '', name = ''], value }) => {
      const { zoetrope } = window as unknown as {
        zoetrope: Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
      };
      return zoetrope[domain]?.[name]?.(value);
    },
    { names: call.split('.'), value: input },
  );
  expect(result).toMatchObject({ ok: true });
  return (result as { value: Answer }).value;
}

const pageOf = (studio: Studio, query: Partial<LibraryQuery>) =>
  ask<{ operations: { id: string; request: { prompt: string } }[]; total: number }>(studio, 'library.page', {
    query: { ...wholeLibrary, ...query },
    offset: 0,
    limit: 50,
  });
const promptsOf = async (studio: Studio, query: Partial<LibraryQuery>): Promise<string[]> =>
  (await pageOf(studio, query)).operations.map(({ request }) => request.prompt);

const countOf = async (studio: Studio): Promise<number> => (await pageOf(studio, {})).total;

/** So many posters are there and drawn: a picture that is on its way when its clip goes would be missed. */
async function expectPictures(studio: Studio, count: number): Promise<void> {
  const drawn = () =>
    studio.cards
      .locator('img')
      .evaluateAll(
        (pictures) =>
          pictures.filter((each) => each instanceof HTMLImageElement && each.naturalWidth > 0).length,
      );
  await expect.poll(drawn).toBe(count);
}

const all = { query: wholeLibrary, except: [] };

test('searching, marking and sorting last over a restart', async ({ folder, launch }) => {
  await fill(folder);
  const first = await launch();
  expect(await promptsOf(first, { text: 'lio' })).toEqual(['A lioness sleeps', 'A lion walks']);
  expect(await promptsOf(first, { text: 'cafe' })).toEqual(['Café at night']);
  expect(await promptsOf(first, { text: '猫' })).toEqual(['Running cat 走る猫']);
  expect(await promptsOf(first, { text: '"; DROP TABLE operations; --' })).toEqual([]);

  const { operations } = await pageOf(first, { text: 'red' });
  const operationIds = operations.map(({ id }) => id);
  await ask(first, 'library.setFavourite', { selection: { operationIds }, favourite: true });
  await ask(first, 'library.rate', { selection: { operationIds }, rating: 4 });
  await first.close();

  const second = await launch();
  expect(await promptsOf(second, { favourite: true })).toEqual(['A red car']);
  expect((await promptsOf(second, { sort: 'rating' }))[0]).toBe('A red car');
  expect(await ask(second, 'library.details', { operationId: operationIds[0] })).toMatchObject({
    operation: { favourite: true, rating: 4, clip: { fileName: 'clip 2.mp4' } },
    folder: path.join(folder, 'library'),
    sessionName: 'First session',
  });
});

test('all clips are copied into a folder that the user chooses, and nothing there is replaced', async ({
  folder,
  launch,
}) => {
  const library = await fill(folder);
  const target = path.join(folder, 'chosen');
  await mkdir(target);
  await copyFile('package.json', path.join(target, 'clip 1.mp4'));
  await rm(path.join(library, 'clip 3.mp4'));
  const studio = await launch();
  await studio.application.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, {
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [chosen] }),
    });
  }, target);
  await studio.page.evaluate(() => {
    const { zoetrope } = window as unknown as { zoetrope: ZoetropeApi };
    const told: DownloadProgress[] = [];
    Object.assign(window, { told });
    zoetrope.on('downloadProgress', (progress) => told.push(progress));
  });
  const { jobId } = await ask<{ jobId: string }>(studio, 'library.download', { selection: all });
  await expect
    .poll(() => studio.page.evaluate(() => (window as unknown as { told: DownloadProgress[] }).told.at(-1)))
    .toMatchObject({ jobId, done: 4, failed: 1, total: 5, finished: true });
  expect((await readdir(target)).sort()).toEqual([
    'clip 1 (2).mp4',
    'clip 1.mp4',
    'clip 2.mp4',
    'clip 4.mp4',
    'clip 5.mp4',
  ]);
  expect(await readFile(path.join(target, 'clip 1.mp4'), 'utf8')).toContain('"zoetrope"');
  expect(await readFile(path.join(target, 'clip 5.mp4'))).toEqual(await readFile(sample));
});

test('all are removed, come back with one undo, and go to the trash without it', async ({
  folder,
  launch,
}) => {
  const library = await fill(folder);
  const studio = await launch();
  await expectPictures(studio, 5);
  const { undoToken, ...counts } = await ask<{ undoToken: string }>(studio, 'library.remove', {
    selection: all,
  });
  expect(counts).toEqual({ count: 5, skipped: 0 });
  expect(await countOf(studio)).toBe(0);
  expect(await ask(studio, 'library.restore', { undoToken })).toEqual({ count: 5 });
  expect(await countOf(studio)).toBe(5);
  expect(await readdir(library)).toHaveLength(5);

  await expectPictures(studio, 5);
  await ask(studio, 'library.remove', {
    selection: { query: { ...wholeLibrary, text: '"lion"' }, except: [] },
  });
  expect(await countOf(studio)).toBe(4);
  await expect.poll(() => readdir(library)).toHaveLength(4);
  expect(await readdir(library)).not.toContain('clip 1.mp4');
  const trash = path.join(folder, 'home-share', 'Trash', 'files');
  expect(await readdir(trash)).toEqual(['clip 1.mp4']);
});

test('a clip’s file can be put on the clipboard; a missing one is said to be so', async ({
  folder,
  launch,
}) => {
  const library = await fill(folder);
  const studio = await launch();
  const { operations } = await pageOf(studio, { text: 'red' });
  const operationId = operations[0]?.id ?? '';
  await ask(studio, 'clips.copyFile', { operationId });
  const written = await studio.application.evaluate(({ clipboard }) => {
    const old = clipboard as unknown as { readBuffer?: (format: string) => Buffer };
    return old.readBuffer?.('x-special/gnome-copied-files').toString() ?? null;
  });
  if (process.platform === 'linux' && written !== null) {
    expect(written).toBe(`copy\nfile://${path.join(library, 'clip 2.mp4').replaceAll(' ', '%20')}`);
  }
  await rm(path.join(library, 'clip 2.mp4'));
  const answer = await studio.page.evaluate((id) => {
    const { zoetrope } = window as unknown as { zoetrope: ZoetropeApi };
    return zoetrope.clips.copyFile({ operationId: id });
  }, operationId);
  expect(answer).toMatchObject({ ok: false, error: { code: 'file_missing' } });
});

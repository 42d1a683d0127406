import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { packetsOf, tagsOf } from '../../../tests/support/movie.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { makeBox } from '../../storage/mp4/boxes.ts';
import { readMoov } from '../../storage/mp4/file-boxes.ts';
import { realMovie, written } from '../../storage/mp4/test-movies.ts';
import { operationRow, temporaryFolder, testId, noMarks, nothingMore } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { isWholeMp4 } from '../generation/mp4-check.ts';
import { readRecipe } from './recipe.ts';
import { createRecipeWriter } from './recipe-writer.ts';

async function bench(data: Uint8Array) {
  const folder = await temporaryFolder();
  const file = await written(folder, data, `.zoetrope-${testId(1)}.part`);
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const { clock } = createFakeClock();
  const writer = createRecipeWriter({
    clock,
    log,
    appVersion: '1.2.3',
    sessionName: (id) => `Name of ${id}`,
  });
  const createdAt = Date.UTC(2026, 10, 22);
  const operation = operationRow(1, {
    prompt: 'lion walking',
    sessionId: 'one',
    createdAt,
    finishedAt: createdAt,
  });
  return {
    folder,
    file,
    log,
    write: () => writer({ operation, marks: noMarks, upload: null, clip: null, ...nothingMore }, file),
  };
}

test('the clip carries its recipe, is whole and plays as before', async () => {
  const { folder, file, write, log } = await bench(await realMovie());
  const before = await packetsOf(file);
  await write();
  expect(await packetsOf(file)).toEqual(before);
  expect(await isWholeMp4(file)).toBe(true);
  expect((await tagsOf(file)).title).toBe('lion walking');
  expect(readRecipe(await readMoov(file))).toMatchObject({
    recipe: { app: { version: '1.2.3' }, session: { id: 'one', name: 'Name of one' } },
  });
  expect(await readdir(folder)).toHaveLength(1);
  expect(log.warn).not.toHaveBeenCalled();
});

test('writing it once more, as after a crash, gives the same file', async () => {
  const { file, write } = await bench(await realMovie());
  await write();
  const once = await readFile(file);
  await write();
  expect((await readFile(file)).equals(once)).toBe(true);
});

test.each([
  ['is in fragments', Buffer.concat([tinyMp4(), makeBox('moof')])],
  ['is no movie', Buffer.from('<html>')],
])('a clip that %s stays as it came, and the log says so', async (_what, data) => {
  const { folder, file, write, log } = await bench(data);
  await write();
  expect((await readFile(file)).equals(data)).toBe(true);
  expect(await readdir(folder)).toHaveLength(1);
  expect(log.warn).toHaveBeenCalledOnce();
});

test('a disk that refuses the copy does not keep the clip from being saved', async () => {
  const { file, write, log } = await bench(await realMovie());
  const before = (await stat(file)).size;
  await mkdir(path.join(file.replace(/\.part$/, '.recipe.part'), 'in the way'), { recursive: true });
  await write();
  expect((await stat(file)).size).toBe(before);
  expect(log.warn).toHaveBeenCalled();
});

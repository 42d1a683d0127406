import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { packetsOf, tagsOf } from '../../../tests/support/movie.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { makeBox } from '../../storage/mp4/boxes.ts';
import { readMoov } from '../../storage/mp4/file-boxes.ts';
import { withoutText } from '../../storage/pictures/picture-text.ts';
import type { OperationRow } from '../../storage/records.ts';
import { realMovie, written } from '../../storage/mp4/test-movies.ts';
import { operationRow, temporaryFolder, testId, noMarks, nothingMore } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { isWholeMp4 } from '../generation/mp4-check.ts';
import { fixture } from '../images/fixtures.ts';
import { imageFacts } from '../images/image-facts.ts';
import { readPicture, readRecipe } from './recipe.ts';
import { createRecipeWriter } from './recipe-writer.ts';

async function bench(data: Uint8Array, changes: Partial<OperationRow> = {}) {
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
    ...changes,
  });
  return {
    folder,
    file,
    log,
    write: (said?: AnswerPart[]) =>
      writer({ operation, marks: noMarks, upload: null, clip: null, ...nothingMore }, file, said),
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

const image: Partial<OperationRow> = {
  medium: 'image',
  duration: '0',
  resolution: '2K',
  aspectRatio: '3:2',
  model: 'gemini-3-pro-image',
};
const said: AnswerPart[] = [{ text: 'Here it is.' }, { isImage: true, thoughtSignature: 'c2lnbmVk' }];

test.each(['still.png', 'still.jpg', 'lossy.webp', 'lossless.webp', 'extended.webp'] as const)(
  'an image (%s) carries its recipe, and is the same picture',
  async (name) => {
    const before = fixture(name);
    const { folder, file, write, log } = await bench(before, image);
    await write(said);
    expect(await readPicture(file)).toMatchObject({
      recipe: {
        medium: 'image',
        request: { prompt: 'lion walking', size: '2K', aspectRatio: '3:2', model: 'gemini-3-pro-image' },
        session: { id: 'one', name: 'Name of one' },
        turn: said,
      },
    });
    const after = await readFile(file);
    expect(imageFacts(after)).toEqual(imageFacts(before));
    expect(Buffer.compare(await withoutText(after), before)).toBe(0);
    await write(said);
    expect((await readFile(file)).equals(after)).toBe(true);
    expect(await readdir(folder)).toHaveLength(1);
    expect(log.warn).not.toHaveBeenCalled();
  },
);

test.each([
  ['is cut off', fixture('still.png').subarray(0, 300)],
  ['is something else', fixture('still.gif')],
])('an image that %s stays as it came, and the log says so', async (_what, data) => {
  const { folder, file, write, log } = await bench(data, image);
  await write(said);
  expect((await readFile(file)).equals(data)).toBe(true);
  expect(await readdir(folder)).toHaveLength(1);
  expect(log.warn).toHaveBeenCalledOnce();
});

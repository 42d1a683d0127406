/** Images that come back by the recipes in their files. */
import { copyFile, mkdir, rename, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { withText } from '../../storage/pictures/picture-text.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import {
  clipRow,
  noMarks,
  nothingMore,
  operationRow,
  sessionRow,
  temporaryFolder,
  testId,
  testTables,
  uploadRow,
} from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { fixture } from '../images/fixtures.ts';
import type { FixtureName } from '../images/fixtures.ts';
import { pictureText } from './recipe.ts';
import { createRebuild } from './rebuild.ts';

const at = 1_790_000_000_000;
const nothing = { added: 0, relinked: 0, known: 0, foreign: 0, unreadable: 0, cancelled: false };
const said: AnswerPart[] = [{ isImage: true, thoughtSignature: 'c2lnbmVk' }];

function record(number: number, changes: Partial<OperationRow> = {}, more: Partial<OperationRecord> = {}) {
  const operation = operationRow(number, {
    ...{ medium: 'image', duration: '0', service: 'gemini', model: 'gemini-3.1-flash-image' },
    ...{ aspectRatio: '16:9', resolution: '1K', phase: 'completed', estimatedUsd: 0.067 },
    ...{
      createdAt: at + number * 1000,
      submittedAt: at + number * 1000,
      finishedAt: at + number * 1000 + 500,
    },
    ...changes,
  } as const);
  return { operation, marks: noMarks, upload: null, clip: null, ...nothingMore, ...more };
}

async function cutOff(file: string): Promise<void> {
  await truncate(file, (await stat(file)).size - 40);
}

async function bench() {
  const tables = testTables();
  const media = createMediaFiles(await temporaryFolder());
  const library = path.join(await temporaryFolder(), 'library');
  await mkdir(library);
  const rebuild = createRebuild({
    ...tables,
    media,
    clock: createFakeClock(at).clock,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    ensureSession(id, name) {
      if (tables.sessions.find(id) === null) tables.sessions.insert(sessionRow(id, { name }));
    },
    written: (id) => {
      tables.spend.project(id, at);
    },
    progress: () => undefined,
  });
  async function image(of: OperationRecord, name: string, from: FixtureName = 'still.png'): Promise<void> {
    const text = pictureText(of, said, { sessionName: 'Zoo', appVersion: '0.1.0', now: at });
    await writeFile(path.join(library, name), await withText(fixture(from), text));
  }
  return { ...tables, media, library, rebuild, image };
}

describe('the library made anew from its folder', () => {
  test('has every image, whatever its type, with prompt, size, price and session; again changes nothing', async () => {
    const { rebuild, image, operations, spend, sessions, library } = await bench();
    const kinds = [
      ['one.png', 'still.png'],
      ['two.jpg', 'still.jpg'],
      ['three.JPEG', 'still.jpg'],
      ['four.webp', 'lossy.webp'],
      ['five.webp', 'lossless.webp'],
    ] as const;
    for (const [index, [name, from]] of kinds.entries()) {
      await image(record(index + 1, { sessionId: 'zoo', groupId: testId(9), take: 1, takes: 2 }), name, from);
    }
    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 5 });
    for (const [index, [fileName]] of kinds.entries()) {
      const found = operations.find(testId(index + 1));
      expect(found?.operation).toMatchObject({
        ...{ medium: 'image', phase: 'completed', prompt: `Prompt ${index + 1}`, sessionId: 'zoo' },
        ...{ aspectRatio: '16:9', resolution: '1K', duration: '0', negativePrompt: null },
        ...{ model: 'gemini-3.1-flash-image', groupId: testId(9), take: 1, takes: 2, estimatedUsd: 0.067 },
        ...{ createdAt: at + (index + 1) * 1000, submittedAt: at + (index + 1) * 1000 },
      });
      expect(found?.clip).toMatchObject({
        fileName,
        folder: library,
        width: 96,
        height: 54,
        hasPoster: false,
      });
      expect(spend.find(testId(index + 1))).toMatchObject({ state: 'charged', amountUsd: 0.067 });
    }
    expect(sessions.find('zoo')?.name).toBe('Zoo');
    expect(await rebuild.run([library])).toEqual({ ...nothing, known: 5 });
  });

  test('a conversation comes back with what the service signed, and goes on where its beginning is gone', async () => {
    const { rebuild, image, operations, library } = await bench();
    await image(record(1), 'first.png');
    await image(record(2, { mode: 'edit', sourceId: testId(1), sourcePrompt: 'Prompt 1' }), 'second.png');
    await image(record(3, { mode: 'edit', sourceId: testId(2), sourcePrompt: 'Prompt 2' }), 'third.png');
    await image(record(5, { mode: 'edit', sourceId: testId(4), sourcePrompt: 'gone' }), 'other.png');
    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 4 });
    expect(operations.conversation(testId(1))).toEqual([testId(1), testId(2), testId(3)]);
    expect(operations.find(testId(3))?.hasSource).toBe(true);
    expect(JSON.parse(operations.findTurn(testId(2)) ?? '')).toEqual(said);
    expect(operations.find(testId(5))).toMatchObject({
      hasSource: false,
      operation: { sourceId: testId(4), sourcePrompt: 'gone' },
    });
    expect(operations.conversation(testId(5))).toEqual([testId(5)]);
  });

  test('what it was combined from is there while this computer has it', async () => {
    const { rebuild, image, operations, library, media } = await bench();
    const sha256 = await media.saveUpload(fixture('still.jpg'));
    const here = uploadRow(7, { sha256 });
    await image(record(1, { mode: 'references' }, { references: [here, here] }), 'both.png');
    await image(record(2, { mode: 'references' }, { references: [here, uploadRow(8)] }), 'one.png');
    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 2 });
    expect(operations.find(testId(1))?.references).toMatchObject([{ sha256 }, { sha256 }]);
    expect(operations.find(testId(2))?.references).toEqual([]);
  });

  test('pictures of others are passed over, and are no clips of others', async () => {
    const { rebuild, library, image, operations } = await bench();
    const others: [string, Uint8Array][] = [
      ['photo.png', fixture('still.png')],
      ['photo.jpg', fixture('still.jpg')],
      ['photo.webp', fixture('extended.webp')],
      ['half.png', fixture('still.png').subarray(0, 200)],
      ['empty.jpg', new Uint8Array()],
      ['text.webp', Buffer.from('Dear diary')],
    ];
    for (const [name, data] of others) await writeFile(path.join(library, name), data);
    await image(record(1), 'ours.png');
    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 1 });
    expect(operations.page(10)).toHaveLength(1);
  });

  test('one with a recipe that is not whole, or with somebody else’s recipe, is told and does not come back', async () => {
    const { rebuild, library, image, operations } = await bench();
    await image(record(1), 'cut.png');
    await cutOff(path.join(library, 'cut.png'));
    await image(record(2), 'cut.jpg', 'still.jpg');
    await cutOff(path.join(library, 'cut.jpg'));
    await writeFile(path.join(library, 'other.png'), await withText(fixture('still.png'), '{"nodes":[]}'));
    await writeFile(
      path.join(library, 'long.webp'),
      await withText(fixture('lossy.webp'), 'x'.repeat(1_500_000)),
    );
    expect(await rebuild.run([library])).toEqual({ ...nothing, unreadable: 4 });
    expect(operations.page(10)).toEqual([]);
  });

  test('finds an image that was moved, leaves a second copy alone, and never takes a damaged one in its place', async () => {
    const { rebuild, library, image, clips, operations } = await bench();
    await image(record(1), 'one.png');
    await rebuild.run([library]);
    await rename(path.join(library, 'one.png'), path.join(library, 'damaged.png'));
    await cutOff(path.join(library, 'damaged.png'));
    expect(await rebuild.run([library])).toEqual({ ...nothing, unreadable: 1 });
    await image(record(1), 'renamed.png');
    await copyFile(path.join(library, 'renamed.png'), path.join(library, 'second copy.png'));
    expect(await rebuild.run([library])).toMatchObject({ relinked: 1, known: 1 });
    expect(clips.hasFile(library, 'renamed.png')).toBe(true);
    expect(operations.page(10)).toHaveLength(1);
  });

  test('an image that says it is one of the clips does not take its place', async () => {
    const { rebuild, library, image, operations, clips } = await bench();
    operations.insert(operationRow(1, { phase: 'completed' }));
    clips.insert(clipRow(1, { folder: library, fileName: 'gone.mp4' }));
    await image(record(1), 'one.png');
    expect(await rebuild.run([library])).toEqual({ ...nothing, unreadable: 1 });
    expect(clips.hasFile(library, 'gone.mp4')).toBe(true);
  });

  test('ends what the database waits for when the file is there, and leaves alone what was deleted', async () => {
    const { rebuild, library, image, operations } = await bench();
    operations.insert({ ...record(1).operation, phase: 'unknown', finishedAt: null });
    operations.insert({ ...record(2).operation, phase: 'downloading', finishedAt: null });
    operations.insert({ ...record(3).operation, deletedAt: at });
    for (const number of [1, 2, 3]) await image(record(number), `${number}.png`);
    expect(await rebuild.run([library], { beforeEngine: true })).toEqual({ ...nothing, added: 2, known: 1 });
    expect(operations.find(testId(1))?.operation).toMatchObject({ phase: 'completed', error: null });
    expect(operations.find(testId(2))?.operation.phase).toBe('completed');
    expect(JSON.parse(operations.findTurn(testId(1)) ?? '')).toEqual(said);
    expect(operations.find(testId(3))?.clip).toBeNull();
  });
});

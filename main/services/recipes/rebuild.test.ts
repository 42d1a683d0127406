import { copyFile, mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { OperationRecord } from '../../storage/records.ts';
import {
  operationRow,
  temporaryFolder,
  testId,
  testTables,
  nothingMore,
  uploadRow,
} from '../../storage/test-bench.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { writeTagged } from '../../storage/mp4/write-tags.ts';
import { createFakeClock } from '../fake-clock.ts';
import { recipeTags } from './recipe.ts';
import { createRebuild } from './rebuild.ts';

const sample = 'emulator/samples/landscape-720p-4s.mp4';
const at = 1_780_000_000_000;

function record(number: number, sessionId = 'first-session'): OperationRecord {
  const operation = operationRow(number, {
    service: 'gemini',
    phase: 'completed',
    remoteName: `models/veo/operations/${number}`,
    sessionId,
    estimatedUsd: 3.2,
    createdAt: at + number * 1000,
    submittedAt: at + number * 1000,
    finishedAt: at + number * 1000 + 500,
  });
  return { operation, marks: { favourite: false, rating: 0 }, upload: null, clip: null, ...nothingMore };
}

async function bench() {
  const tables = testTables();
  const data = await temporaryFolder();
  const library = path.join(await temporaryFolder(), 'library');
  await mkdir(library);
  const written: string[] = [];
  const sessions: string[] = [];
  const media = createMediaFiles(data);
  const rebuild = createRebuild({
    ...tables,
    media,
    clock: createFakeClock(at).clock,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    ensureSession(id, name) {
      sessions.push(`${id}: ${name}`);
      if (tables.sessions.find(id) === null) {
        tables.sessions.insert({
          ...{ id, name, createdAt: at, usedAt: at, selectedAt: null, archivedAt: null, removedAt: null },
        });
      }
    },
    written: (id) => void written.push(id),
    progress: () => undefined,
  });
  const clip = (number: number, name: string, sessionId?: string): Promise<void> => {
    const facts = { sessionName: sessionId ?? 'First session', appVersion: '0.1.0', now: at };
    return writeTagged(sample, path.join(library, name), recipeTags(record(number, sessionId), facts));
  };
  return { ...tables, media, library, rebuild, clip, written, sessions };
}

/** A 1×1 PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const nothing = { added: 0, relinked: 0, known: 0, foreign: 0, unreadable: 0, cancelled: false };

describe('the library made anew from its folder', () => {
  test('has every clip with its prompt, price and session; doing it again changes nothing', async () => {
    const { rebuild, clip, library, operations, sessions, written } = await bench();
    await clip(1, 'one.mp4');
    await mkdir(path.join(library, 'trips'));
    await clip(2, 'trips/two.mp4', 'trips-2026');
    await copyFile(sample, path.join(library, 'not ours.mp4'));

    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 2, foreign: 1 });
    const two = operations.find(testId(2));
    expect(two?.operation).toMatchObject({
      phase: 'completed',
      prompt: 'Prompt 2',
      sessionId: 'trips-2026',
      estimatedUsd: 3.2,
      createdAt: at + 2000,
    });
    expect(two?.clip).toMatchObject({
      folder: path.join(library, 'trips'),
      fileName: 'two.mp4',
      hasPoster: false,
    });
    expect(sessions).toContain('trips-2026: trips-2026');
    expect(written.toSorted()).toEqual([testId(1), testId(2)]);

    expect(await rebuild.run([library])).toEqual({ ...nothing, known: 2, foreign: 1 });
    expect(written).toHaveLength(2);
  });

  test('an image that is gone: the clip comes back, and is not asked for again without it', async () => {
    const { rebuild, library, operations, uploads, media } = await bench();
    const sha256 = await media.saveUpload(png);
    const here = { ...uploadRow(3), sha256 };
    const more = {
      ...record(1),
      operation: { ...record(1).operation, mode: 'frames', seed: 7 },
    } as OperationRecord;
    const facts = { sessionName: null, appVersion: '0.1.0', now: at };
    const frames = recipeTags({ ...more, upload: here, lastFrame: uploadRow(4) }, facts);
    await writeTagged(sample, path.join(library, 'frames.mp4'), frames);
    const other = { ...more, operation: { ...record(2).operation, mode: 'references' } } as OperationRecord;
    const references = recipeTags({ ...other, references: [here, here] }, facts);
    await writeTagged(sample, path.join(library, 'references.mp4'), references);

    expect(await rebuild.run([library])).toEqual({ ...nothing, added: 2 });
    expect(operations.find(testId(1))).toMatchObject({
      ...{ operation: { mode: 'frames', seed: 7 }, upload: { sha256 }, lastFrame: null },
    });
    expect(operations.find(testId(2))).toMatchObject({ references: [{ sha256 }, { sha256 }] });
    expect(uploads.sweep()).toEqual([]);
  });

  test('finds a file that was moved, and leaves a second copy alone', async () => {
    const { rebuild, clip, library, clips, operations } = await bench();
    await clip(1, 'one.mp4');
    await rebuild.run([library]);
    await rename(path.join(library, 'one.mp4'), path.join(library, 'renamed.mp4'));
    await copyFile(path.join(library, 'renamed.mp4'), path.join(library, 'second copy.mp4'));
    expect(await rebuild.run([library])).toEqual({ ...nothing, relinked: 1, known: 1 });
    expect(clips.hasFile(library, 'renamed.mp4')).toBe(true);
    expect(operations.page(10)).toHaveLength(1);
  });

  test('ends what the database still waits for when the file is there, and leaves alone what was deleted', async () => {
    const { rebuild, clip, library, operations } = await bench();
    operations.insert({ ...record(1).operation, phase: 'processing', finishedAt: null });
    operations.insert({ ...record(2).operation, deletedAt: at });
    await clip(1, 'one.mp4');
    await clip(2, 'two.mp4');
    // The engine may be moving the file just now.
    expect(await rebuild.run([library])).toEqual({ ...nothing, known: 2 });
    expect(operations.find(testId(1))?.operation.phase).toBe('processing');
    expect(await rebuild.run([library], { beforeEngine: true })).toEqual({ ...nothing, added: 1, known: 1 });
    expect(operations.find(testId(1))?.operation.phase).toBe('completed');
    expect(operations.find(testId(1))?.clip?.fileName).toBe('one.mp4');
    expect(operations.find(testId(2))?.clip).toBeNull();
  });

  test('never follows a link out of the folder', async () => {
    const { rebuild, clip, library } = await bench();
    const elsewhere = await temporaryFolder();
    await clip(1, 'one.mp4');
    await rename(path.join(library, 'one.mp4'), path.join(elsewhere, 'one.mp4'));
    await symlink(elsewhere, path.join(library, 'folder'));
    await symlink(path.join(elsewhere, 'one.mp4'), path.join(library, 'file.mp4'));
    expect(await rebuild.run([library])).toEqual(nothing);
  });

  test('of a folder that is gone is empty', async () => {
    const { rebuild, library } = await bench();
    expect(await rebuild.run([path.join(library, 'nowhere')])).toEqual(nothing);
  });
});

import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Db } from './db.ts';
import { openLibrary } from './open-library.ts';
import { createOperationRows } from './operation-rows.ts';
import { operationRow, temporaryFolder, testId } from './test-bench.ts';

/** Opens the library; it is closed again at once, or when the test ends. */
function open(folder: string) {
  const { db, damage } = openLibrary(folder);
  const wasDamaged = damage !== null;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) db.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { operations: createOperationRows(db), db, wasDamaged, close };
}

/** The bytes of a database with all its rows in one file. */
async function fileOf(db: Db): Promise<Buffer> {
  const copy = path.join(await temporaryFolder(), 'copy.db');
  db.copyTo(copy);
  return readFile(copy);
}

async function aside(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('zoetrope-damaged-')).sort();
}

test('makes the folder and the database, and finds its rows again', async () => {
  const folder = path.join(await temporaryFolder(), 'not', 'yet', 'there');
  const first = open(folder);
  expect(first.wasDamaged).toBe(false);
  first.operations.insert(operationRow(1));
  first.close();

  const second = open(folder);
  expect(second.wasDamaged).toBe(false);
  expect(second.operations.find(testId(1))?.operation.prompt).toBe('Prompt 1');
});

describe('a damaged database', () => {
  test('is set aside with what belongs to it, and a new one works', async () => {
    const folder = await temporaryFolder();
    const damaged = 'This was a database once. '.repeat(400);
    await writeFile(path.join(folder, 'zoetrope.db'), damaged);
    await writeFile(path.join(folder, 'zoetrope.db-wal'), 'newest rows');
    await writeFile(path.join(folder, 'zoetrope.db-shm'), 'index');

    const library = open(folder);
    expect(library.wasDamaged).toBe(true);
    library.operations.insert(operationRow(1));
    expect(library.operations.page(10)).toHaveLength(1);

    const kept = await aside(folder);
    expect(kept.map((name) => name.replace(/\d+/, 'TIME'))).toEqual([
      'zoetrope-damaged-TIME.db',
      'zoetrope-damaged-TIME.db-shm',
      'zoetrope-damaged-TIME.db-wal',
    ]);
    expect(await readFile(path.join(folder, kept[0] ?? ''), 'utf8')).toBe(damaged);
    expect(await readFile(path.join(folder, kept[2] ?? ''), 'utf8')).toBe('newest rows');
  });

  test('in the middle of its pages is noticed too', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'zoetrope.db');
    const before = open(folder);
    before.db.transaction(() => {
      for (let number = 1; number <= 500; number += 1) before.operations.insert(operationRow(number));
    });
    const bytes = await fileOf(before.db);
    before.close();
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeFile(file, bytes.fill(0x5a, bytes.length / 2));

    const library = open(folder);
    expect(library.wasDamaged).toBe(true);
    expect(library.operations.page(10)).toEqual([]);
    const kept = await readFile(path.join(folder, (await aside(folder))[0] ?? ''));
    // The first page says in which mode the file was last opened.
    expect(kept.subarray(4096).equals(bytes.subarray(4096))).toBe(true);
  });

  test('never keeps the app from starting, wherever the damage is', async () => {
    const folder = await temporaryFolder();
    const before = open(folder);
    for (let number = 1; number <= 60; number += 1) before.operations.insert(operationRow(number));
    const whole = await fileOf(before.db);
    before.close();

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (lengthBytes) => {
        const place = await temporaryFolder();
        await writeFile(path.join(place, 'zoetrope.db'), whole.subarray(0, lengthBytes));
        const { db } = openLibrary(place);
        createOperationRows(db).page(10);
        db.close();
      }),
      { numRuns: 25, examples: [[1], [99], [100], [512], [4095], [4096], [8192], [whole.length - 1]] },
    );
  });
});

describe('a database that is whole but cannot be used now', () => {
  test('is not set aside while somebody else holds it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'zoetrope.db');
    const other = open(folder);
    other.db.script('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');

    expect(() => openLibrary(folder)).toThrow(/locked/);
    expect(existsSync(file)).toBe(true);
    expect(await aside(folder)).toEqual([]);
  });

  test('is not set aside when a newer version of the app wrote it', async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    first.db.script('PRAGMA user_version = 99');
    first.close();

    expect(() => openLibrary(folder)).toThrow('The database has schema 99');
    expect(await aside(folder)).toEqual([]);
  });
});

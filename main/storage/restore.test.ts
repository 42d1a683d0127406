import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBackups } from './backups.ts';
import { createMediaFiles } from './media-files.ts';
import { openLibrary, whatIsWrong } from './open-library.ts';
import type { OpenedLibrary } from './open-library.ts';
import { createOperationRows } from './operation-rows.ts';
import { noImages } from './records.ts';
import { operationRow, temporaryFolder, testId } from './test-bench.ts';

const day = 24 * 3_600_000;
const whole = (file: string) => Promise.resolve(whatIsWrong(file));

interface Opened extends OpenedLibrary {
  operations: ReturnType<typeof createOperationRows>;
}

function open(folder: string, now = 1_800_000_000_000): Opened {
  const opened = openLibrary(folder, () => now);
  let isOpen = true;
  onTestFinished(() => {
    if (isOpen) opened.db.close();
  });
  const close = (isWhole?: boolean): void => {
    opened.close(isWhole);
    isOpen = false;
  };
  return { ...opened, close, operations: createOperationRows(opened.db) };
}

function keepAnswer(folder: string, id: string): Promise<void> {
  return createMediaFiles(folder).answers.keep(id, {
    ...{ mimeType: 'image/png', data: new Uint8Array([1]), parts: [], account: null, asked: null },
  });
}

async function damage(folder: string): Promise<void> {
  for (const ending of ['-wal', '-shm', '.closed'])
    await rm(path.join(folder, `zoetrope.db${ending}`), { force: true });
  await writeFile(path.join(folder, 'zoetrope.db'), 'This was a database once. '.repeat(400));
}

describe('a damaged database with copies', () => {
  test('is replaced by the newest that is whole; nothing in it is sent again', async () => {
    const folder = await temporaryFolder();
    const first = open(folder, 1_800_000_000_000);
    first.operations.insert(operationRow(1, { phase: 'completed' }));
    first.operations.insert(operationRow(2, { service: 'gemini', phase: 'queued', submittedAt: null }));
    first.operations.insert(
      operationRow(3, { phase: 'processing', remoteName: 'models/veo/operations/three' }),
    );
    first.operations.insert(operationRow(4, { phase: 'queued', submittedAt: null, service: 'demo' }));
    await first.backups.daily(first.db, whole);
    first.operations.insert(operationRow(5));
    first.close();
    await damage(folder);
    // The newest copy is damaged as well.
    await writeFile(
      path.join(folder, 'backups', `zoetrope-daily-${1_800_000_000_000 + day}.db`),
      'no database',
    );

    const { operations, damage: found } = open(folder, 1_800_000_000_000 + 2 * day);
    expect(found).toEqual({ restoredFrom: 1_800_000_000_000, followed: 0 });
    const phaseOf = (number: number) => operations.find(testId(number))?.operation.phase ?? null;
    expect([1, 2, 3, 4, 5].map(phaseOf)).toEqual(['completed', 'unknown', 'processing', 'queued', null]);
    expect(operations.find(testId(2))?.operation.error).toMatchObject({
      code: 'unknown_outcome',
      message: expect.stringContaining('may be charged') as string,
    });
  });

  test('what the service took on since is followed again by the journal, without being sent', async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    first.operations.insert(operationRow(1, { phase: 'queued', submittedAt: null }));
    await first.backups.daily(first.db, whole);
    const accepted = { phase: 'processing', acceptedAt: 1_800_000_000_500 } as const;
    for (const number of [1, 2]) {
      const operation = operationRow(number, { ...accepted, remoteName: `models/veo/operations/${number}` });
      first.journal.accepted({ operation, upload: null, ...noImages });
    }
    first.close();
    await damage(folder);
    // An app that ended while it wrote leaves half a line.
    await writeFile(path.join(folder, 'accepted.jsonl'), '{"operation":{"id":"', { flag: 'a' });

    const { operations, damage: found } = open(folder);
    expect(found?.followed).toBe(2);
    expect(operations.inPhase('processing').map(({ operation }) => operation.remoteName)).toEqual([
      'models/veo/operations/1',
      'models/veo/operations/2',
    ]);
    expect(operations.inPhase('queued')).toEqual([]);
  });

  test('an image that waited in the copy and has its answer since is taken up, not told as unknown', async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    const image = { medium: 'image', duration: '0', service: 'gemini', phase: 'queued' } as const;
    first.operations.insert(operationRow(1, image));
    first.operations.insert(operationRow(2, { ...image, deletedAt: 1_800_000_000_000 }));
    first.operations.insert(operationRow(3, image));
    await first.backups.daily(first.db, whole);
    first.close();
    for (const number of [1, 2]) await keepAnswer(folder, testId(number));
    await damage(folder);

    const { operations } = open(folder);
    const found = [1, 2, 3].map((number) => operations.find(testId(number))?.operation);
    expect(found).toMatchObject([
      { phase: 'submitting', submittedAt: 1000, deletedAt: null, error: null },
      { phase: 'submitting', submittedAt: 2000, deletedAt: null },
      { phase: 'unknown', error: { code: 'unknown_outcome' } },
    ]);
  });

  test('what the user has removed is not followed', async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    const accepted = { phase: 'processing', createdAt: 1_800_000_000_000 } as const;
    for (const number of [1, 2]) {
      const operation = operationRow(number, { ...accepted, remoteName: `models/veo/operations/${number}` });
      first.journal.accepted({ operation, upload: null, ...noImages });
    }
    first.journal.tidy(1_800_000_000_000 + day, (id) => id === testId(2));
    first.close();
    await damage(folder);
    const { operations } = open(folder);
    expect(operations.inPhase('processing').map(({ operation }) => operation.id)).toEqual([testId(2)]);
  });

  test('one that is gone altogether comes back as well', async () => {
    const folder = await temporaryFolder();
    const first = open(folder);
    first.operations.insert(operationRow(1));
    await first.backups.daily(first.db, whole);
    first.close();
    await rm(path.join(folder, 'zoetrope.db'));
    const { operations, damage: found } = open(folder);
    expect(found?.restoredFrom).toBe(1_800_000_000_000);
    expect(operations.find(testId(1))).not.toBeNull();
  });
});

describe('a database that is gone without a copy', () => {
  test.each<[string, (folder: string, journal: OpenedLibrary['journal']) => Promise<void> | void]>([
    ['an image waits in its answer', (folder) => keepAnswer(folder, testId(1))],
    [
      'an image was made',
      (_folder, journal) => {
        const operation = operationRow(1, { medium: 'image', duration: '0', phase: 'downloading' });
        journal.accepted({ operation, upload: null, ...noImages });
      },
    ],
  ])('is missed when %s', async (_what, happen) => {
    const folder = await temporaryFolder();
    const first = open(folder);
    await happen(folder, first.journal);
    first.close();
    await rm(path.join(folder, 'zoetrope.db'));
    const { damage: found, operations } = open(folder);
    // The folder is gone through then. Of an image nothing is followed: its file or its answer says all.
    expect(found).toEqual({ restoredFrom: null, followed: 0 });
    expect(operations.page(10)).toEqual([]);
  });

  test('is a new one when nothing was ever made', async () => {
    const folder = await temporaryFolder();
    open(folder).close();
    await rm(path.join(folder, 'zoetrope.db'));
    expect(open(folder).damage).toBeNull();
  });
});

describe('copies', () => {
  test('three daily ones are kept, and what a crash left of one is none', async () => {
    const folder = await temporaryFolder();
    const library = openLibrary(folder);
    onTestFinished(() => {
      library.db.close();
    });
    createOperationRows(library.db).insert(operationRow(1));
    for (const at of [1, 2, 3, 4, 5]) {
      await createBackups(folder, () => 1_800_000_000_000 + at * day).daily(library.db, whole);
    }
    await writeFile(
      path.join(folder, 'backups', `zoetrope-daily-${1_800_000_000_000 + 9 * day}.db.part`),
      'half',
    );
    expect(library.backups.list().map(({ madeAt }) => (madeAt - 1_800_000_000_000) / day)).toEqual([5, 4, 3]);
  });

  test('one that is not whole does not take the place of an older one', async () => {
    const folder = await temporaryFolder();
    const library = open(folder);
    library.operations.insert(operationRow(1));
    await library.backups.daily(library.db, whole);
    const copies = library.backups.list();
    await expect(
      createBackups(folder, () => 1_800_000_000_000 + day).daily(library.db, async (file) => {
        await writeFile(file, 'damaged');
        return whatIsWrong(file);
      }),
    ).rejects.toThrow('damaged');
    expect(library.backups.list()).toEqual(copies);
    expect(await readdir(path.join(folder, 'backups'))).toHaveLength(1);
  });

  test('take in what is written while they are made', async () => {
    const folder = await temporaryFolder();
    const library = open(folder);
    library.db.transaction(() => {
      for (let number = 1; number <= 3000; number += 1) library.operations.insert(operationRow(number));
    });
    let copying = Promise.resolve();
    library.db.transaction(() => {
      // A copy waits for a write that is under way: however fast it is, it does not end before this row.
      copying = library.backups.daily(library.db, whole);
      library.operations.insert(operationRow(3001));
    });
    const copy = { isDone: false };
    const copied = copying.finally(() => {
      copy.isDone = true;
    });
    let written = 3001;
    while (!copy.isDone && written < 3050) {
      written += 1;
      library.operations.insert(operationRow(written));
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    await copied;
    library.close();
    await damage(folder);
    // All that was there at one moment, and nothing of what came after it.
    const { db } = open(folder);
    const numbers = db
      .all<{ id: string }>('SELECT id FROM operations ORDER BY id')
      .map(({ id }) => Number(id.slice(-12)));
    expect(numbers.length).toBeGreaterThanOrEqual(3001);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
  });
});

test('a database that was closed as it should be is looked through later, one that was touched at once', async () => {
  const folder = await temporaryFolder();
  const first = open(folder);
  expect(first.isUnchecked).toBe(false);
  first.close();
  const second = open(folder);
  expect(second.isUnchecked).toBe(true);
  // It is known to be damaged: the next start has to look at once.
  second.close(false);
  expect(open(folder).isUnchecked).toBe(false);
});

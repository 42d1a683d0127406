import { expect, onTestFinished, test } from 'vitest';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { openDb } from '../db.ts';
import { createLibraryRows } from '../library-rows.ts';
import { migrate, migrations } from '../migrate.ts';
import { createOperationRows } from '../operation-rows.ts';
import { operationRow, testId } from '../test-bench.ts';

test('what was extended before stands as one clip from now on, and is found by its first words', () => {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 8));
  // Today's rows, with the columns that there were then.
  const today = openDb(':memory:');
  onTestFinished(() => {
    today.close();
  });
  migrate(today, () => undefined);
  const written = createOperationRows(today);
  const done = { phase: 'completed', finishedAt: 1 } as const;
  written.insert(operationRow(1, { ...done, prompt: 'a heron' }));
  const extended = {
    mode: 'extend',
    sourceId: testId(1),
    sourcePrompt: 'a heron',
    prompt: 'it flies',
  } as const;
  written.insert(operationRow(2, { ...done, ...extended }));
  written.insert(operationRow(3, { ...extended, sourceId: testId(2), phase: 'error' }));
  const names = db
    .all<{ name: string }>('PRAGMA table_info(operations)')
    .map(({ name }) => name)
    .join(', ');
  for (const row of today.all<Record<string, string | number | null>>(
    `SELECT ${names} FROM operations ORDER BY created_at`,
  )) {
    const values = Object.keys(row).map((name) => `:${name}`);
    db.run(`INSERT INTO operations (${names}) VALUES (${values.join(', ')})`, row);
  }
  migrate(db, () => undefined);
  const operations = createOperationRows(db);
  const rows = createLibraryRows(db, () => []);
  expect(rows.ids(wholeLibrary, 0, 10)).toEqual([testId(3), testId(2)]);
  expect(rows.ids({ ...wholeLibrary, text: 'heron', statuses: ['completed'] }, 0, 10)).toEqual([testId(2)]);
  expect(operations.find(testId(1))?.partOf).toBe(testId(2));
});

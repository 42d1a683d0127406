import { expect, test } from 'vitest';
import type { OperationRow } from '../../storage/records.ts';
import { clipRow, operationRow, testId } from '../../storage/test-bench.ts';
import { partsOf } from './parts.ts';
import { testLibrary } from './test-library.ts';

async function bench() {
  const { operations, clips } = await testLibrary();
  function put(number: number, seconds: number | null, changes: Partial<OperationRow> = {}): void {
    operations.insert(operationRow(number, { phase: 'completed', ...changes }));
    clips.insert(clipRow(number, { durationSeconds: seconds, hasPoster: number === 1 }));
  }
  const extend = (number: number, seconds: number | null, extensions: number): void => {
    const source = { sourceId: testId(number - 1), sourcePrompt: `Prompt ${number - 1}` };
    put(number, seconds, { mode: 'extend', extensions, ...source });
  };
  const parts = (number: number) => {
    const record = operations.find(testId(number));
    return record && partsOf(record, operations);
  };
  return { operations, put, extend, parts };
}

test('the parts of a chain, each with its own words, from where it begins', async () => {
  const { put, extend, parts } = await bench();
  put(1, 8);
  extend(2, 15, 1);
  extend(3, 22, 2);
  expect(parts(3)).toEqual([
    {
      ...{ operationId: testId(1), prompt: 'Prompt 1', startSeconds: 0, seconds: 8, createdAt: 1000 },
      posterUrl: `media://poster/${testId(1)}`,
    },
    {
      ...{ operationId: testId(2), prompt: 'Prompt 2', startSeconds: 8, seconds: 7, createdAt: 2000 },
      posterUrl: null,
    },
    {
      ...{ operationId: testId(3), prompt: 'Prompt 3', startSeconds: 15, seconds: 7, createdAt: 3000 },
      posterUrl: null,
    },
  ]);
  expect(parts(2)).toHaveLength(2);
  expect(parts(1)).toEqual([]);
});

test('what was not measured is worked out', async () => {
  const { put, extend, parts } = await bench();
  put(1, null, { duration: '8' });
  extend(2, null, 1);
  expect(parts(2)).toMatchObject([
    { startSeconds: 0, seconds: 8 },
    { startSeconds: 8, seconds: 7 },
  ]);
});

test.each(['in the trash', 'forgotten'])('a part that is %s is still there by its words', async (how) => {
  const { operations, put, extend, parts } = await bench();
  put(1, 8);
  extend(2, 15, 1);
  extend(3, 22, 2);
  if (how === 'forgotten') operations.forget(testId(2));
  else operations.update(testId(2), { deletedAt: 5 });
  expect(parts(3)).toMatchObject([
    { operationId: null, prompt: 'Prompt 2', startSeconds: 0, seconds: 15 },
    { operationId: testId(3), prompt: 'Prompt 3', startSeconds: 15, seconds: 7 },
  ]);
});

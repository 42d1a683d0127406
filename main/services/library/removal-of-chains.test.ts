import { expect, test, vi } from 'vitest';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { operationRow, testId } from '../../storage/test-bench.ts';
import { createRemoving } from './removal.ts';
import { testLibrary } from './test-library.ts';

test('all that a query finds takes the parts of extended clips, too; a named clip brings back the one before it', async () => {
  const library = await testLibrary();
  const { completed, rows, operations } = library;
  const told = { changed: vi.fn(), removed: vi.fn(), libraryChanged: vi.fn(), trashFailed: vi.fn() };
  const removing = createRemoving({ ...library, trash: vi.fn(), ...told, moved: vi.fn(), wake: vi.fn() });
  const count = () => rows.count(wholeLibrary);
  const extension = (number: number, of: number) =>
    completed(number, number, { mode: 'extend', sourceId: testId(of), prompt: 'longer' });
  completed(1, 120);
  extension(201, 1);
  extension(202, 201);
  extension(203, 202);
  operations.insert(operationRow(204, { phase: 'processing' }));
  expect(count()).toBe(121);

  const one = await removing.remove({ operationIds: [testId(203)] });
  expect(one.count).toBe(1);
  expect(rows.position(wholeLibrary, testId(202))).not.toBeNull();
  await removing.undo(one.undoToken);
  expect(rows.position(wholeLibrary, testId(202))).toBeNull();

  const { undoToken, ...counts } = await removing.remove({ query: wholeLibrary, except: [testId(7)] });
  expect(counts).toEqual({ count: 122, skipped: 1 });
  expect(rows.ids(wholeLibrary, 0, 10)).toEqual([testId(204), testId(7)]);
  await removing.undo(undoToken);
  expect(count()).toBe(121);
});

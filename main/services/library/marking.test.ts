import { expect, test, vi } from 'vitest';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { testId } from '../../storage/test-bench.ts';
import { createMark } from './marking.ts';
import { testLibrary } from './test-library.ts';

async function bench() {
  const library = await testLibrary();
  const shown = vi.fn();
  const libraryChanged = vi.fn();
  return { ...library, shown, libraryChanged, mark: createMark({ ...library, shown, libraryChanged }) };
}

test('a favourite and a rating are kept apart, told, and survive', async () => {
  const { mark, completed, operations, shown, libraryChanged } = await bench();
  completed(1, 2);
  const one = { operationIds: [testId(1)] };
  expect(await mark(one, { favourite: true })).toEqual({ count: 1 });
  expect(await mark(one, { rating: 4 })).toEqual({ count: 1 });
  expect(operations.find(testId(1))?.marks).toEqual({ favourite: true, rating: 4 });
  expect(operations.find(testId(2))?.marks).toEqual({ favourite: false, rating: 0 });
  await mark(one, { favourite: false });
  expect(operations.find(testId(1))?.marks).toEqual({ favourite: false, rating: 4 });
  expect(shown).toHaveBeenCalledTimes(3);
  expect(libraryChanged).toHaveBeenCalledTimes(3);
});

test('a query that looks for what is being changed reaches all that it found at first', async () => {
  const { mark, completed, rows, shown } = await bench();
  completed(1, 250);
  const unrated = { query: { ...wholeLibrary, favourite: false }, except: [testId(250)] };
  await mark(unrated, { favourite: true });
  const favourites = { query: { ...wholeLibrary, favourite: true }, except: [] };
  expect(rows.count(favourites.query)).toBe(249);
  expect(await mark(favourites, { favourite: false })).toEqual({ count: 249 });
  expect(rows.count(favourites.query)).toBe(0);
  // Of many, the window asks for its pages anew.
  expect(shown).not.toHaveBeenCalled();
});

test('the mark of a removed clip is not changed', async () => {
  const { mark, completed, operations } = await bench();
  completed(1, 1, { deletedAt: 5 });
  expect(await mark({ operationIds: [testId(1)] }, { rating: 5 })).toEqual({ count: 0 });
  expect(operations.find(testId(1))?.marks.rating).toBe(0);
});

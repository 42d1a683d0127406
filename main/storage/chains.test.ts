import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeLibrary } from '../../preload/contract/library.ts';
import type { Db } from './db.ts';
import { createLibraryRows } from './library-rows.ts';
import { rebuildLibrary } from './migrations/0006-library.ts';
import type { OperationRow } from './records.ts';
import { createSessionContents } from './session-contents.ts';
import { clipRow, operationRow, sessionRow, testId, testTables } from './test-bench.ts';

function bench() {
  const tables = testTables();
  for (const id of ['one', 'zwei']) tables.sessions.insert(sessionRow(id));
  const rows = createLibraryRows(tables.db, () => tables.sessions.all());
  /** A clip, or an extension of `of`. */
  function put(number: number, of: number | null = null, changes: Partial<OperationRow> = {}): void {
    const source = of === null ? {} : { mode: 'extend' as const, sourceId: testId(of) };
    const ended = { phase: 'completed' as const, finishedAt: 1000 * number + 500, sessionId: 'one' };
    tables.operations.insert(operationRow(number, { ...ended, ...source, ...changes }));
    if ((changes.phase ?? 'completed') === 'completed') tables.clips.insert(clipRow(number));
  }
  const found = (text = '') =>
    rows
      .page({ ...wholeLibrary, text, sort: 'oldest' }, 0, 100)
      .map(({ operation }) => Number(operation.id.slice(-3)));
  const update = (number: number, changes: Partial<OperationRow>) => {
    tables.operations.update(testId(number), changes);
  };
  return { ...tables, rows, put, found, update, contents: createSessionContents(tables.db) };
}

test('the newest finished extension stands for all that is in it', () => {
  const { put, found, update, rows } = bench();
  put(1);
  put(2, 1, { phase: 'processing' });
  expect(found()).toEqual([1, 2]);
  update(2, { phase: 'completed' });
  expect(found()).toEqual([2]);
  put(3, 2);
  expect(found()).toEqual([3]);
  expect(rows.count(wholeLibrary)).toBe(1);
  expect(rows.facets(null).total).toBe(1);
  expect(rows.position(wholeLibrary, testId(1))).toBeNull();
});

test('an extension that fails, is cancelled or is deleted leaves its clip where it was, or gives it back', () => {
  const { put, found, update, operations } = bench();
  put(1);
  put(2, 1, { phase: 'error' });
  expect(found()).toEqual([1, 2]);
  put(3, 1);
  expect(found()).toEqual([2, 3]);
  update(3, { deletedAt: 5 });
  expect(found()).toEqual([1, 2]);
  update(3, { deletedAt: null });
  expect(found()).toEqual([2, 3]);
  operations.forget(testId(3));
  expect(found()).toEqual([1, 2]);
});

test('of two extensions the one that was finished first has the clip, then the other', () => {
  const { put, found, update, operations } = bench();
  put(1);
  put(2, 1, { finishedAt: 9000 });
  put(3, 1, { finishedAt: 8000 });
  expect(operations.find(testId(1))?.partOf).toBe(testId(3));
  expect(found()).toEqual([2, 3]);
  update(3, { deletedAt: 5 });
  expect(operations.find(testId(1))?.partOf).toBe(testId(2));
  expect(found()).toEqual([2]);
});

test('a clip and its extension in different sessions both stand in their own', () => {
  const { put, found, update } = bench();
  put(1);
  put(2, 1, { sessionId: 'zwei' });
  expect(found()).toEqual([1, 2]);
  update(2, { sessionId: 'one' });
  expect(found()).toEqual([2]);
});

test('parts go along to another session', () => {
  const { put, found, contents, operations } = bench();
  put(1);
  put(2, 1);
  put(3, 2);
  contents.move([testId(3)], 'zwei');
  expect(found()).toEqual([3]);
  for (const number of [1, 2, 3]) expect(operations.find(testId(number))?.operation.sessionId).toBe('zwei');
  expect(contents.counts()).toEqual([{ sessionId: 'zwei', clips: 1 }]);
});

test('an extension that comes back before its clip hides it when that comes', () => {
  const { put, found } = bench();
  put(3, 2);
  put(2, 1);
  put(1);
  expect(found()).toEqual([3]);
});

test('rows that name each other as their source, or themselves, both stay', () => {
  const { put, found } = bench();
  put(1, 2);
  put(2, 1);
  put(3, 3);
  expect(found()).toEqual([2, 3]);
});

test('what an extension was made of is found by its words, and only once', () => {
  const { put, found, update } = bench();
  put(1, null, { prompt: 'a heron at dawn' });
  put(2, 1, { prompt: 'it takes off', sourcePrompt: 'a heron at dawn' });
  put(3, 2, { prompt: 'clouds', sourcePrompt: 'it takes off' });
  for (const words of ['heron', 'takes off', 'clouds', 'heron clouds']) expect(found(words)).toEqual([3]);
  update(3, { deletedAt: 5 });
  expect(found('heron')).toEqual([2]);
  expect(found('clouds')).toEqual([]);
});

test('a favourite stays one when its extension takes its place; what the user says of the new one counts', () => {
  const { put, update, rows, operations } = bench();
  put(1);
  rows.mark([testId(1)], { favourite: true, rating: 4 });
  put(2, 1, { phase: 'downloading' });
  rows.mark([testId(2)], { rating: 2 });
  update(2, { phase: 'completed' });
  expect(operations.find(testId(2))?.marks).toEqual({ favourite: true, rating: 2 });
  expect(rows.facets(null).favourites).toBe(1);
});

/** What stands in the library for a clip: itself, or by way of its extensions the one that it is a part of. */
function standsFor(db: Db, id: string): string | null {
  const seen = new Set<string>();
  for (let at = id; ;) {
    if (seen.has(at)) return null;
    seen.add(at);
    const row = db.get<{ partOf: string | null; deletedAt: number | null }>(
      'SELECT part_of AS partOf, deleted_at AS deletedAt FROM operations WHERE id = :id',
      { id: at },
    );
    if (row === undefined || row.deletedAt !== null) return null;
    if (row.partOf === null) return at;
    at = row.partOf;
  }
}

const number = fc.integer({ min: 1, max: 7 });
const step = fc.oneof(
  fc.record({ do: fc.constant('extend' as const), number, of: number, finished: fc.boolean() }),
  fc.record({ do: fc.constant('finish' as const), number }),
  fc.record({ do: fc.constant('fail' as const), number }),
  fc.record({ do: fc.constant('delete' as const), number }),
  fc.record({ do: fc.constant('restore' as const), number }),
  fc.record({ do: fc.constant('forget' as const), number }),
  fc.record({ do: fc.constant('move' as const), number, to: fc.constantFrom('one', 'zwei') }),
);

test('whatever happens, each clip is to be seen or a part of exactly one that is', () => {
  const { db, operations, clips, contents, put, found } = bench();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      db.run('DELETE FROM operations');
      put(1);
      for (const one of steps) {
        const id = testId(one.number);
        const known = operations.find(id);
        switch (one.do) {
          case 'extend':
            if (known !== null) break;
            put(one.number, one.of, one.finished ? {} : { phase: 'processing' });
            break;
          case 'finish':
            if (known === null || known.operation.phase === 'completed') break;
            operations.update(id, { phase: 'completed', finishedAt: 50_000 });
            clips.insert(clipRow(one.number));
            break;
          case 'fail':
            if (known?.operation.phase === 'processing') operations.update(id, { phase: 'error' });
            break;
          case 'delete':
            operations.update(id, { deletedAt: 5 });
            break;
          case 'restore':
            operations.update(id, { deletedAt: null });
            break;
          case 'forget':
            operations.forget(id);
            break;
          case 'move':
            contents.move([id], one.to);
            break;
        }
      }
      const seen = new Set(found().map(testId));
      const live = db.all<{ id: string }>('SELECT id FROM operations WHERE deleted_at IS NULL');
      for (const { id } of live) expect(seen).toContain(standsFor(db, id));
      expect([...seen].sort()).toEqual(
        live.flatMap(({ id }) => (operations.find(id)?.partOf === null ? [id] : [])).sort(),
      );
      const kept = db.all('SELECT * FROM library_index ORDER BY seq');
      db.script(rebuildLibrary);
      expect(kept).toEqual(db.all('SELECT * FROM library_index ORDER BY seq'));
    }),
    { numRuns: 60 },
  );
});

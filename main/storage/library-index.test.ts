import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phases } from '../../preload/contract/domain.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type { Db } from './db.ts';
import { openDb } from './db.ts';
import { migrate, migrations } from './migrate.ts';
import { rebuildLibrary } from './migrations/0006-library.ts';
import { clipRow, operationRow, sessionRow, testId, testTables } from './test-bench.ts';

/** All that the index holds, the full-text index token by token. */
function contentOf(db: Db): { rows: unknown[]; words: unknown[] } {
  db.script(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, library_text, instance)`);
  return {
    rows: db.all('SELECT * FROM library_index ORDER BY seq'),
    words: db.all('SELECT doc, col, "offset", term FROM temp.words ORDER BY 1, 2, 3, 4'),
  };
}

const number = fc.integer({ min: 1, max: 6 });
const step = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), number, createdAt: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('phase' as const), number, phase: fc.constantFrom(...phases) }),
  fc.record({ do: fc.constant('mark' as const), number, rating: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    do: fc.constant('move' as const),
    number,
    sessionId: fc.constantFrom(firstSessionId, 'one', 'zwei'),
  }),
  fc.record({ do: fc.constant('delete' as const), number }),
  fc.record({ do: fc.constant('restore' as const), number }),
  fc.record({ do: fc.constant('both' as const), number, deletedAt: fc.constantFrom(null, 5) }),
  fc.record({ do: fc.constant('forget' as const), number }),
  fc.record({ do: fc.constant('clip' as const), number }),
  fc.record({ do: fc.constant('measure' as const), number, seconds: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('rename' as const), number }),
);

test('the triggers keep the index as it would be if it were made anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { db, operations, clips, sessions } = testTables();
      for (const id of ['one', 'zwei']) sessions.insert(sessionRow(id));
      const has = (sql: string, id: string) => db.get(sql, { id }) !== undefined;
      for (const one of steps) {
        const id = testId(one.number);
        const isThere = has('SELECT 1 FROM operations WHERE id = :id', id);
        const hasClip = has('SELECT 1 FROM clips WHERE operation_id = :id', id);
        if (one.do === 'insert') {
          if (!isThere) operations.insert(operationRow(one.number, { createdAt: one.createdAt }));
          continue;
        }
        switch (one.do) {
          case 'phase':
            operations.update(id, { phase: one.phase });
            break;
          case 'mark':
            db.run('UPDATE operations SET rating = :rating, favourite = :rating > 2 WHERE id = :id', {
              id,
              rating: one.rating,
            });
            break;
          case 'move':
            operations.update(id, { sessionId: one.sessionId });
            break;
          case 'delete':
            operations.update(id, { deletedAt: 5 });
            break;
          case 'restore':
            operations.update(id, { deletedAt: null });
            break;
          case 'both':
            operations.update(id, { deletedAt: one.deletedAt, phase: 'error', prompt: '走る猫 🔥' });
            break;
          case 'forget':
            operations.forget(id);
            break;
          case 'clip':
            if (isThere && !hasClip) clips.insert(clipRow(one.number));
            break;
          case 'measure':
            clips.update(id, { width: 1, height: 1, durationSeconds: one.seconds, hasPoster: true });
            break;
          case 'rename':
            db.run(`UPDATE clips SET file_name = 'another name.mp4' WHERE operation_id = :id`, { id });
            break;
        }
      }
      const kept = contentOf(db);
      db.script(rebuildLibrary);
      expect(kept).toEqual(contentOf(db));
      db.script(`INSERT INTO library_text (library_text) VALUES ('integrity-check')`);
    }),
    { numRuns: 80 },
  );
});

test('a library from before is indexed by the migration, in the order of time', () => {
  const db = openDb(':memory:');
  migrate(
    db,
    () => undefined,
    migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === 'library'),
    ),
  );
  for (const [index, createdAt] of [2000, 1000, 2000, 3000].entries()) {
    db.run(
      `INSERT INTO operations (id, service, model, prompt, aspect_ratio, resolution, duration, estimated_usd, phase,
         queue_order, created_at, deleted_at, session_id)
       VALUES (:id, 'demo', 'veo', 'a lion', '16:9', '720p', '8', 0, 'completed', 1, :createdAt, :deletedAt, '${firstSessionId}')`,
      { id: testId(index + 1), createdAt, deletedAt: createdAt === 3000 ? 5 : null },
    );
  }
  migrate(db, () => undefined);
  const order = db.all<{ id: string }>('SELECT id FROM operations ORDER BY library_seq').map(({ id }) => id);
  expect(order).toEqual([2, 1, 3, 4].map(testId));
  const kept = contentOf(db);
  expect(kept.rows).toHaveLength(3);
  db.script(rebuildLibrary);
  expect(contentOf(db)).toEqual(kept);
  db.close();
});

test('more operations of one moment than there are places are kept all the same', () => {
  const { db, operations } = testTables();
  const count = 1030;
  db.transaction(() => {
    for (let one = 1; one <= count; one += 1) operations.insert(operationRow(one, { createdAt: 7 }));
    operations.insert(operationRow(count + 1, { createdAt: 8 }));
  });
  expect(db.get('SELECT count(DISTINCT seq) AS n FROM library_index')).toEqual({ n: count + 1 });
});

test.each([-5, Number.MAX_SAFE_INTEGER])('a clock that shows %d loses nothing', (createdAt) => {
  const { db, operations } = testTables();
  operations.insert(operationRow(1, { createdAt }));
  operations.insert(operationRow(2, { createdAt }));
  expect(db.get('SELECT count(*) AS n FROM library_index')).toEqual({ n: 2 });
});

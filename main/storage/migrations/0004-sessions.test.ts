import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '../db.ts';
import type { Db } from '../db.ts';
import { migrate, migrations } from '../migrate.ts';
import { createSessionRows } from '../session-rows.ts';
import { operationRow, sessionRow, testId, testTables } from '../test-bench.ts';

/** A database of the version before sessions. */
function versionBefore(): Db {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 3));
  return db;
}

function addOperation(
  db: Db,
  number: number,
  sessionId: string | null,
  deletedAt: number | null = null,
): void {
  db.run(
    `INSERT INTO operations (id, service, model, prompt, aspect_ratio, resolution, duration, session_id,
       estimated_usd, phase, queue_order, created_at, deleted_at)
     VALUES (:id, 'gemini', 'veo', 'a lion', '16:9', '720p', '8', :sessionId, 3.2, 'completed', 1, :createdAt, :deletedAt)`,
    { id: testId(number), sessionId, createdAt: number * 1000, deletedAt },
  );
}

function addSpend(db: Db, number: number, sessionId: string | null): void {
  db.run(
    `INSERT INTO spend VALUES (:id, 'gemini', 'veo', '720p', 8, :sessionId, :createdAt, 3.2, 'charged', 0)`,
    { id: testId(number), sessionId, createdAt: number * 1000 },
  );
}

const sessionsOf = (db: Db, table: 'operations' | 'spend') =>
  db
    .all<{ session: string }>(`SELECT session_id AS session FROM ${table} ORDER BY created_at`)
    .map(({ session }) => session);

test('what had no session goes to the first one, the rest to a session with its own id', () => {
  const db = versionBefore();
  const odd = [
    null,
    'my session',
    '3f2a9c10-0000-4000-8000-000000000000',
    ' \n\t ',
    `'); DROP TABLE operations; --`,
    '../../etc',
    'ライオン 🦁',
    'x'.repeat(100),
    null,
  ];
  odd.forEach((sessionId, index) => {
    addOperation(db, index + 1, sessionId);
  });
  addOperation(db, 20, 'only deleted', 5);
  addSpend(db, 1, null);
  addSpend(db, 2, 'my session');
  addSpend(db, 30, 'long gone');
  migrate(db, () => undefined);

  const rows = createSessionRows(db);
  expect(Object.fromEntries(rows.all().map(({ id, name }) => [id, name]))).toEqual({
    'first-session': 'First session',
    'my session': 'my session',
    '3f2a9c10-0000-4000-8000-000000000000': 'Session 3f2a9c10',
    ' \n\t ': 'Session',
    [`'); DROP TABLE operations; --`]: `'); DROP TABLE operations; --`,
    '../../etc': '../../etc',
    'ライオン 🦁': 'ライオン 🦁',
    [odd[7] ?? '']: 'x'.repeat(80),
    'only deleted': 'only deleted',
  });
  expect(sessionsOf(db, 'operations')).toEqual([...odd.map((id) => id ?? 'first-session'), 'only deleted']);
  expect(sessionsOf(db, 'spend')).toEqual(['first-session', 'my session', 'long gone']);
  // Its operations are gone for good; its name stays for the ledger.
  expect(rows.find('long gone')).toMatchObject({
    name: 'long gone',
    removedAt: expect.any(Number) as number,
  });
  expect(rows.find('first-session')).toMatchObject({ createdAt: 1000, usedAt: 9000 });
  // The one in which something was made last is open.
  expect(rows.current()?.id).toBe('only deleted');
});

test('a caller who had called a session as the first one is called finds it there', () => {
  const db = versionBefore();
  addOperation(db, 1, 'first-session');
  addOperation(db, 2, null);
  migrate(db, () => undefined);
  expect(createSessionRows(db).all()).toMatchObject([{ id: 'first-session', createdAt: 1000, usedAt: 2000 }]);
});

test('a new library begins with one session, which is open', () => {
  const { sessions } = testTables();
  expect(sessions.all()).toHaveLength(1);
  expect(sessions.current()).toMatchObject({ id: 'first-session', name: 'First session' });
});

test('an operation has a session at all times', () => {
  const { db, operations, sessions } = testTables();
  sessions.insert(sessionRow('one'));
  operations.insert(operationRow(1, { sessionId: 'one' }));
  expect(() => {
    operations.insert(operationRow(2, { sessionId: 'nowhere' }));
  }).toThrow(/belongs to a session/);
  expect(() => {
    operations.insert(operationRow(2, { sessionId: null as unknown as string }));
  }).toThrow(/belongs to a session/);
  expect(() => {
    operations.update(testId(1), { sessionId: 'nowhere' });
  }).toThrow(/belongs to a session/);
  expect(() => db.run(`DELETE FROM sessions WHERE id = 'one'`)).toThrow(/belongs to a session/);
});

test('a removed session is back as soon as something is in it', () => {
  const { operations, sessions } = testTables();
  const isThere = (id: string) => sessions.find(id)?.removedAt === null;
  for (const id of ['new', 'restored', 'moved']) sessions.insert(sessionRow(id, { removedAt: 7 }));
  operations.insert(operationRow(1, { sessionId: 'new' }));
  expect(isThere('new')).toBe(true);

  operations.insert(operationRow(2, { sessionId: 'restored', deletedAt: 5 }));
  expect(isThere('restored')).toBe(false);
  operations.update(testId(2), { deletedAt: null });
  expect(isThere('restored')).toBe(true);

  operations.update(testId(1), { sessionId: 'moved' });
  expect(isThere('moved')).toBe(true);
});

test('what was spent goes along with its operation', () => {
  const { operations, sessions, spend } = testTables();
  sessions.insert(sessionRow('one'));
  operations.insert(operationRow(1, { service: 'gemini', phase: 'completed', estimatedUsd: 3.2 }));
  operations.insert(operationRow(2, { service: 'gemini', phase: 'completed', estimatedUsd: 3.2 }));
  spend.projectPiece(0, 10, 0);
  operations.update(testId(2), { sessionId: 'one' });
  expect(spend.page(10, null).map(({ sessionId }) => sessionId)).toEqual(['first-session', 'one']);
  // The projection says the same, so that a start changes nothing.
  expect(spend.projectPiece(0, 10, 1).behind).toBe(0);
});

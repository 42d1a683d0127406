import { expect, onTestFinished, test, vi } from 'vitest';
import { openDb } from './db.ts';
import type { Db } from './db.ts';
import { migrate, migrations, schemaVersion } from './migrate.ts';
import type { Migration } from './migration.ts';

const first: Migration = { number: 1, name: 'first', sql: 'CREATE TABLE a (id INTEGER) STRICT' };
const second: Migration = { number: 2, name: 'second', sql: 'CREATE TABLE b (id INTEGER) STRICT' };

function emptyDb(): Db {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  return db;
}

const tables = (db: Db) =>
  db
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND type <> 'view'
         AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .map((row) => row.name);

test('from nothing to the newest schema, without a backup of nothing', () => {
  const db = emptyDb();
  const backUp = vi.fn();
  migrate(db, backUp);
  expect(schemaVersion(db)).toBe(migrations.length);
  expect(tables(db)).toEqual([
    'clips',
    'image_turns',
    'library_folders',
    'library_index',
    'library_text',
    'operation_images',
    'operations',
    'queue',
    'sessions',
    'spend',
    'spend_totals',
    'uploads',
  ]);
  expect(backUp).not.toHaveBeenCalled();
});

test('released migrations are numbered 1, 2, 3, …', () => {
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
});

test('an existing schema is backed up once, before the first change', () => {
  const db = emptyDb();
  migrate(db, vi.fn(), [first]);
  const seen: string[][] = [];
  migrate(
    db,
    (from) => {
      seen.push([String(from), ...tables(db)]);
    },
    [first, second, { number: 3, name: 'third', sql: 'CREATE TABLE c (id INTEGER) STRICT' }],
  );
  expect(seen).toEqual([['1', 'a']]);
  expect(tables(db)).toEqual(['a', 'b', 'c']);
});

test('a database that is up to date is neither changed nor backed up', () => {
  const db = emptyDb();
  migrate(db, vi.fn(), [first, second]);
  const backUp = vi.fn();
  migrate(db, backUp, [first, second]);
  expect(backUp).not.toHaveBeenCalled();
});

test('a database of a newer version is refused and left alone', () => {
  const db = emptyDb();
  migrate(db, vi.fn(), [first, second]);
  const backUp = vi.fn();
  expect(() => {
    migrate(db, backUp, [first]);
  }).toThrow('The database has schema 2; this version knows 1.');
  expect(schemaVersion(db)).toBe(2);
  expect(backUp).not.toHaveBeenCalled();
});

test('a migration that fails half-way leaves the schema and the version before it', () => {
  const db = emptyDb();
  const broken: Migration = {
    number: 2,
    name: 'broken',
    sql: 'CREATE TABLE b (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)',
  };
  expect(() => {
    migrate(db, vi.fn(), [first, broken]);
  }).toThrow(/nowhere/);
  expect(schemaVersion(db)).toBe(1);
  expect(tables(db)).toEqual(['a']);

  migrate(db, vi.fn(), [first, second]);
  expect(tables(db)).toEqual(['a', 'b']);
});

test('no backup, no change', () => {
  const db = emptyDb();
  migrate(db, vi.fn(), [first]);
  expect(() => {
    migrate(db, () => {
      throw new Error('The disk is full');
    }, [first, second]);
  }).toThrow('The disk is full');
  expect(tables(db)).toEqual(['a']);
});

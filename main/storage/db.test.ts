import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from './db.ts';
import type { Db } from './db.ts';
import { temporaryFolder } from './test-bench.ts';

function notes(): Db {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  db.script('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  return db;
}

const add = (db: Db, text: string) => db.run('INSERT INTO notes (text) VALUES (:text)', { text });
const texts = (db: Db) =>
  db.all<{ text: string }>('SELECT text FROM notes ORDER BY id').map((row) => row.text);

test('a transaction keeps everything, and gives what its work gives', () => {
  const db = notes();
  const given = db.transaction(() => {
    add(db, 'one');
    add(db, 'two');
    return 'done';
  });
  expect(given).toBe('done');
  expect(texts(db)).toEqual(['one', 'two']);
});

test('a transaction that fails keeps nothing and passes its error on', () => {
  const db = notes();
  expect(() =>
    db.transaction(() => {
      add(db, 'one');
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(texts(db)).toEqual([]);
  db.transaction(() => add(db, 'after it'));
  expect(texts(db)).toEqual(['after it']);
});

test('a transaction inside another shares its fate', () => {
  const db = notes();
  expect(() =>
    db.transaction(() => {
      db.transaction(() => add(db, 'inner'));
      throw new Error('outer');
    }),
  ).toThrow('outer');
  expect(texts(db)).toEqual([]);

  db.transaction(() => {
    add(db, 'outer');
    db.transaction(() => add(db, 'inner'));
  });
  expect(texts(db)).toEqual(['outer', 'inner']);
});

test('values are parameters, never SQL', () => {
  const db = notes();
  const text = `'); DROP TABLE notes; --`;
  expect(add(db, text)).toBe(1);
  expect(db.get<{ id: number }>('SELECT id FROM notes WHERE text = :text', { text })?.id).toBe(1);
  expect(db.get('SELECT id FROM notes WHERE text = :text', { text: 'none' })).toBeUndefined();
  expect(db.run('UPDATE notes SET text = :text WHERE id = :id', { id: 99, text })).toBe(0);
});

test('foreign keys hold', () => {
  const db = notes();
  db.script('CREATE TABLE marks (note INTEGER NOT NULL REFERENCES notes (id)) STRICT');
  expect(() => db.run('INSERT INTO marks (note) VALUES (7)')).toThrow(/FOREIGN KEY/);
});

test('a copy is a database of its own and replaces no file', async () => {
  const folder = await temporaryFolder();
  const db = notes();
  add(db, 'kept');
  const file = path.join(folder, 'copy.db');
  db.copyTo(file);
  const copy = openDb(file);
  expect(texts(copy)).toEqual(['kept']);
  copy.close();
  expect(() => {
    db.copyTo(file);
  }).toThrow(/exists/);
});

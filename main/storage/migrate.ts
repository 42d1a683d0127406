import type { Db } from './db.ts';
import type { Migration } from './migration.ts';
import { operations } from './migrations/0001-operations.ts';
import { spend } from './migrations/0002-spend.ts';
import { queue } from './migrations/0003-queue.ts';
import { sessions } from './migrations/0004-sessions.ts';
import { fetching } from './migrations/0005-fetching.ts';
import { library } from './migrations/0006-library.ts';
import { spendTotals } from './migrations/0007-spend-totals.ts';
import { modes } from './migrations/0008-modes.ts';
import { chains } from './migrations/0009-chains.ts';
import { images } from './migrations/0010-images.ts';

/** Every migration ever released, in order. A released one is never edited; a change is a new file. */
export const migrations: readonly Migration[] = [
  operations,
  spend,
  queue,
  sessions,
  fetching,
  library,
  spendTotals,
  modes,
  chains,
  images,
];

export function schemaVersion(db: Db): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/**
 * Brings the database to the newest schema. `backUp` is called once, before the first change to a database that
 * already holds something. Throws when the database was written by a newer version of the app.
 */
export function migrate(db: Db, backUp: (fromVersion: number) => void, list = migrations): void {
  const from = schemaVersion(db);
  if (from > list.length)
    throw new Error(`The database has schema ${from}; this version knows ${list.length}.`);
  if (from > 0 && from < list.length) backUp(from);
  for (const migration of list.slice(from)) {
    db.transaction(() => {
      db.script(migration.sql);
      db.script(`PRAGMA user_version = ${migration.number}`);
    });
  }
}

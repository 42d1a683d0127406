import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { openDb } from './db.ts';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';

export interface OpenedLibrary {
  db: Db;
  /** True when a damaged database was set aside and a new one begun. */
  wasDamaged: boolean;
}

function openChecked(file: string, backupFolder: string): Db {
  const db = openDb(file);
  try {
    const check = db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check;
    if (check !== 'ok') throw new Error(`The database is damaged: ${check ?? 'no answer'}`);
    migrate(db, (from) => {
      mkdirSync(backupFolder, { recursive: true });
      const backup = path.join(backupFolder, `zoetrope-schema-${from}-${Date.now()}.db`);
      db.copyTo(backup);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens the database in `dataFolder`, bringing it to the newest schema. A damaged file is kept beside the new one
 * (`zoetrope-damaged-<time>.db`), never thrown away: it knows which operations were paid for.
 */
export function openLibrary(dataFolder: string): OpenedLibrary {
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, 'zoetrope.db');
  const backups = path.join(dataFolder, 'backups');
  try {
    return { db: openChecked(file, backups), wasDamaged: false };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = path.join(dataFolder, `zoetrope-damaged-${Date.now()}`);
    for (const ending of ['', '-wal', '-shm']) {
      if (existsSync(file + ending)) renameSync(file + ending, `${aside}.db${ending}`);
    }
    return { db: openChecked(file, backups), wasDamaged: true };
  }
}

/** A locked file, a full disk or a newer schema is not damage: setting the database aside would lose it. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|damaged/i.test(error.message);
}

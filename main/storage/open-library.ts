import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createCleanClose } from './clean-close.ts';
import { createBackups } from './backups.ts';
import type { Backup, Backups } from './backups.ts';
import { openDb } from './db.ts';
import type { Db } from './db.ts';
import { createJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { keptAnswerIds } from './kept-answers.ts';
import { migrate } from './migrate.ts';
import { followAccepted, sendNothingAgain } from './restore.ts';

/** A damaged database was set aside, or it was gone. */
export interface Damage {
  /** When the copy was made that took its place, milliseconds since 1970; null where there was none: it begins empty. */
  restoredFrom: number | null;
  /** Operations that the service had taken on and that only the journal knew. */
  followed: number;
}

export interface OpenedLibrary {
  db: Db;
  backups: Backups;
  journal: Journal;
  /** Null: it was whole. */
  damage: Damage | null;
  /** True when it was as the app had left it, and was not looked through: that is still to be done. */
  isUnchecked: boolean;
  /** Closes it. Remembers that this was done as it should be, unless it is known to be damaged. */
  close(isWhole?: boolean): void;
}

const endings = ['', '-wal', '-shm'];

/** Says what is wrong with the database in `file`; null when it is whole. Throws when that cannot be found out. */
export function whatIsWrong(file: string): string | null {
  try {
    const db = openDb(file);
    try {
      quickCheck(db);
      return null;
    } finally {
      db.close();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return error.message;
  }
}

/** Throws where the database is damaged. */
function quickCheck(db: Db): void {
  const check = db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check;
  if (check !== 'ok') throw new Error(`The database is damaged: ${check ?? 'no answer'}`);
}

function openChecked(file: string, backups: Backups, isClean = false): Db {
  const db = openDb(file);
  try {
    if (!isClean) quickCheck(db);
    migrate(db, (from) => {
      backups.beforeMigration(db, from);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Puts the newest backup that is whole into the place of `file`. Null when none is. Throws when the disk is full: the
 * next start tries again, instead of beginning without them.
 */
function restoreNewest(
  file: string,
  backups: Backups,
  now: number,
  answered: readonly string[],
): Backup | null {
  const part = `${file}.restored`;
  for (const backup of backups.list()) {
    for (const ending of endings) rmSync(part + ending, { force: true });
    try {
      copyFileSync(backup.file, part);
      const db = openChecked(part, backups);
      sendNothingAgain(db, now, answered);
      // All of it has to be in the one file.
      db.script('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
      renameSync(part, file);
      return backup;
    } catch (error) {
      if (isFullDisk(error)) throw error;
      // Damaged too, or of a newer app: the one before it.
    }
  }
  for (const ending of endings) rmSync(part + ending, { force: true });
  return null;
}

/**
 * Opens the database in `dataFolder`, bringing it to the newest schema. A damaged file is kept beside the new one
 * (`zoetrope-damaged-<time>.db`), never thrown away; the newest backup that is whole takes its place.
 */
export function openLibrary(dataFolder: string, now: () => number = Date.now): OpenedLibrary {
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, 'zoetrope.db');
  const backups = createBackups(dataFolder, now);
  const journal = createJournal(dataFolder);
  const answered = keptAnswerIds(dataFolder);
  // A database that is gone although there are copies of it was not thrown away by this app.
  const isLost = !existsSync(file) && (backups.list().length > 0 || journal.isUsed() || answered.length > 0);
  const clean = createCleanClose(dataFolder);
  const isClean = clean.take();
  const opened = (db: Db, damage: Damage | null): OpenedLibrary => ({
    db,
    backups,
    journal,
    damage,
    isUnchecked: isClean && damage === null,
    close(isWhole = true) {
      db.close();
      if (isWhole) clean.leave();
    },
  });
  if (!isLost) {
    try {
      return opened(openChecked(file, backups, isClean), null);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  const aside = path.join(dataFolder, `zoetrope-damaged-${now()}`);
  for (const ending of endings) {
    if (existsSync(file + ending)) renameSync(file + ending, `${aside}.db${ending}`);
  }
  const backup = restoreNewest(file, backups, now(), answered);
  const db = openChecked(file, backups);
  const followed = followAccepted(db, journal.read());
  return opened(db, { restoredFrom: backup?.madeAt ?? null, followed });
}

/** A locked file, a full disk or a newer schema is not damage: setting the database aside would lose it. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && /malformed|not a database|damaged/i.test(error.message);
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|disk is full/i.test(error.message);
}

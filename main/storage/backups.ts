/** Copies of the database in `backups/` of the data folder: one before each change of its schema, one a day. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Db } from './db.ts';

/** Of the daily ones; those before a change of the schema are kept as well, as many. */
const kept = 3;
export const backupEveryMs = 24 * 3_600_000;

/** `zoetrope-daily-<milliseconds since 1970>.db`, `zoetrope-schema-<version before>-<the same>.db` */
const pattern = /^zoetrope-(?:daily|schema-\d+)-(\d{13})\.db$/;

export interface Backup {
  file: string;
  /** Milliseconds since 1970. */
  madeAt: number;
}

export interface Backups {
  /** The newest first. */
  list(): Backup[];
  /** Before the schema changes: blocks until it is on the disk. */
  beforeMigration(db: Db, fromVersion: number): void;
  /**
   * Copies the database piece by piece, while it is used. What a crash leaves of it is no backup, and neither is a copy
   * in which `check` finds something wrong (it gives null for a whole one): then the older ones stay, and this throws.
   */
  daily(db: Db, check: (file: string) => Promise<string | null>): Promise<void>;
}

export function createBackups(dataFolder: string, now: () => number): Backups {
  const folder = path.join(dataFolder, 'backups');

  function list(): Backup[] {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return [];
    }
    return names
      .flatMap((name) => {
        const madeAt = Number(pattern.exec(name)?.[1]);
        const file = path.join(folder, name);
        return madeAt && statSync(file).size > 0 ? [{ file, madeAt }] : [];
      })
      .sort((one, other) => other.madeAt - one.madeAt);
  }

  function prune(kind: string): void {
    for (const { file } of list()
      .filter(({ file: each }) => path.basename(each).startsWith(`zoetrope-${kind}-`))
      .slice(kept)) {
      rmSync(file);
    }
  }

  const fileOf = (kind: string): string => path.join(folder, `zoetrope-${kind}-${now()}.db`);

  return {
    list,
    beforeMigration(db, fromVersion) {
      mkdirSync(folder, { recursive: true });
      const file = fileOf(`schema-${fromVersion}`);
      db.copyTo(`${file}.part`);
      renameSync(`${file}.part`, file);
      prune('schema');
    },
    async daily(db, check) {
      mkdirSync(folder, { recursive: true });
      const file = fileOf('daily');
      try {
        await db.copyInPieces(`${file}.part`);
        const wrong = await check(`${file}.part`);
        if (wrong !== null) throw new Error(`The copy is damaged: ${wrong}`);
        renameSync(`${file}.part`, file);
      } finally {
        for (const name of readdirSync(folder)) if (name.includes('.part')) rmSync(path.join(folder, name));
      }
      prune('daily');
    },
  };
}

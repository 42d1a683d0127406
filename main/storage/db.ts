/**
 * The one place that knows which SQLite driver is used. Its API is `node:sqlite`'s, so that Node's own can take
 * its place by changing the import.
 */
import { backup, DatabaseSync } from '@photostructure/sqlite';
import { searchText, sortText } from './search-text.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;
type Parameters = Record<string, SqlValue>;

export interface Db {
  /** Runs a statement and gives the number of rows that it changed. */
  run(sql: string, parameters?: Parameters): number;
  /** The first row, or undefined. */
  get<Row>(sql: string, parameters?: Parameters): Row | undefined;
  all<Row>(sql: string, parameters?: Parameters): Row[];
  /** Runs several statements without parameters, for migrations. */
  script(sql: string): void;
  /** All of `work` or nothing of it. */
  transaction<T>(work: () => T): T;
  /** Writes a consistent copy to `file`, which must not exist. */
  copyTo(file: string): void;
  /** The same piece by piece, so that everything else goes on meanwhile; what is written meanwhile is in it. */
  copyInPieces(file: string): Promise<void>;
  close(): void;
}

/** Of the database at once: a millisecond or two. */
const pagesInPiece = 256;

/**
 * Opens (or makes) the database at `file`; `:memory:` works too.
 * Throws when the file is not a database or cannot be opened.
 */
export function openDb(file: string): Db {
  const database = new DatabaseSync(file);
  // Not closed where this fails: closing would take away the -wal beside it, which may hold the newest rows.
  database.exec('PRAGMA journal_mode = WAL');
  // A row written before a paid request must survive a power cut, not only a crash of the program.
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec('PRAGMA busy_timeout = 3000');

  // Used by the triggers that keep up the library's index; migrations/0006-library.ts.
  for (const [name, change] of Object.entries({ search_text: searchText, sort_text: sortText })) {
    database.function(name, { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? change(text) : null,
    );
  }

  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const statement = (sql: string) => {
    let found = prepared.get(sql);
    if (!found) {
      found = database.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  };

  let depth = 0;
  return {
    run(sql, parameters = {}) {
      return statement(sql).run(parameters).changes;
    },
    get<Row>(sql: string, parameters: Parameters = {}) {
      return statement(sql).get(parameters) as Row | undefined;
    },
    all<Row>(sql: string, parameters: Parameters = {}) {
      return statement(sql).all(parameters) as Row[];
    },
    script(sql) {
      database.exec(sql);
    },
    transaction(work) {
      if (depth > 0) return work();
      depth += 1;
      database.exec('BEGIN IMMEDIATE');
      try {
        const value = work();
        database.exec('COMMIT');
        return value;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    copyTo(file) {
      statement('VACUUM INTO :file').run({ file });
    },
    async copyInPieces(file) {
      await backup(database, file, { rate: pagesInPiece });
    },
    close() {
      prepared.clear();
      database.close();
    },
  };
}

/** Sessions as rows. */
import type { Db } from './db.ts';

export interface SessionRow {
  id: string;
  name: string;
  createdAt: number;
  /** When it was last selected or something was made in it. */
  usedAt: number;
  /** The current session is the one selected last. */
  selectedAt: number | null;
  archivedAt: number | null;
  /** Removed ones keep their row: the ledger knows their names. */
  removedAt: number | null;
}

export interface SessionRows {
  /** Removed ones included. */
  find(id: string): SessionRow | null;
  /** The one selected last of those that are neither archived nor removed, nor `except`; null when there is none. */
  current(except?: string): SessionRow | null;
  /** Without removed ones, the one used last first. */
  all(): SessionRow[];
  /** Those that are removed. */
  removed(): SessionRow[];
  insert(row: SessionRow): void;
  update(id: string, changes: Partial<Omit<SessionRow, 'id'>>): void;
  /** Makes it the one used last, whatever the clock says, and takes it out of the archive. */
  use(id: string, now: number): void;
  /** Makes it the current one, whatever the clock says, and takes it out of the archive. */
  select(id: string, now: number): void;
}

const names = {
  id: 'id',
  name: 'name',
  createdAt: 'created_at',
  usedAt: 'used_at',
  selectedAt: 'selected_at',
  archivedAt: 'archived_at',
  removedAt: 'removed_at',
} as const satisfies Record<keyof SessionRow, string>;

const selectRow = `SELECT ${Object.entries(names)
  .map(([key, column]) => `${column} AS ${key}`)
  .join(', ')} FROM sessions`;

const used = `archived_at = NULL,
  used_at = CASE WHEN used_at = (SELECT max(used_at) FROM sessions) THEN max(:now, used_at)
    ELSE max(:now, (SELECT max(used_at) FROM sessions) + 1) END`;

export function createSessionRows(db: Db): SessionRows {
  return {
    find: (id) => db.get<SessionRow>(`${selectRow} WHERE id = :id`, { id }) ?? null,
    current: (except = '') =>
      db.get<SessionRow>(
        `${selectRow} WHERE removed_at IS NULL AND archived_at IS NULL AND id <> :except
         ORDER BY selected_at DESC NULLS LAST, used_at DESC, id LIMIT 1`,
        { except },
      ) ?? null,
    all: () => db.all<SessionRow>(`${selectRow} WHERE removed_at IS NULL ORDER BY used_at DESC, id`),
    removed: () => db.all<SessionRow>(`${selectRow} WHERE removed_at IS NOT NULL`),
    insert(row) {
      db.run(
        `INSERT INTO sessions (${Object.values(names).join(', ')})
         VALUES (${Object.keys(names)
           .map((key) => `:${key}`)
           .join(', ')})`,
        { ...row },
      );
    },
    update(id, changes) {
      const keys = Object.keys(changes) as (keyof typeof changes)[];
      if (keys.length === 0) return;
      db.run(
        `UPDATE sessions SET ${keys.map((key) => `${names[key]} = :${key}`).join(', ')} WHERE id = :id`,
        {
          id,
          ...changes,
        },
      );
    },
    use(id, now) {
      db.run(`UPDATE sessions SET ${used} WHERE id = :id`, { id, now });
    },
    select(id, now) {
      db.run(
        `UPDATE sessions SET ${used},
           selected_at = max(:now, coalesce((SELECT max(selected_at) FROM sessions), 0) + 1) WHERE id = :id`,
        { id, now },
      );
    },
  };
}

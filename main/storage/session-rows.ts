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
  /** The one selected last of those that are neither archived nor removed; null when there is none. */
  current(): SessionRow | null;
  /** Without removed ones, the one used last first. */
  all(): SessionRow[];
  insert(row: SessionRow): void;
  update(id: string, changes: Partial<Omit<SessionRow, 'id'>>): void;
  /** Makes it the current one, whatever the clock says. */
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

export function createSessionRows(db: Db): SessionRows {
  return {
    find: (id) => db.get<SessionRow>(`${selectRow} WHERE id = :id`, { id }) ?? null,
    current: () =>
      db.get<SessionRow>(
        `${selectRow} WHERE removed_at IS NULL AND archived_at IS NULL
         ORDER BY selected_at DESC NULLS LAST, used_at DESC, id LIMIT 1`,
      ) ?? null,
    all: () => db.all<SessionRow>(`${selectRow} WHERE removed_at IS NULL ORDER BY used_at DESC, id`),
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
    select(id, now) {
      db.run(
        `UPDATE sessions SET used_at = max(:now, (SELECT max(used_at) FROM sessions) + 1),
           selected_at = max(:now, coalesce((SELECT max(selected_at) FROM sessions), 0) + 1) WHERE id = :id`,
        { id, now },
      );
    },
  };
}

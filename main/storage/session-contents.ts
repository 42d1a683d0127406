/** What lies in sessions, in bulk: counted and moved without reading a single operation. */
import { underWay } from './operation-rows.ts';
import type { Db } from './db.ts';

export interface SessionCount {
  sessionId: string;
  clips: number;
}

export interface SessionContents {
  /** Operations that are not deleted, by session; sessions without any are left out. */
  counts(): SessionCount[];
  /** Those of them that go on by themselves. */
  underWayCounts(): SessionCount[];
  /** At most `limit` operations of a session, `live` without deleted ones. */
  ids(sessionId: string, limit: number, which: 'all' | 'live' | 'under-way'): string[];
  /** Which of these are there, not deleted and in another session than `to`. */
  elsewhere(ids: readonly string[], to: string): { id: string; sessionId: string }[];
  /** The parts of an extended clip go along with it. */
  move(ids: readonly string[], to: string): void;
}

const listed = 'IN (SELECT value FROM json_each(:ids))';

export function createSessionContents(db: Db): SessionContents {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return {
    counts: () =>
      db.all<SessionCount>(
        'SELECT session_id AS sessionId, count(*) AS clips FROM library_index GROUP BY session_id',
      ),
    underWayCounts: () =>
      // The plus sign: the few that are under way, instead of all in the order of their sessions.
      db.all<SessionCount>(
        `SELECT session_id AS sessionId, count(*) AS clips FROM operations
         WHERE deleted_at IS NULL AND phase IN ${underWay} GROUP BY +session_id`,
      ),
    ids(sessionId, limit, which) {
      const phases = which === 'under-way' ? `AND phase IN ${underWay}` : '';
      const live = ids(
        db.all(
          `SELECT id FROM operations WHERE session_id = :sessionId AND deleted_at IS NULL ${phases} LIMIT :limit`,
          { sessionId, limit },
        ),
      );
      if (which !== 'all' || live.length === limit) return live;
      const deleted = db.all<{ id: string }>(
        `SELECT id FROM operations WHERE deleted_at IS NOT NULL AND session_id = :sessionId LIMIT :limit`,
        { sessionId, limit: limit - live.length },
      );
      return [...live, ...ids(deleted)];
    },
    elsewhere: (list, to) =>
      db.all<{ id: string; sessionId: string }>(
        `SELECT id, session_id AS sessionId FROM operations
         WHERE id ${listed} AND deleted_at IS NULL AND session_id <> :to`,
        { ids: JSON.stringify(list), to },
      ),
    move(list, to) {
      const all = ids(
        db.all(
          `WITH RECURSIVE chain (id) AS (
             SELECT value FROM json_each(:ids)
             UNION
             SELECT s.id FROM chain JOIN operations e ON e.id = chain.id
               JOIN operations s ON s.id = e.source_id AND s.part_of = e.id
           )
           SELECT id FROM chain`,
          { ids: JSON.stringify(list) },
        ),
      );
      db.run(`UPDATE operations SET session_id = :to WHERE id ${listed}`, { ids: JSON.stringify(all), to });
    },
  };
}

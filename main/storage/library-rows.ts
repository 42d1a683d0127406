/** The library's index as the gallery asks it: pages, counts and places, whatever the filters and the order. */
import type { Phase } from '../../preload/contract/domain.ts';
import type { Medium } from '../../preload/contract/mediums.ts';
import type { LibraryFacets, LibraryQuery } from '../../preload/contract/library.ts';
import type { Db, SqlValue } from './db.ts';
import { hidden, librarySql, perMillisecond } from './library-sql.ts';
import type { Known, LibrarySql } from './library-sql.ts';
import { selectRecord, toRecord } from './records.ts';
import type { Marks, OperationRecord, OperationRow, Raw } from './records.ts';
import type { SessionName } from './search-text.ts';

/** One step of a walk over all that a query finds. */
export interface Step {
  seq: number;
  id: string;
  phase: Phase;
}

export interface LibraryRows {
  page(query: LibraryQuery, offset: number, limit: number): OperationRecord[];
  count(query: LibraryQuery): number;
  ids(query: LibraryQuery, offset: number, limit: number): string[];
  /** From 0; null when the query does not find it. */
  position(query: LibraryQuery, operationId: string): number | null;
  facets(sessionId: string | null, medium?: Medium | null): LibraryFacets;
  /** The takes of a request that are in the session of one of them, by their number. */
  takes(of: Pick<OperationRow, 'groupId' | 'sessionId' | 'createdAt'>): OperationRecord[];
  /** What a query finds with a number after `after`, oldest first: for going through all of it in small steps. */
  walk(query: LibraryQuery, after: number, limit: number): Step[];
  /** The same for named ones; those that are deleted or unknown are left out. */
  named(operationIds: readonly string[]): Step[];
  /** The number of the newest entry; -1 when there is none. */
  newest(): number;
  /** The number of rows that are different now. */
  mark(operationIds: readonly string[], marks: Partial<Marks>): number;
  /**
   * Tidies up the full-text index a little after much of it was forgotten: a few milliseconds. False when there is
   * nothing left to do.
   */
  tidyText(): boolean;
  /** Grows with every write to the database. */
  revision(): number;
}

/** An image has no duration. */
const ofMedium = { any: 'TRUE', image: "+duration = '0'", video: "+duration <> '0'" };

/** Takes are written in one moment; so far apart may they be that a crash or a hand has put back, milliseconds. */
const takesWithin = 60_000;

/** Counts that are kept: of the queries asked last. */
const mostCounts = 16;

export function createLibraryRows(db: Db, sessions: () => readonly SessionName[]): LibraryRows {
  const counts = new Map<string, unknown>();
  let countsAt = -1;
  const known: Known = {
    sessions,
    hasHidden: () => db.get(`SELECT 1 FROM operations WHERE ${hidden} LIMIT 1`) !== undefined,
  };

  const revision = (): number => db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;

  /** What was counted before and is still true, or what `count` gives. */
  function counted<Counted>(key: string, count: () => Counted): Counted {
    const now = revision();
    if (now !== countsAt) counts.clear();
    countsAt = now;
    if (!counts.has(key)) {
      const [oldest] = counts.keys();
      if (counts.size >= mostCounts && oldest !== undefined) counts.delete(oldest);
      counts.set(key, count());
    }
    return counts.get(key) as Counted;
  }

  function numbers(sql: LibrarySql, offset: number, limit: number): number[] {
    return db
      .all<{ seq: number }>(
        `SELECT ${sql.seq} AS seq ${sql.source} ORDER BY ${sql.order} LIMIT :limit OFFSET :offset`,
        { ...sql.parameters, limit, offset },
      )
      .map((row) => row.seq);
  }

  /** Rows of operations, in the order of `seqs`. */
  function inOrder(select: string, seqs: readonly number[]): Raw[] {
    const rows = db.all<Raw>(`${select} WHERE o.library_seq IN (SELECT value FROM json_each(:seqs))`, {
      seqs: JSON.stringify(seqs),
    });
    const bySeq = new Map(rows.map((raw) => [raw['library_seq'], raw]));
    return seqs.flatMap((seq) => {
      const raw = bySeq.get(seq);
      return raw === undefined ? [] : [raw];
    });
  }

  function facets(sessionId: string | null, medium: Medium | null): LibraryFacets {
    const groups = db.all<{ model: string; status: number; favourite: number; n: number }>(
      `SELECT model, status, favourite, count(*) AS n FROM library_index
       WHERE ${sessionId === null ? 'TRUE' : 'session_id = :sessionId'} AND ${ofMedium[medium ?? 'any']} GROUP BY session_id, model, status, favourite`,
      sessionId === null ? {} : { sessionId },
    );
    const sum = (which: (group: (typeof groups)[number]) => boolean): number =>
      groups.filter(which).reduce((total, { n }) => total + n, 0);
    const models = [...new Set(groups.map(({ model }) => model))]
      .map((model) => ({ model, count: sum((group) => group.model === model) }))
      .sort((one, other) => other.count - one.count || one.model.localeCompare(other.model));
    return {
      total: sum(() => true),
      favourites: sum(({ favourite }) => favourite === 1),
      underWay: sum(({ status }) => status === 0),
      completed: sum(({ status }) => status === 1),
      failed: sum(({ status }) => status === 2),
      models,
    };
  }

  return {
    page: (query, offset, limit) =>
      inOrder(selectRecord, numbers(librarySql(query, known), offset, limit)).map(toRecord),
    // The order makes no difference to how many there are.
    count: (query) =>
      counted(JSON.stringify({ ...query, sort: 'newest' }), () => {
        const sql = librarySql({ ...query, sort: 'newest' }, known);
        return db.get<{ n: number }>(`SELECT count(*) AS n ${sql.source}`, sql.parameters)?.n ?? 0;
      }),
    ids: (query, offset, limit) =>
      inOrder(
        'SELECT o.id, o.library_seq FROM operations o',
        numbers(librarySql(query, known), offset, limit),
      ).map((raw) => String(raw['id'])),
    position(query, operationId) {
      const sql = librarySql(query, known);
      const and = sql.source.includes(' WHERE ') ? 'AND' : 'WHERE';
      const at = db.get<Record<string, SqlValue>>(
        `SELECT i.* FROM operations o JOIN library_index i ON i.seq = o.library_seq WHERE o.id = :operationId`,
        { operationId },
      );
      const atSeq = at?.['seq'];
      if (at === undefined || atSeq === undefined) return null;
      const found = db.get(`SELECT 1 ${sql.source} ${and} ${sql.seq} = :atSeq`, { ...sql.parameters, atSeq });
      if (found === undefined) return null;
      const atValue = sql.sortColumn === null ? {} : { atValue: at[sql.sortColumn] ?? null };
      return (
        db.get<{ n: number }>(`SELECT count(*) AS n ${sql.source} ${and} ${sql.before}`, {
          ...sql.parameters,
          atSeq,
          ...atValue,
        })?.n ?? null
      );
    },
    facets: (sessionId, medium = null) =>
      counted(`facets ${medium ?? ''} ${sessionId ?? ''}`, () => facets(sessionId, medium)),
    takes: ({ groupId, sessionId, createdAt }) =>
      db
        .all<Raw>(
          `${selectRecord} WHERE o.library_seq BETWEEN :from AND :until AND +o.group_id = :groupId
             AND +o.session_id = :sessionId AND +o.deleted_at IS NULL ORDER BY o.take`,
          {
            groupId,
            sessionId,
            from: (createdAt - takesWithin) * perMillisecond,
            until: (createdAt + takesWithin) * perMillisecond,
          },
        )
        .map(toRecord),
    walk(query, after, limit) {
      const sql = librarySql({ ...query, sort: 'oldest' }, known);
      const and = sql.source.includes(' WHERE ') ? 'AND' : 'WHERE';
      const seqs = db
        .all<{ seq: number }>(
          `SELECT ${sql.seq} AS seq ${sql.source} ${and} ${sql.seq} > :after ORDER BY ${sql.order} LIMIT :limit`,
          { ...sql.parameters, after, limit },
        )
        .map((row) => row.seq);
      return inOrder('SELECT o.id, o.phase, o.library_seq FROM operations o', seqs).map((raw) => ({
        seq: Number(raw['library_seq']),
        id: String(raw['id']),
        phase: raw['phase'] as Phase,
      }));
    },
    named(operationIds) {
      return db.all<Step>(
        `SELECT library_seq AS seq, id, phase FROM operations
         WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL`,
        { ids: JSON.stringify(operationIds) },
      );
    },
    newest: () => db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM library_index')?.seq ?? -1,
    mark(operationIds, marks) {
      const { favourite = null, rating = null } = marks;
      return db.run(
        `UPDATE operations SET favourite = coalesce(:favourite, favourite), rating = coalesce(:rating, rating)
         WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL
           AND (favourite, rating) IS NOT (coalesce(:favourite, favourite), coalesce(:rating, rating))`,
        {
          ids: JSON.stringify(operationIds),
          favourite: favourite === null ? null : Number(favourite),
          rating,
        },
      );
    },
    tidyText() {
      const before = revision();
      db.run(`INSERT INTO library_text (library_text, rank) VALUES ('merge', 16)`);
      // As SQLite's documentation has it: fewer than two changes mean that nothing was merged.
      return revision() - before >= 2;
    },
    revision,
  };
}

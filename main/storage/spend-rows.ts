/** The ledger as rows: a projection of operations that outlives them. */
import type { SpendState } from '../../preload/contract/spend.ts';
import type { Db } from './db.ts';

export interface SpendRow {
  operationId: string;
  service: string;
  model: string;
  resolution: string;
  durationSeconds: number;
  sessionId: string | null;
  /** What it is called now, or was called when it was removed. */
  sessionName: string | null;
  /** When it was sent, milliseconds since 1970. */
  createdAt: number;
  /** The price of the run in USD, whatever its state. */
  amountUsd: number;
  state: SpendState;
  updatedAt: number;
}

/** A call to a text model: no operation stands behind it. */
export interface TextSpendRow {
  id: string;
  model: string;
  sessionId: string | null;
  /** Milliseconds since 1970. */
  sentAt: number;
  usd: number;
  state: SpendState;
}

/** Amounts of one kind, added up in USD. */
export interface StateSum {
  model: string;
  state: SpendState;
  usd: number;
}

export interface SessionStateSum extends StateSum {
  sessionId: string;
}

export interface SpendRows {
  /** Brings the row of an operation up to date. False when there was nothing to change. */
  project(operationId: string, now: number): boolean;
  /** Writes a call to a text model, or what became of it. */
  putText(spend: TextSpendRow, now: number): void;
  /** Calls of which the app did not live to see the end may have been charged. Gives how many there were. */
  settleTexts(now: number): number;
  find(operationId: string): SpendRow | null;
  /**
   * The same for the next `limit` operations behind the one numbered `after`, 0 to begin with. `behind` is the number of
   * rows that were out of date, `last` where the next piece begins; null when there is none.
   */
  projectPiece(after: number, limit: number, now: number): { behind: number; last: number | null };
  /** What was sent in [from, until), by model and state. */
  sums(from: number, until: number): StateSum[];
  /** The same for all that was ever sent. */
  totals(): StateSum[];
  sessionSums(sessionId: string): StateSum[];
  /** All of the ledger by session. */
  bySession(): SessionStateSum[];
  /** Oldest first, the ones after `after`, at most `limit`. */
  page(limit: number, after: { createdAt: number; operationId: string } | null): SpendRow[];
}

/** Queued and demo operations have no row. What is not known to be free or paid is `unknown`. */
const inLedger = `o.service <> 'demo' AND o.phase <> 'queued'`;
const stateOf = `
  CASE
    WHEN o.phase IN ('submitting', 'processing', 'downloading') THEN 'estimated'
    WHEN o.phase = 'completed' THEN 'charged'
    WHEN o.phase = 'blocked' THEN 'not_charged'
    WHEN o.phase = 'unknown' THEN 'unknown'
    WHEN json_extract(o.error, '$.details.charged') = 0 THEN 'not_charged'
    WHEN json_extract(o.error, '$.details.charged') = 1 THEN 'charged'
    ELSE 'unknown'
  END`;

/** Writes what differs and nothing else, so that it can be run at any time and any number of times. */
const upsert = (where: string): string => `
  INSERT INTO spend (operation_id, service, model, resolution, duration_seconds, session_id, created_at,
    amount_usd, state, updated_at)
  SELECT o.id, o.service, o.model, o.resolution, CAST(o.duration AS REAL), o.session_id,
    coalesce(o.submitted_at, o.created_at), o.estimated_usd, ${stateOf}, :now
  FROM operations o WHERE ${inLedger} AND ${where}
  ON CONFLICT (operation_id) DO UPDATE SET
    session_id = excluded.session_id, created_at = excluded.created_at, amount_usd = excluded.amount_usd,
    state = excluded.state, updated_at = excluded.updated_at
  WHERE (spend.state, spend.created_at, spend.amount_usd, spend.session_id)
    IS NOT (excluded.state, excluded.created_at, excluded.amount_usd, excluded.session_id)`;

/** One that is back in the queue was certainly not made: it costs nothing until it is sent again. */
const takeBack = (where: string): string => `
  DELETE FROM spend WHERE operation_id IN (SELECT o.id FROM operations o WHERE o.phase = 'queued' AND ${where})`;

const columns = `operation_id AS operationId, service, model, resolution, duration_seconds AS durationSeconds,
  session_id AS sessionId, (SELECT name FROM sessions s WHERE s.id = session_id) AS sessionName, created_at AS createdAt, amount_usd AS amountUsd, state, updated_at AS updatedAt`;

export function createSpendRows(db: Db): SpendRows {
  return {
    project(id, now) {
      return db.transaction(
        () => db.run(upsert('o.id = :id'), { id, now }) + db.run(takeBack('o.id = :id'), { id }) > 0,
      );
    },
    putText({ id, model, sessionId, sentAt, usd, state }, now) {
      db.run(
        `INSERT INTO spend (operation_id, service, model, resolution, duration_seconds, session_id, created_at,
           amount_usd, state, updated_at)
         VALUES (:id, 'gemini', :model, 'text', 0, :sessionId, :sentAt, :usd, :state, :now)
         ON CONFLICT (operation_id) DO UPDATE SET
           amount_usd = excluded.amount_usd, state = excluded.state, updated_at = excluded.updated_at`,
        { id, model, sessionId, sentAt, usd, state, now },
      );
    },
    settleTexts: (now) =>
      db.run(
        `UPDATE spend SET state = 'unknown', updated_at = :now
         WHERE resolution = 'text' AND state = 'estimated'`,
        { now },
      ),
    projectPiece(after, limit, now) {
      return db.transaction(() => {
        const last =
          db.get<{ last: number | null }>(
            `SELECT max(number) AS last FROM
               (SELECT rowid AS number FROM operations WHERE rowid > :after ORDER BY rowid LIMIT :limit)`,
            { after, limit },
          )?.last ?? null;
        if (last === null) return { behind: 0, last };
        const piece = 'o.rowid > :after AND o.rowid <= :last';
        const behind = db.run(upsert(piece), { after, last, now }) + db.run(takeBack(piece), { after, last });
        return { behind, last };
      });
    },
    find(operationId) {
      return (
        db.get<SpendRow>(`SELECT ${columns} FROM spend WHERE operation_id = :operationId`, { operationId }) ??
        null
      );
    },
    sums(from, until) {
      // The plus signs keep SQLite from walking all of the ledger in the order of its groups.
      return db.all<StateSum>(
        `SELECT model, state, sum(amount_usd) AS usd FROM spend
         WHERE created_at >= :from AND created_at < :until GROUP BY +model, +state`,
        { from, until },
      );
    },
    totals: () =>
      db.all<StateSum>(
        `SELECT model, state, sum(micro_usd) / 1000000.0 AS usd FROM spend_totals WHERE count > 0
         GROUP BY model, state`,
      ),
    sessionSums: (sessionId) =>
      db.all<StateSum>(
        `SELECT model, state, micro_usd / 1000000.0 AS usd FROM spend_totals
         WHERE session_id = :sessionId AND count > 0`,
        { sessionId },
      ),
    bySession: () =>
      db.all<SessionStateSum>(
        `SELECT session_id AS sessionId, model, state, micro_usd / 1000000.0 AS usd FROM spend_totals
         WHERE count > 0`,
      ),
    page(limit, after) {
      return db.all<SpendRow>(
        `SELECT ${columns} FROM spend WHERE (created_at, operation_id) > (:createdAt, :operationId)
         ORDER BY created_at, operation_id LIMIT :limit`,
        { limit, createdAt: after?.createdAt ?? -1, operationId: after?.operationId ?? '' },
      );
    },
  };
}

import type { Migration } from '../migration.ts';

/**
 * What was spent, one row for each operation that was sent to a service that takes money. No foreign key: a row
 * outlives its operation. `created_at` is the moment of sending, which decides the day that an amount belongs to.
 */
export const spend: Migration = {
  number: 2,
  name: 'spend',
  sql: `
    CREATE TABLE spend (
      operation_id TEXT PRIMARY KEY,
      service TEXT NOT NULL,
      model TEXT NOT NULL,
      resolution TEXT NOT NULL,
      duration_seconds REAL NOT NULL,
      session_id TEXT,
      created_at INTEGER NOT NULL,
      amount_usd REAL NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('estimated', 'charged', 'not_charged', 'unknown')),
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX spend_created ON spend (created_at, state, model, amount_usd);
    CREATE INDEX spend_session ON spend (session_id, model, state, amount_usd);

    INSERT INTO spend (operation_id, service, model, resolution, duration_seconds, session_id, created_at,
      amount_usd, state, updated_at)
    SELECT id, service, model, resolution, CAST(duration AS REAL), session_id,
      coalesce(submitted_at, created_at), estimated_usd,
      CASE
        WHEN phase IN ('submitting', 'processing', 'downloading') THEN 'estimated'
        WHEN phase = 'completed' THEN 'charged'
        WHEN phase = 'blocked' THEN 'not_charged'
        WHEN phase = 'unknown' THEN 'unknown'
        WHEN json_extract(error, '$.details.charged') = 0 THEN 'not_charged'
        WHEN json_extract(error, '$.details.charged') = 1 THEN 'charged'
        ELSE 'unknown'
      END,
      coalesce(finished_at, submitted_at, created_at)
    FROM operations
    WHERE service <> 'demo' AND phase <> 'queued';
  `,
};

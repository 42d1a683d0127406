import type { Migration } from '../migration.ts';

/**
 * What the queue has to remember over a restart: that the user paused it, and which operations may go over a budget.
 * The pause stands beside the operations that it holds, not in the settings: the two are never apart.
 */
export const queue: Migration = {
  number: 3,
  name: 'queue',
  sql: `
    ALTER TABLE operations ADD COLUMN over_allowed_at INTEGER;
    -- The place of a new operation is behind the last one of all.
    CREATE INDEX operations_queue_order ON operations (queue_order);

    -- What failed in a way that may pass can be counted without looking at all that ever failed.
    CREATE INDEX operations_failed ON operations (created_at, id)
      WHERE phase IN ('error', 'blocked', 'expired') AND deleted_at IS NULL
        AND json_extract(error, '$.retryable') = 1;

    CREATE TABLE queue (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1))
    ) STRICT;
    INSERT INTO queue (only_row, is_paused) VALUES (1, 0);
  `,
};

import type { Migration } from '../migration.ts';

/**
 * Operations hold what was asked for and how far it got; a clip exists once its file does; an upload is a first
 * frame, its bytes kept in a file named by their hash.
 */
export const operations: Migration = {
  number: 1,
  name: 'operations',
  sql: `
    CREATE TABLE uploads (
      id TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL,
      name TEXT NOT NULL,
      mime_type TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      size_bytes INTEGER NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE operations (
      id TEXT PRIMARY KEY,
      service TEXT NOT NULL CHECK (service IN ('demo', 'gemini')),
      model TEXT NOT NULL,
      prompt TEXT NOT NULL,
      negative_prompt TEXT,
      aspect_ratio TEXT NOT NULL,
      resolution TEXT NOT NULL,
      duration TEXT NOT NULL,
      session_id TEXT,
      upload_id TEXT REFERENCES uploads (id),
      estimated_usd REAL NOT NULL,
      phase TEXT NOT NULL CHECK (phase IN (
        'queued', 'submitting', 'processing', 'downloading',
        'completed', 'blocked', 'unknown', 'expired', 'error'
      )),
      remote_name TEXT,
      remote_uri TEXT,
      file_name TEXT,
      error TEXT,
      queue_order REAL NOT NULL,
      created_at INTEGER NOT NULL,
      submitted_at INTEGER,
      accepted_at INTEGER,
      finished_at INTEGER,
      deleted_at INTEGER
    ) STRICT;
    CREATE INDEX operations_newest ON operations (created_at DESC, id DESC) WHERE deleted_at IS NULL;
    CREATE INDEX operations_phase ON operations (phase, queue_order);

    CREATE TABLE clips (
      operation_id TEXT PRIMARY KEY REFERENCES operations (id) ON DELETE CASCADE,
      folder TEXT NOT NULL,
      file_name TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      width INTEGER,
      height INTEGER,
      duration_seconds REAL,
      has_poster INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT;
  `,
};

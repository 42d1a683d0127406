import type { Migration } from '../migration.ts';

/** Places for operations of one millisecond. Times 1,024 stay whole numbers in JavaScript until the year 2248. */
const perMillisecond = 1024;

/** Within what `library_seq` can hold, whatever a clock or a file's date says. */
const moment = (column: string): string => `min(max(${column}, 0), 8000000000000)`;

/** A place after the last one of the same millisecond; when that is full, after all others. */
const nextSeq = `
  SELECT CASE
    WHEN place < (created + 1) * ${perMillisecond} THEN place
    ELSE (SELECT max(library_seq) + 1 FROM operations)
  END
  FROM (
    SELECT created, coalesce((
      SELECT library_seq + 1 FROM operations
      WHERE library_seq >= created * ${perMillisecond} AND library_seq < (created + 1) * ${perMillisecond}
      ORDER BY library_seq DESC LIMIT 1
    ), created * ${perMillisecond}) AS place
    FROM (SELECT ${moment('NEW.created_at')} AS created)
  )`;

const indexColumns = `seq, session_id, status, model, aspect_ratio, resolution, duration, with_image, favourite,
  rating, length, name`;
const textColumns = 'prompt, negative_prompt, file_name, session';

/** Enters what `which` says into the index, as far as it is to be seen. */
export const putIndex = (which: string): string => `
  INSERT INTO library_index (${indexColumns})
  SELECT ${indexColumns} FROM library_source WHERE is_there AND ${which};`;
/** Enters the words of what `which` says into the full-text index. */
export const putText = (which: string): string => `
  INSERT INTO library_text (rowid, ${textColumns}) SELECT seq, ${textColumns} FROM library_source WHERE ${which};`;

const takeAway = (seq: string): string => `
  DELETE FROM library_index WHERE seq = ${seq};
  DELETE FROM library_text WHERE rowid = ${seq};`;

const writeAnew = (operationId: string): string => `
  ${takeAway(`(SELECT library_seq FROM operations WHERE id = ${operationId})`)}
  ${putIndex(`operation_id = ${operationId}`)} ${putText(`operation_id = ${operationId}`)}`;

const differs = (columns: readonly string[]): string =>
  `(${columns.map((column) => `OLD.${column}`).join(', ')}) IS NOT (${columns.map((column) => `NEW.${column}`).join(', ')})`;

/** What is rarely changed, or never: the whole entry is written anew. */
const rare = [
  'prompt',
  'negative_prompt',
  'aspect_ratio',
  'resolution',
  'duration',
  'model',
  'session_id',
  'upload_id',
];

/**
 * `library_index` holds one narrow row for each operation that is not deleted, `library_text` an entry of the full-text
 * index for each operation, deleted ones included: hiding ten thousand and taking that back would rewrite half of it.
 * Both are kept up by triggers, and can be thrown away and made anew out of `library_source`.
 *
 * `operations.library_seq` is given once and goes with the operation: a number in the order of `created_at`, so that
 * the order of the rows is the order of time and neither sorting nor the full-text index needs to look it up. The
 * operations' own row numbers would not do: VACUUM changes them.
 *
 * `search_text` and `sort_text` are functions of the app; `storage/db.ts` gives them to every connection.
 */
export const library: Migration = {
  number: 6,
  name: 'library',
  sql: `
    ALTER TABLE operations ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
    ALTER TABLE operations ADD COLUMN rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5);
    ALTER TABLE operations ADD COLUMN library_seq INTEGER;

    UPDATE operations SET library_seq = ${moment('created_at')} * ${perMillisecond} + place
    FROM (
      SELECT id AS of, row_number() OVER (PARTITION BY ${moment('created_at')} ORDER BY id) - 1 AS place
      FROM operations
    ) WHERE of = operations.id;
    CREATE UNIQUE INDEX operations_library ON operations (library_seq);
    CREATE INDEX operations_upload ON operations (upload_id) WHERE upload_id IS NOT NULL;
    CREATE INDEX operations_hidden ON operations (library_seq) WHERE deleted_at IS NOT NULL;
    CREATE INDEX uploads_file ON uploads (sha256);
    CREATE INDEX clips_file ON clips (file_name, folder);
    CREATE INDEX clips_without_poster ON clips (created_at) WHERE has_poster = 0;

    CREATE TABLE library_index (
      seq INTEGER PRIMARY KEY,
      session_id TEXT,
      status INTEGER NOT NULL,
      model TEXT NOT NULL,
      aspect_ratio TEXT NOT NULL,
      resolution TEXT NOT NULL,
      duration TEXT NOT NULL,
      with_image INTEGER NOT NULL,
      favourite INTEGER NOT NULL,
      rating INTEGER NOT NULL,
      length INTEGER NOT NULL,
      name TEXT NOT NULL
    ) STRICT;
    CREATE INDEX library_session ON library_index (session_id);
    CREATE INDEX library_status ON library_index (status);
    CREATE INDEX library_favourite ON library_index (favourite) WHERE favourite = 1;
    CREATE INDEX library_rating ON library_index (rating);
    CREATE INDEX library_length ON library_index (length);
    CREATE INDEX library_name ON library_index (name, seq DESC);
    CREATE INDEX library_facets ON library_index (session_id, model, status, favourite);

    CREATE VIRTUAL TABLE library_text USING fts5 (
      prompt, negative_prompt, file_name, session,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );

    CREATE VIEW library_source AS
    SELECT o.library_seq AS seq, o.id AS operation_id, o.deleted_at IS NULL AS is_there, o.session_id,
      CASE
        WHEN o.phase = 'completed' THEN 1
        WHEN o.phase IN ('queued', 'submitting', 'processing', 'downloading') THEN 0
        ELSE 2
      END AS status,
      o.model, o.aspect_ratio, o.resolution, o.duration, o.upload_id IS NOT NULL AS with_image, o.favourite,
      o.rating, CAST(round(coalesce(c.duration_seconds, o.duration)) AS INTEGER) AS length,
      sort_text(o.prompt) AS name, search_text(o.prompt) AS prompt,
      search_text(coalesce(o.negative_prompt, '')) AS negative_prompt,
      search_text(CASE
        WHEN c.file_name LIKE '%.mp4' THEN substr(c.file_name, 1, length(c.file_name) - 4)
        ELSE coalesce(c.file_name, '')
      END) AS file_name,
      CASE WHEN o.session_id IS NULL THEN '' ELSE char(57344) || hex(o.session_id) END AS session
    FROM operations o LEFT JOIN clips c ON c.operation_id = o.id;
    ${putIndex('TRUE')} ${putText('TRUE')}
    -- Many removed at once would have whole segments written anew in one go; see \`tidyText\` in library-rows.ts.
    INSERT INTO library_text (library_text, rank) VALUES ('deletemerge', 0);

    CREATE TRIGGER library_operation_added AFTER INSERT ON operations
    BEGIN
      UPDATE operations SET library_seq = (${nextSeq}) WHERE id = NEW.id;
      ${putIndex('operation_id = NEW.id')} ${putText('operation_id = NEW.id')}
    END;

    CREATE TRIGGER library_operation_marked AFTER UPDATE OF phase, favourite, rating ON operations
    WHEN NEW.deleted_at IS NULL AND ${differs(['phase', 'favourite', 'rating'])}
    BEGIN
      UPDATE library_index SET (status, favourite, rating) =
        (SELECT status, favourite, rating FROM library_source WHERE operation_id = NEW.id)
      WHERE seq = NEW.library_seq;
    END;

    CREATE TRIGGER library_operation_hidden AFTER UPDATE OF deleted_at ON operations
    WHEN (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
    BEGIN
      DELETE FROM library_index WHERE seq = NEW.library_seq;
      ${putIndex('operation_id = NEW.id')}
    END;

    CREATE TRIGGER library_operation_changed AFTER UPDATE OF ${rare.join(', ')} ON operations
    WHEN ${differs(rare)}
    BEGIN ${writeAnew('NEW.id')} END;

    CREATE TRIGGER library_operation_gone AFTER DELETE ON operations
    BEGIN ${takeAway('OLD.library_seq')} END;

    CREATE TRIGGER library_clip_added AFTER INSERT ON clips
    BEGIN ${writeAnew('NEW.operation_id')} END;

    CREATE TRIGGER library_clip_measured AFTER UPDATE OF duration_seconds ON clips
    WHEN OLD.duration_seconds IS NOT NEW.duration_seconds
    BEGIN
      UPDATE library_index SET length = s.length FROM library_source s
      WHERE s.operation_id = NEW.operation_id AND library_index.seq = s.seq;
    END;

    CREATE TRIGGER library_clip_changed AFTER UPDATE OF file_name ON clips
    WHEN OLD.file_name IS NOT NEW.file_name
    BEGIN ${writeAnew('NEW.operation_id')} END;

    CREATE TRIGGER library_clip_gone AFTER DELETE ON clips
    BEGIN ${writeAnew('OLD.operation_id')} END;
  `,
};

/** Makes the index anew. The triggers keep it up, so this is for a database that was put together another way. */
export const rebuildLibrary = `
  DELETE FROM library_index;
  INSERT INTO library_text (library_text) VALUES ('delete-all');
  ${putIndex('TRUE')} ${putText('TRUE')}`;

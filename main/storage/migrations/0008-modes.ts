import type { Migration } from '../migration.ts';

/**
 * What a request can hold beside its prompt and its first frame. Columns without a value mean that nothing was said.
 * The source's name, address and prompt stand as they were: the source may be forgotten before its extension is.
 */
export const modes: Migration = {
  number: 8,
  name: 'modes',
  sql: `
    ALTER TABLE operations ADD COLUMN mode TEXT NOT NULL DEFAULT 'text'
      CHECK (mode IN ('text', 'image', 'frames', 'references', 'extend', 'edit'));
    UPDATE operations SET mode = 'image' WHERE upload_id IS NOT NULL;
    ALTER TABLE operations ADD COLUMN source_id TEXT;
    ALTER TABLE operations ADD COLUMN source_name TEXT;
    ALTER TABLE operations ADD COLUMN source_uri TEXT;
    ALTER TABLE operations ADD COLUMN source_prompt TEXT;
    ALTER TABLE operations ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0 CHECK (extensions >= 0);
    ALTER TABLE operations ADD COLUMN person_generation TEXT
      CHECK (person_generation IN ('allow_all', 'allow_adult', 'dont_allow'));
    ALTER TABLE operations ADD COLUMN seed INTEGER CHECK (seed BETWEEN 0 AND 4294967295);
    ALTER TABLE operations ADD COLUMN audio INTEGER NOT NULL DEFAULT 1 CHECK (audio IN (0, 1));
    ALTER TABLE operations ADD COLUMN group_id TEXT;
    ALTER TABLE operations ADD COLUMN take INTEGER;
    ALTER TABLE operations ADD COLUMN takes INTEGER;
    CREATE INDEX operations_source ON operations (source_id) WHERE source_id IS NOT NULL;

    CREATE TABLE operation_images (
      operation_id TEXT NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('last_frame', 'reference')),
      position INTEGER NOT NULL,
      upload_id TEXT NOT NULL REFERENCES uploads (id),
      PRIMARY KEY (operation_id, role, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX operation_images_upload ON operation_images (upload_id);
  `,
};

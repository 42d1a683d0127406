import type { Migration } from '../migration.ts';

/**
 * Images as operations. An image has no duration: its `duration` is '0', which is how the library's index tells it from
 * a clip. `image_turns` keeps what the service said beside an image (its signatures), which goes back to it when the
 * conversation goes on: JSON, far too large for the rows that the gallery reads.
 */
export const images: Migration = {
  number: 10,
  name: 'images',
  sql: `
    ALTER TABLE operations ADD COLUMN medium TEXT NOT NULL DEFAULT 'video' CHECK (medium IN ('video', 'image'));
    CREATE INDEX library_images ON library_index (seq) WHERE duration = '0';
    DROP INDEX library_facets;
    CREATE INDEX library_facets ON library_index (session_id, model, status, favourite, duration);

    CREATE TABLE image_turns (
      operation_id TEXT PRIMARY KEY REFERENCES operations (id) ON DELETE CASCADE,
      parts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};

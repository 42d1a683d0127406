import type { Migration } from '../migration.ts';

/**
 * What has to be known to fetch a finished clip whatever happens meanwhile: since when the service has it, whose key
 * it belongs to, which version of the file a part is of, and every folder that clips were ever brought into.
 */
export const fetching: Migration = {
  number: 5,
  name: 'fetching',
  sql: `
    ALTER TABLE operations ADD COLUMN ready_at INTEGER;
    ALTER TABLE operations ADD COLUMN account TEXT;
    ALTER TABLE operations ADD COLUMN file_folder TEXT;
    ALTER TABLE operations ADD COLUMN part_etag TEXT;
    ALTER TABLE operations ADD COLUMN deadline_told_at INTEGER;
    -- The earliest it can have been: a deadline that is shown too early loses nothing.
    UPDATE operations SET ready_at = coalesce(accepted_at, submitted_at, created_at) WHERE phase = 'downloading';

    CREATE TABLE library_folders (folder TEXT PRIMARY KEY) STRICT;
    INSERT INTO library_folders (folder) SELECT DISTINCT folder FROM clips;
  `,
};

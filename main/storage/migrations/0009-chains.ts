import type { Migration } from '../migration.ts';
import { putIndex, putText } from './0006-library.ts';

/**
 * The extension that a clip has become a part of: one of it that is finished, not deleted, in the same session and
 * younger, so that no two can hide each other. Of several, the one that was finished first. The plus signs: by its
 * source and no other index.
 */
const extensionOf = `(
  SELECT e.id FROM operations e
  WHERE e.source_id = operations.id AND e.mode = 'extend' AND +e.phase = 'completed' AND +e.deleted_at IS NULL
    AND +e.session_id = operations.session_id AND +e.created_at > operations.created_at
    AND operations.phase = 'completed'
  ORDER BY e.finished_at IS NULL, e.finished_at, e.created_at, e.id LIMIT 1
)`;

const relink = (ids: string): string => `
  UPDATE operations SET part_of = ${extensionOf} WHERE id IN (${ids}) AND part_of IS NOT ${extensionOf};`;

/** The prompts of what an extension was made of, the nearest first, as far back as the rows go. */
const earlierPrompts = `CASE WHEN o.mode = 'extend' THEN (
    WITH RECURSIVE earlier (source_id, prompt, depth) AS (
      SELECT o.source_id, o.source_prompt, 1
      UNION ALL
      SELECT s.source_id, s.source_prompt, earlier.depth + 1
      FROM earlier JOIN operations s ON s.id = earlier.source_id
      WHERE s.mode = 'extend' AND earlier.depth < 40
    )
    SELECT coalesce(group_concat(prompt, ' '), '') FROM earlier
  ) ELSE '' END`;

/**
 * A clip that was extended is inside its extension: it does not stand in the library beside it, but comes back when
 * the extension goes. `operations.part_of` is the id of that extension; triggers keep it up. Nothing else about such a
 * clip changes: it has its file, its row and its entry in the full-text index. Words of an extension's earlier parts
 * find the extension, and a favourite or a rating goes over to it when it is finished.
 */
export const chains: Migration = {
  number: 9,
  name: 'chains',
  sql: `
    ALTER TABLE operations ADD COLUMN part_of TEXT;

    DROP INDEX operations_hidden;
    -- The columns of its condition make it cover what is asked.
    CREATE INDEX operations_hidden ON operations (library_seq, deleted_at, part_of)
      WHERE deleted_at IS NOT NULL OR part_of IS NOT NULL;

    DROP VIEW library_source;
    CREATE VIEW library_source AS
    SELECT o.library_seq AS seq, o.id AS operation_id,
      o.deleted_at IS NULL AND o.part_of IS NULL AS is_there, o.session_id,
      CASE
        WHEN o.phase = 'completed' THEN 1
        WHEN o.phase IN ('queued', 'submitting', 'processing', 'downloading') THEN 0
        ELSE 2
      END AS status,
      o.model, o.aspect_ratio, o.resolution, o.duration, o.upload_id IS NOT NULL AS with_image, o.favourite,
      o.rating, CAST(round(coalesce(c.duration_seconds, o.duration)) AS INTEGER) AS length,
      sort_text(o.prompt) AS name, search_text(o.prompt || ' ' || ${earlierPrompts}) AS prompt,
      search_text(coalesce(o.negative_prompt, '')) AS negative_prompt,
      search_text(CASE
        WHEN c.file_name LIKE '%.mp4' THEN substr(c.file_name, 1, length(c.file_name) - 4)
        ELSE coalesce(c.file_name, '')
      END) AS file_name,
      CASE WHEN o.session_id IS NULL THEN '' ELSE char(57344) || hex(o.session_id) END AS session
    FROM operations o LEFT JOIN clips c ON c.operation_id = o.id;

    CREATE TRIGGER library_operation_parted AFTER UPDATE OF part_of ON operations
    WHEN (OLD.part_of IS NULL) <> (NEW.part_of IS NULL)
    BEGIN
      DELETE FROM library_index WHERE seq = NEW.library_seq;
      ${putIndex('operation_id = NEW.id')}
    END;

    CREATE TRIGGER chains_added AFTER INSERT ON operations
    BEGIN ${relink('NEW.id, NEW.source_id')} END;

    CREATE TRIGGER chains_changed AFTER UPDATE OF phase, deleted_at, session_id ON operations
    WHEN (OLD.phase, OLD.deleted_at, OLD.session_id) IS NOT (NEW.phase, NEW.deleted_at, NEW.session_id)
    BEGIN ${relink('NEW.id, NEW.source_id')} END;

    CREATE TRIGGER chains_gone AFTER DELETE ON operations WHEN OLD.source_id IS NOT NULL
    BEGIN ${relink('OLD.source_id')} END;

    CREATE TRIGGER chains_keep_marks AFTER UPDATE OF phase ON operations
    WHEN NEW.mode = 'extend' AND NEW.phase = 'completed' AND OLD.phase <> 'completed'
    BEGIN
      UPDATE operations SET favourite = max(operations.favourite, s.favourite),
        rating = CASE WHEN operations.rating = 0 THEN s.rating ELSE operations.rating END
      FROM (SELECT favourite, rating FROM operations WHERE id = NEW.source_id AND deleted_at IS NULL) s
      WHERE operations.id = NEW.id;
    END;

    ${relink(`SELECT source_id FROM operations WHERE mode = 'extend' AND source_id IS NOT NULL`)}
    DELETE FROM library_text WHERE rowid IN (SELECT library_seq FROM operations WHERE mode = 'extend');
    ${putText(`operation_id IN (SELECT id FROM operations WHERE mode = 'extend')`)}
  `,
};

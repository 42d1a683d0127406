/** What the service said beside an image, and how images follow from each other. */
import type { Db } from './db.ts';

export interface ImageTurnRows {
  /** JSON of the answer's parts, without the image itself. */
  insertTurn(operationId: string, parts: string): void;
  findTurn(operationId: string): string | null;
  /** Ids of all images of one conversation, oldest first: where it began, and all that came of it. */
  conversation(operationId: string): string[];
}

/** A conversation longer than this is cut off: a circle in a damaged database must not run for ever. */
const deepest = 500;

export function createImageTurnRows(db: Db): ImageTurnRows {
  return {
    insertTurn(operationId, parts) {
      db.run('INSERT OR REPLACE INTO image_turns (operation_id, parts) VALUES (:operationId, :parts)', {
        operationId,
        parts,
      });
    },
    findTurn: (operationId) =>
      db.get<{ parts: string }>('SELECT parts FROM image_turns WHERE operation_id = :operationId', {
        operationId,
      })?.parts ?? null,
    conversation(operationId) {
      return db
        .all<{ id: string }>(
          `WITH RECURSIVE
             up (id, depth) AS (
               SELECT :operationId, 0
               UNION
               SELECT o.source_id, depth + 1 FROM up JOIN operations o ON o.id = up.id
               WHERE o.source_id IS NOT NULL AND o.medium = 'image' AND depth < ${deepest}
             ),
             root (id) AS (SELECT id FROM up ORDER BY depth DESC LIMIT 1),
             down (id, depth) AS (
               SELECT id, 0 FROM root
               UNION
               SELECT o.id, depth + 1 FROM down JOIN operations o ON o.source_id = down.id
               WHERE o.medium = 'image' AND depth < ${deepest}
             )
           SELECT o.id FROM operations o
           WHERE o.id IN (SELECT id FROM down) AND o.deleted_at IS NULL AND o.medium = 'image'
           ORDER BY o.library_seq`,
          { operationId },
        )
        .map(({ id }) => id);
    },
  };
}

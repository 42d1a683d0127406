/** Clips as rows: one for each file in the library that the app made. */
import type { Db } from './db.ts';
import type { ClipRow } from './records.ts';

export type ClipFacts = Pick<ClipRow, 'width' | 'height' | 'durationSeconds' | 'hasPoster'>;

export interface ClipRows {
  insert(row: ClipRow): void;
  update(operationId: string, facts: ClipFacts): void;
  /** The clip's file is at another place now. */
  relink(operationId: string, folder: string, fileName: string): void;
  /** Ids of operations whose clip has no poster yet, the newest `most` of them, newest first. */
  withoutPoster(most: number): string[];
  /** True for a clip without a poster; false when there is no clip either. */
  needsPoster(operationId: string): boolean;
  /** Whether a file of this folder belongs to an operation. */
  hasFile(folder: string, fileName: string): boolean;
  /** Every library folder that clips were ever brought into, absolute paths. */
  folders(): string[];
  rememberFolder(folder: string): void;
}

export function createClipRows(db: Db): ClipRows {
  return {
    insert(row) {
      db.run(
        `INSERT INTO clips (operation_id, folder, file_name, size_bytes, width, height, duration_seconds,
           has_poster, created_at)
         VALUES (:operationId, :folder, :fileName, :sizeBytes, :width, :height, :durationSeconds,
           :hasPoster, :createdAt)`,
        { ...row, hasPoster: row.hasPoster ? 1 : 0 },
      );
    },
    update(operationId, facts) {
      db.run(
        `UPDATE clips SET width = :width, height = :height, duration_seconds = :durationSeconds,
           has_poster = :hasPoster WHERE operation_id = :operationId`,
        { operationId, ...facts, hasPoster: facts.hasPoster ? 1 : 0 },
      );
    },
    relink(operationId, folder, fileName) {
      db.run('UPDATE clips SET folder = :folder, file_name = :fileName WHERE operation_id = :operationId', {
        operationId,
        folder,
        fileName,
      });
    },
    withoutPoster(most) {
      return db
        .all<{ id: string }>(
          'SELECT operation_id AS id FROM clips WHERE has_poster = 0 ORDER BY created_at DESC LIMIT :most',
          { most },
        )
        .map((row) => row.id);
    },
    hasFile(folder, fileName) {
      const sql = 'SELECT 1 AS found FROM clips WHERE folder = :folder AND file_name = :fileName';
      return db.get<{ found: number }>(sql, { folder, fileName }) !== undefined;
    },
    folders() {
      return db.all<{ folder: string }>('SELECT folder FROM library_folders').map(({ folder }) => folder);
    },
    rememberFolder(folder) {
      db.run('INSERT OR IGNORE INTO library_folders (folder) VALUES (:folder)', { folder });
    },
    needsPoster: (operationId) =>
      db.get('SELECT 1 FROM clips WHERE operation_id = :operationId AND has_poster = 0', { operationId }) !==
      undefined,
  };
}

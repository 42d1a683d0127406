/** The images of requests as rows; their bytes are files named by their hash. */
import type { Db } from './db.ts';
import type { UploadRow } from './records.ts';

export interface UploadRows {
  insert(row: UploadRow): void;
  find(id: string): UploadRow | null;
  /** One of those whose bytes have this hash. */
  withHash(sha256: string): UploadRow | null;
  /** Removes uploads that no operation needs; gives the hashes whose files nothing uses any more. */
  sweep(): string[];
}

const select = `SELECT id, sha256, name, mime_type AS mimeType, width, height, size_bytes AS sizeBytes,
  created_at AS createdAt FROM uploads`;

export function createUploadRows(db: Db): UploadRows {
  return {
    insert(row) {
      db.run(
        `INSERT INTO uploads (id, sha256, name, mime_type, width, height, size_bytes, created_at)
         VALUES (:id, :sha256, :name, :mimeType, :width, :height, :sizeBytes, :createdAt)`,
        { ...row },
      );
    },
    find: (id) => db.get<UploadRow>(`${select} WHERE id = :id`, { id }) ?? null,
    withHash: (sha256) => db.get<UploadRow>(`${select} WHERE sha256 = :sha256 LIMIT 1`, { sha256 }) ?? null,
    sweep() {
      return db.transaction(() => {
        const unused = `NOT EXISTS (SELECT 1 FROM operations o WHERE o.upload_id = u.id)
          AND NOT EXISTS (SELECT 1 FROM operation_images i WHERE i.upload_id = u.id)`;
        const candidates = db.all<{ sha256: string }>(
          `SELECT DISTINCT sha256 FROM uploads u WHERE ${unused}`,
        );
        db.run(`DELETE FROM uploads AS u WHERE ${unused}`);
        return candidates
          .map((row) => row.sha256)
          .filter((sha256) => !db.get('SELECT 1 FROM uploads WHERE sha256 = :sha256', { sha256 }));
      });
    },
  };
}

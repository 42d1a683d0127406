/** Operations as rows: the repository that the engine and the library read and write. */
import type { Phase } from '../../preload/contract/domain.ts';
import type { Medium } from '../../preload/contract/mediums.ts';
import type { Db } from './db.ts';
import { createImageTurnRows } from './image-turn-rows.ts';
import type { ImageTurnRows } from './image-turn-rows.ts';
import { encode, noImages, operationColumns, selectRecord, toRecord } from './records.ts';
import type { OperationChanges, OperationImages, OperationRecord, OperationRow, Raw } from './records.ts';

export interface OperationRows extends ImageTurnRows {
  /** The images' own rows are there already, as the first frame's is. With images, part of a transaction. */
  insert(row: OperationRow, images?: OperationImages): void;
  update(id: string, changes: OperationChanges): void;
  /** Deleted ones included. */
  find(id: string): OperationRecord | null;
  /** Newest first, without deleted ones; of one session, or of all. `before` is the last record of the page before. */
  page(limit: number, before?: { createdAt: number; id: string }, sessionId?: string): OperationRecord[];
  /** In queue order, without deleted ones. */
  inPhase(...phases: Phase[]): OperationRecord[];
  /** 1 for the next one to be sent. */
  queuePosition(id: string): number | null;
  nextQueueOrder(): number;
  /** Operations that ended, whatever the end, without deleted ones; of one session, or of all. */
  finishedIds(sessionId?: string, medium?: Medium): string[];
  /** Deleted at or before `time`. */
  deletedIds(time: number): string[];
  /** Makes all that is deleted look as if it had been deleted at `time` at the latest. */
  deletedAreDue(time: number): void;
  /** Forgets an operation and its clip's row. The file is not touched. */
  forget(id: string): void;
  /** All or nothing. */
  transaction<T>(work: () => T): T;
}

/** The phases in which something still happens by itself, for SQL. */
export const underWay = `('queued', 'submitting', 'processing', 'downloading')`;
const ended = `('completed', 'blocked', 'unknown', 'expired', 'error')`;

export function createOperationRows(db: Db): OperationRows {
  const names = Object.entries(operationColumns);
  const insertSql = `INSERT INTO operations (${names.map(([, column]) => column).join(', ')})
    VALUES (${names.map(([key]) => `:${key}`).join(', ')})`;

  return {
    ...createImageTurnRows(db),
    insert(row, { lastFrame, references } = noImages) {
      db.run(
        insertSql,
        Object.fromEntries(names.map(([key]) => [key, encode(key, row[key as keyof OperationRow])])),
      );
      const images = [
        ...(lastFrame ? [{ role: 'last_frame', position: 0, uploadId: lastFrame.id }] : []),
        ...references.map(({ id }, position) => ({ role: 'reference', position, uploadId: id })),
      ];
      for (const image of images) {
        db.run(
          `INSERT INTO operation_images (operation_id, role, position, upload_id)
           VALUES (:operationId, :role, :position, :uploadId)`,
          { operationId: row.id, ...image },
        );
      }
    },
    update(id, changes) {
      const keys = Object.keys(changes) as (keyof OperationChanges)[];
      if (keys.length === 0) return;
      db.run(
        `UPDATE operations SET ${keys.map((key) => `${operationColumns[key]} = :${key}`).join(', ')} WHERE id = :id`,
        {
          id,
          ...Object.fromEntries(keys.map((key) => [key, encode(key, changes[key])])),
        },
      );
    },
    find(id) {
      const raw = db.get<Raw>(`${selectRecord} WHERE o.id = :id`, { id });
      return raw ? toRecord(raw) : null;
    },
    page(limit, before, sessionId) {
      const conditions = [
        'o.deleted_at IS NULL',
        ...(before ? ['(o.created_at, o.id) < (:createdAt, :id)'] : []),
        ...(sessionId === undefined ? [] : ['o.session_id = :sessionId']),
      ];
      return db
        .all<Raw>(
          `${selectRecord} WHERE ${conditions.join(' AND ')} ORDER BY o.created_at DESC, o.id DESC LIMIT :limit`,
          { limit, ...before, ...(sessionId === undefined ? {} : { sessionId }) },
        )
        .map(toRecord);
    },
    inPhase(...phases) {
      const list = phases.map((_, index) => `:p${index}`).join(', ');
      return db
        .all<Raw>(
          `${selectRecord} WHERE o.deleted_at IS NULL AND o.phase IN (${list}) ORDER BY o.queue_order`,
          Object.fromEntries(phases.map((phase, index) => [`p${index}`, phase])),
        )
        .map(toRecord);
    },
    queuePosition(id) {
      const row = db.get<{ position: number; phase: Phase }>(
        `SELECT phase, (SELECT count(*) FROM operations q
            WHERE q.phase = 'queued' AND q.deleted_at IS NULL AND q.queue_order <= o.queue_order) AS position
         FROM operations o WHERE id = :id AND deleted_at IS NULL`,
        { id },
      );
      return row?.phase === 'queued' ? row.position : null;
    },
    nextQueueOrder() {
      return (db.get<{ top: number | null }>('SELECT max(queue_order) AS top FROM operations')?.top ?? 0) + 1;
    },
    finishedIds(sessionId, medium) {
      const inSession = sessionId === undefined ? '' : 'AND session_id = :sessionId';
      const ofMedium = medium === undefined ? '' : 'AND medium = :medium';
      return db
        .all<{ id: string }>(
          `SELECT id FROM operations WHERE deleted_at IS NULL AND phase IN ${ended} ${inSession} ${ofMedium}`,
          {
            ...(sessionId === undefined ? {} : { sessionId }),
            ...(medium === undefined ? {} : { medium }),
          },
        )
        .map((row) => row.id);
    },
    deletedIds(time) {
      return db
        .all<{ id: string }>('SELECT id FROM operations WHERE deleted_at <= :time ORDER BY deleted_at', {
          time,
        })
        .map((row) => row.id);
    },
    deletedAreDue(time) {
      db.run('UPDATE operations SET deleted_at = :time WHERE deleted_at > :time', { time });
    },
    forget(id) {
      db.run('DELETE FROM operations WHERE id = :id', { id });
    },
    transaction: (work) => db.transaction(work),
  };
}

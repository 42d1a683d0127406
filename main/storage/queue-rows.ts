/** The queue as rows: its order, its pause, and what of it can be counted without reading it. */
import type { Phase, ServiceId } from '../../preload/contract/domain.ts';
import type { Db } from './db.ts';
import { selectRecord, toRecord } from './records.ts';
import type { OperationRecord, Raw } from './records.ts';

export interface QueueRows {
  isPaused(): boolean;
  setPaused(isPaused: boolean): void;
  /** How many operations are in one of these phases, without deleted ones. */
  count(...phases: Phase[]): number;
  /** Queued operations in their order, `limit` at most, those of `services` and behind `after` (a queue order) only. */
  waiting(limit: number, options?: { services?: readonly ServiceId[]; after?: number }): OperationRecord[];
  /** The queue order of the first one that waits; null when none does. */
  firstOrder(): number | null;
  /** The queue order of the next one that waits before or behind `order`; null when there is none. */
  neighbour(side: 'before' | 'behind', order: number): number | null;
  /** The last queue order below `order` that is taken, by one that may come back to the queue too; null for none. */
  takenBelow(order: number, exceptId: string): number | null;
  place(id: string, order: number): void;
  /** Whole numbers again for all that wait or may come back to the queue, in the order that they have. */
  renumber(): void;
  /** Operations that failed in a way that may pass, oldest first, without deleted ones. */
  failed(limit: number): OperationRecord[];
  failedCount(): number;
}

const waits = `o.phase = 'queued' AND o.deleted_at IS NULL`;
/** An unknown outcome is no failure: it needs a decision of its own. */
const failedForNow = `o.phase IN ('error', 'blocked', 'expired') AND o.deleted_at IS NULL
  AND json_extract(o.error, '$.retryable') = 1`;

export function createQueueRows(db: Db): QueueRows {
  const number = (sql: string, parameters: Record<string, string | number> = {}): number | null =>
    db.get<{ value: number | null }>(sql, parameters)?.value ?? null;

  return {
    isPaused: () => number('SELECT is_paused AS value FROM queue') === 1,
    setPaused(isPaused) {
      db.run('UPDATE queue SET is_paused = :isPaused', { isPaused: isPaused ? 1 : 0 });
    },
    count(...phases) {
      const list = phases.map((_, index) => `:p${index}`).join(', ');
      return (
        number(
          `SELECT count(*) AS value FROM operations WHERE deleted_at IS NULL AND phase IN (${list})`,
          Object.fromEntries(phases.map((phase, index) => [`p${index}`, phase])),
        ) ?? 0
      );
    },
    waiting(limit, { services, after } = {}) {
      const list = services?.map((_, index) => `:s${index}`).join(', ');
      return db
        .all<Raw>(
          `${selectRecord} WHERE ${waits}
           ${list === undefined ? '' : `AND o.service IN (${list})`}
           ${after === undefined ? '' : 'AND o.queue_order > :after'}
           ORDER BY o.queue_order LIMIT :limit`,
          {
            limit,
            ...(after === undefined ? {} : { after }),
            ...Object.fromEntries((services ?? []).map((service, index) => [`s${index}`, service])),
          },
        )
        .map(toRecord);
    },
    firstOrder: () => number(`SELECT min(queue_order) AS value FROM operations o WHERE ${waits}`),
    neighbour(side, order) {
      const [extreme, than] = side === 'before' ? ['max', '<'] : ['min', '>'];
      return number(
        `SELECT ${extreme}(queue_order) AS value FROM operations o WHERE ${waits} AND queue_order ${than} :order`,
        { order },
      );
    },
    takenBelow(order, exceptId) {
      return number(
        `SELECT max(queue_order) AS value FROM operations
         WHERE phase IN ('queued', 'submitting') AND queue_order < :order AND id <> :exceptId`,
        { order, exceptId },
      );
    },
    place(id, order) {
      db.run('UPDATE operations SET queue_order = :order WHERE id = :id', { id, order });
    },
    renumber() {
      // Those that are being sent too: a refused one comes back to its place. Deleted ones too: there is an Undo.
      db.run(
        `UPDATE operations SET queue_order = numbered.place
         FROM (SELECT id, row_number() OVER (ORDER BY queue_order, created_at, id) AS place
               FROM operations WHERE phase IN ('queued', 'submitting')) AS numbered
         WHERE operations.id = numbered.id`,
      );
    },
    failed(limit) {
      return db
        .all<Raw>(`${selectRecord} WHERE ${failedForNow} ORDER BY o.created_at, o.id LIMIT :limit`, { limit })
        .map(toRecord);
    },
    failedCount: () => number(`SELECT count(*) AS value FROM operations o WHERE ${failedForNow}`) ?? 0,
  };
}

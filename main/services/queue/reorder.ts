/** Where a waiting operation goes when the user moves it. Main decides: what was sent meanwhile is not moved. */
import type { QueuePlace } from '../../../preload/contract/queue.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { QueueRows } from '../../storage/queue-rows.ts';

/** A place of its own, or before another operation. */
export type QueueTarget = QueuePlace | { before: string };

export interface ReorderDeps {
  operations: Pick<OperationRows, 'find' | 'nextQueueOrder' | 'transaction'>;
  rows: QueueRows;
}

/** Between two neighbours this far apart there is always a number of its own. */
const smallestGap = 1e-6;

const notWaiting = fail({
  code: 'operation_running',
  message: 'This clip does not wait any more, so its place was not changed. Nothing else was done to it.',
  retryable: false,
});

/** Moves one operation; fails when it does not wait, and changes nothing where it is there already. */
export function reorder({ operations, rows }: ReorderDeps, id: string, to: QueueTarget): Result<null> {
  const orderOf = (operationId: string): number | null => {
    const operation = operations.find(operationId)?.operation;
    return operation?.phase === 'queued' && operation.deletedAt === null ? operation.queueOrder : null;
  };

  /** Just before the one that has `order`. */
  function placeBefore(order: number): boolean {
    const below = rows.takenBelow(order, id);
    const place = below === null ? order - 1 : (below + order) / 2;
    if (below !== null && order - below < smallestGap) return false;
    rows.place(id, place);
    return true;
  }

  /** The order of the one to stand before; null for the end. */
  function target(own: number): number | null {
    if (typeof to === 'object') {
      // It may have been sent a moment ago: its place is still known, and the head of the queue is right behind it.
      return operations.find(to.before)?.operation.queueOrder ?? own;
    }
    switch (to) {
      case 'top':
        return rows.firstOrder();
      case 'up':
        return rows.neighbour('before', own) ?? own;
      case 'down': {
        const next = rows.neighbour('behind', own);
        return next === null ? own : rows.neighbour('behind', next);
      }
      case 'end':
        return null;
    }
  }

  function move(): Result<boolean> {
    const own = orderOf(id);
    if (own === null) return notWaiting;
    const order = target(own);
    if (order === own) return ok(true);
    if (order !== null) return ok(placeBefore(order));
    if (rows.neighbour('behind', own) !== null) rows.place(id, operations.nextQueueOrder());
    return ok(true);
  }

  return operations.transaction(() => {
    let moved = move();
    if (moved.ok && !moved.value) {
      // Halved too often: whole numbers again, and then there is room.
      rows.renumber();
      moved = move();
    }
    return moved.ok ? ok(null) : moved;
  });
}

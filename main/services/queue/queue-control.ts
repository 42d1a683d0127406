/** What the user can do with the queue. */
import type { Operation } from '../../../preload/contract/domain.ts';
import type { QueueList, QueueSummary } from '../../../preload/contract/queue.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { QueueRows } from '../../storage/queue-rows.ts';
import type { GenerationService } from '../generation/generation-service.ts';
import type { Library } from '../library.ts';
import { reorder } from './reorder.ts';
import type { QueueTarget } from './reorder.ts';
import type { QueueView } from './queue-view.ts';

export interface QueueControlDeps {
  operations: OperationRows;
  rows: QueueRows;
  generation: Pick<GenerationService, 'again' | 'cancel' | 'followAgain' | 'wake'>;
  library: Pick<Library, 'get' | 'remove'>;
  view: Pick<QueueView, 'summary' | 'list' | 'tellMoved'>;
}

export interface QueueControl {
  summary(): QueueSummary;
  list(): QueueList;
  setPaused(isPaused: boolean): QueueSummary;
  move(id: string, to: QueueTarget): Result<QueueList>;
  cancel(id: string): Result<Operation>;
  followAgain(id: string): Result<Operation>;
  /** Gives the ids of the new operations. */
  retryFailed(ids: readonly string[]): { operationIds: string[] };
}

export function createQueueControl(deps: QueueControlDeps): QueueControl {
  const { rows, generation, library, view } = deps;
  return {
    summary: () => view.summary(),
    list: () => view.list(),
    setPaused(isPaused) {
      if (rows.isPaused() !== isPaused) {
        rows.setPaused(isPaused);
        // The time of a next try is shown while the queue runs only.
        view.tellMoved();
        if (!isPaused) generation.wake();
      }
      return view.summary();
    },
    move(id, to) {
      const moved = reorder(deps, id, to);
      if (!moved.ok) return moved;
      view.tellMoved();
      return ok(view.list());
    },
    cancel(id) {
      const cancelled = generation.cancel(id);
      return cancelled.ok ? library.get(id) : cancelled;
    },
    followAgain(id) {
      const followed = generation.followAgain(id);
      return followed.ok ? library.get(id) : followed;
    },
    retryFailed(ids) {
      const stillFailed = new Set(rows.failed(rows.failedCount()).map(({ operation }) => operation.id));
      const replaced: string[] = [];
      const operationIds: string[] = [];
      for (const id of ids) {
        if (!stillFailed.delete(id)) continue;
        const again = generation.again(id);
        if (!again.ok) continue;
        replaced.push(id);
        operationIds.push(again.value);
      }
      // At once, so that a second press finds nothing to send again.
      if (replaced.length > 0) library.remove(replaced);
      return { operationIds };
    },
  };
}

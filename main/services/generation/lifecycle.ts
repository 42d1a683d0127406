import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationChanges } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import { canFollowAgain, hasEnded, mayFollow } from './phases.ts';

/** The only way in which an operation's phase changes. */
export interface Lifecycle {
  /** Moves an operation on, in one write with `changes`. Throws when the phase may not follow the present one. */
  move(id: string, to: Phase, changes?: Omit<OperationChanges, 'phase' | 'finishedAt'>): void;
  /** Takes a cancelled operation back to `processing`. Throws when it is not one that can be followed again. */
  followAgain(id: string): void;
  /** Writes something about an operation that stays in its phase. */
  note(id: string, changes: Omit<OperationChanges, 'phase' | 'finishedAt'>): void;
}

export interface LifecycleDeps {
  operations: OperationRows;
  clock: Clock;
  /** Told after each write. */
  changed(id: string): void;
}

export function createLifecycle({ operations, clock, changed }: LifecycleDeps): Lifecycle {
  return {
    move(id, to, changes = {}) {
      const record = operations.find(id);
      if (!record) throw new Error(`There is no operation ${id} to move to ${to}.`);
      const from = record.operation.phase;
      if (!mayFollow(from, to)) throw new Error(`An operation cannot go from ${from} to ${to}.`);
      operations.update(id, {
        error: null,
        ...changes,
        phase: to,
        ...(hasEnded(to) ? { finishedAt: clock.now() } : {}),
      });
      changed(id);
    },
    followAgain(id) {
      const operation = operations.find(id)?.operation;
      if (!operation || !canFollowAgain(operation)) {
        throw new Error(`Operation ${id} cannot be followed again.`);
      }
      operations.update(id, { phase: 'processing', error: null, finishedAt: null });
      changed(id);
    },
    note(id, changes) {
      operations.update(id, changes);
      changed(id);
    },
  };
}

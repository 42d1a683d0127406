import { isDeepStrictEqual } from 'node:util';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationChanges, OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { backoffMs } from './backoff.ts';
import { after } from './life.ts';
import type { LifeEvent } from './life.ts';
import { hasEnded } from './phases.ts';

/** The only way in which an operation's phase changes. */
export interface Lifecycle {
  /**
   * Writes down what became of an operation, in one write, and gives its phase now; null when the event came too late
   * to matter. Throws when the event cannot happen in the operation's phase.
   */
  happen(id: string, event: LifeEvent): Phase | null;
  /**
   * The same for what must not be lost, the service's name of an operation above all: where it cannot be written (a
   * full disk), that is tried until it works.
   */
  insist(id: string, event: LifeEvent): Promise<Phase | null>;
}

export interface LifecycleDeps {
  operations: OperationRows;
  clock: Clock;
  log: Log;
  /** Told after each write. */
  changed(id: string): void;
}

const firstRetryMs = 500;

/** The app is wrong about an operation; trying again does not help. */
class ImpossibleEvent extends Error {}

function isAlready(operation: OperationRow, changes: OperationChanges): boolean {
  return Object.entries(changes).every(([key, value]) =>
    isDeepStrictEqual(operation[key as keyof OperationRow], value),
  );
}

export function createLifecycle({ operations, clock, log, changed }: LifecycleDeps): Lifecycle {
  function present(id: string): OperationRow {
    const operation = operations.find(id)?.operation;
    if (!operation) throw new ImpossibleEvent(`There is no operation ${id}.`);
    return operation;
  }

  /** A phase that is entered begins without the trouble of the one before, and an end has its time. */
  function enter(id: string, to: Phase, changes: OperationChanges): void {
    const finishedAt = hasEnded(to) ? clock.now() : null;
    operations.update(id, { error: null, ...changes, phase: to, finishedAt });
    changed(id);
  }

  function happen(id: string, event: LifeEvent): Phase | null {
    const operation = present(id);
    const step = after(operation, event, clock.now());
    if (step === 'late') return null;
    if (step === 'impossible') {
      throw new ImpossibleEvent(`An operation that is ${operation.phase} cannot be ${event.kind}.`);
    }
    if (step.to !== operation.phase) enter(id, step.to, step.changes);
    else if (!isAlready(operation, step.changes)) {
      operations.update(id, step.changes);
      changed(id);
    }
    return step.to;
  }

  return {
    happen,
    async insist(id, event) {
      for (let failures = 1; ; failures += 1) {
        try {
          return happen(id, event);
        } catch (error) {
          if (error instanceof ImpossibleEvent) throw error;
          log.error('What became of an operation cannot be written', { id, event, error });
        }
        await new Promise<void>((resolve) => {
          clock.after(backoffMs(firstRetryMs, failures), resolve);
        });
      }
    },
  };
}

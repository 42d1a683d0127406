/** What is under way, kept in memory from the changes that the engine tells: no query for each of them. */
import type { OperationRow } from '../../storage/records.ts';
import { hasEnded } from '../generation/phases.ts';

export type SeenOperation = Pick<OperationRow, 'id' | 'phase' | 'error' | 'deletedAt'>;

export interface WorkState {
  /** How many clips are being made: sent or being sent, not yet on disk. */
  making: number;
  /** True while the computer must not fall asleep: a request goes out or a clip comes in. */
  needsPower: boolean;
}

export interface Work {
  /** Takes a change in; true when the operation ended with it, which is told once. */
  see(operation: SeenOperation): boolean;
  state(): WorkState;
}

/** A clip that could not be fetched is tried again now and then, for two days at most: not a reason to stay awake. */
function needsPower({ phase, error }: SeenOperation): boolean {
  return phase === 'submitting' || (phase === 'downloading' && error === null);
}

/** `underWay` is what is under way at start: what had ended before is never told. */
export function createWork(underWay: readonly SeenOperation[]): Work {
  const seen = new Map(underWay.map((operation) => [operation.id, operation]));
  return {
    see(operation) {
      const { id, phase, deletedAt } = operation;
      const wasUnderWay = seen.has(id);
      if (deletedAt === null && !hasEnded(phase)) {
        seen.set(id, operation);
        return false;
      }
      seen.delete(id);
      return wasUnderWay && deletedAt === null;
    },
    state() {
      const present = [...seen.values()];
      return {
        making: present.filter(({ phase }) => phase !== 'queued').length,
        needsPower: present.some(needsPower),
      };
    },
  };
}

/** What is under way, kept in memory from the changes that the engine tells: no query for each of them. */
import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';
import { hasEnded } from '../generation/phases.ts';

export type SeenOperation = Pick<OperationRow, 'id' | 'phase' | 'deletedAt'>;

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

const needsPower: readonly Phase[] = ['submitting', 'downloading'];

/** `underWay` is what is under way at start: what had ended before is never told. */
export function createWork(underWay: readonly SeenOperation[]): Work {
  const phases = new Map(underWay.map(({ id, phase }) => [id, phase]));
  return {
    see({ id, phase, deletedAt }) {
      const wasUnderWay = phases.has(id);
      if (deletedAt === null && !hasEnded(phase)) {
        phases.set(id, phase);
        return false;
      }
      phases.delete(id);
      return wasUnderWay && deletedAt === null;
    },
    state() {
      const present = [...phases.values()];
      return {
        making: present.filter((phase) => phase !== 'queued').length,
        needsPower: present.some((phase) => needsPower.includes(phase)),
      };
    },
  };
}

/**
 * An operation's life as one table: which phase may follow which. The engine moves an operation through `mayFollow`
 * only, so what is not in the table cannot happen. One way leads out of an end, and it stands in `canFollowAgain`.
 */
import { phases } from '../../../preload/contract/domain.ts';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';

const following: Record<Phase, readonly Phase[]> = {
  // back to itself: a create that the service certainly refused may wait for its next turn
  queued: ['submitting', 'error'],
  submitting: ['processing', 'queued', 'unknown', 'error', 'blocked'],
  processing: ['downloading', 'blocked', 'expired', 'error'],
  downloading: ['completed', 'expired', 'error'],
  completed: [],
  blocked: [],
  unknown: [],
  expired: [],
  error: [],
};

export function mayFollow(from: Phase, to: Phase): boolean {
  return following[from].includes(to);
}

/** True when nothing more will happen by itself. */
export function hasEnded(phase: Phase): boolean {
  return following[phase].length === 0;
}

/**
 * True for an operation that the user cancelled after the service had named it: the service may have gone on, so it
 * can be asked after again, from `error` back to `processing`. Never a way back to sending.
 */
export function canFollowAgain({
  phase,
  error,
  remoteName,
}: Pick<OperationRow, 'phase' | 'error' | 'remoteName'>): boolean {
  return phase === 'error' && error?.code === 'cancelled' && remoteName !== null;
}

/** Something is still to happen to these by itself. */
export const underWayPhases = phases.filter((phase) => !hasEnded(phase));

/** True while the service works on an operation or is being asked to: what counts against the concurrency. */
export function isRunning(phase: Phase): boolean {
  return phase === 'submitting' || phase === 'processing';
}

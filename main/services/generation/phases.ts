/**
 * An operation's life as one table: which phase may follow which. The engine moves an operation through `mayFollow`
 * only, so what is not in the table cannot happen.
 */
import { phases } from '../../../preload/contract/domain.ts';
import type { Phase } from '../../../preload/contract/domain.ts';

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

/** Something is still to happen to these by itself. */
export const underWayPhases = phases.filter((phase) => !hasEnded(phase));

/** True while the service works on an operation or is being asked to: what counts against the concurrency. */
export function isRunning(phase: Phase): boolean {
  return phase === 'submitting' || phase === 'processing';
}

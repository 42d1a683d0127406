/**
 * The map of an operation's life: which phase may follow which. What happens when is decided in `life.ts`, whose types
 * allow nothing that is not in here.
 */
import { phases } from '../../../preload/contract/domain.ts';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';

const following = {
  queued: ['submitting', 'error'],
  // `downloading`: an image comes inside the answer to its create
  // back to the queue: a create that the service certainly refused may wait for its next turn
  submitting: ['processing', 'downloading', 'queued', 'unknown', 'error', 'blocked'],
  processing: ['downloading', 'blocked', 'expired', 'error'],
  downloading: ['completed', 'expired'],
  completed: [],
  blocked: [],
  unknown: [],
  expired: [],
  error: [],
} as const satisfies Record<Phase, readonly Phase[]>;

/** The phases that may follow `From`. */
export type Following<From extends Phase> = (typeof following)[From][number];

/** The one way out of an end, at the user's wish: see `canFollowAgain`. */
export type Revived<From extends Phase> = From extends 'error' ? 'processing' : never;

export function mayFollow(from: Phase, to: Phase): boolean {
  const list: readonly Phase[] = following[from];
  return list.includes(to);
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

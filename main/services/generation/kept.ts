/** How long the services keep a finished clip. */
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { OperationRow } from '../../storage/records.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Milliseconds; null where nothing is lost when the time is over. Google deletes generated videos two days after they
 * were made (ai.google.dev/gemini-api/docs/video); demo clips are drawn on this computer and cost nothing.
 */
const keptMs: Record<ServiceId, number | null> = { gemini: 2 * dayMs, demo: null };

/**
 * Until when the service keeps the clip of an operation that is not on disk yet, at least, in milliseconds since 1970.
 * Null when it does not matter (any more). While the service cannot be asked it may have finished long ago: counted
 * from when it took the request on.
 */
export function keptUntil(
  operation: Pick<OperationRow, 'service' | 'phase' | 'error' | 'readyAt' | 'acceptedAt'>,
): number | null {
  const ms = keptMs[operation.service];
  if (ms === null) return null;
  const { phase, error, readyAt, acceptedAt } = operation;
  const from = phase === 'downloading' ? readyAt : phase === 'processing' && error ? acceptedAt : null;
  return from === null ? null : from + ms;
}

/** When the service may have deleted it, for certain: true also where nobody knows since when it has it. */
export function isPastKeeping(
  { service, readyAt, acceptedAt }: Pick<OperationRow, 'service' | 'readyAt' | 'acceptedAt'>,
  now: number,
): boolean {
  const ms = keptMs[service];
  // A day more: the clip may have been finished later than it could be, and clocks are off.
  return ms === null || now > (readyAt ?? acceptedAt ?? 0) + ms + dayMs;
}

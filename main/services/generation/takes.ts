/** Several takes of one request: each an operation of its own, held together by a group. */
import { randomUUID } from 'node:crypto';
import type { OperationRow } from '../../storage/records.ts';

/** The group of so many takes; none where the request is made once. */
export function groupOf(takes: number): { groupId: string | null; takes: number | null } {
  return takes > 1 ? { groupId: randomUUID(), takes } : { groupId: null, takes: null };
}

/** Where in the queue and when. */
export type Place = Pick<OperationRow, 'queueOrder' | 'createdAt'>;

export interface Take {
  /** From 1. */
  number: number;
  /** As it stands in the row: null where the request is made once. */
  take: number | null;
  place: Place;
}

/**
 * Writes each take by `write`, which gives its id. `first` is the place of the first one; all are of one moment.
 * @returns the ids, that of the first take first
 */
export function writeTakes(takes: number, first: Place, write: (take: Take) => string): string[] {
  // The last one first: of one moment the row written last is the newest, and the first take is to stand first.
  const numbers = Array.from({ length: takes }, (_, index) => takes - index);
  const ids = numbers.map((number) =>
    write({
      number,
      take: takes > 1 ? number : null,
      place: { queueOrder: first.queueOrder + number - 1, createdAt: first.createdAt },
    }),
  );
  return ids.toReversed();
}

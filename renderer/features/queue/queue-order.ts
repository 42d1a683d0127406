/** Where a row goes in the list before main has answered. Pure. */
import type { QueuePlace } from '../../../preload/contract/queue.ts';

export type Target = QueuePlace | { before: string };

/** The same list with one of its rows elsewhere; as it is when the row is not in it. */
export function placed<Row extends { id: string }>(rows: readonly Row[], id: string, to: Target): Row[] {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (row === undefined) return [...rows];
  const others = rows.filter((other) => other.id !== id);
  others.splice(indexOf(others, from, to), 0, row);
  return others;
}

function indexOf(others: readonly { id: string }[], from: number, to: Target): number {
  if (typeof to === 'object') {
    const index = others.findIndex((other) => other.id === to.before);
    return index < 0 ? from : index;
  }
  switch (to) {
    case 'top':
      return 0;
    case 'up':
      return Math.max(0, from - 1);
    case 'down':
      return Math.min(others.length, from + 1);
    case 'end':
      return others.length;
  }
}

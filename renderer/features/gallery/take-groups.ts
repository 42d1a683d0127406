/** Which cards of the gallery are takes of one request and stand beside each other. Pure. */
import type { Operation } from '../../../preload/contract/domain.ts';
import { requestLimits } from '../../../preload/contract/modes.ts';

/** Two or more takes of one request, one behind the other in what the gallery shows. */
export interface TakeRun {
  /** The request's. */
  id: string;
  takes: readonly Operation[];
}

/** What of a run stands in one row of the grid. */
export interface TakePart {
  run: TakeRun;
  /** The place of its first card in what the gallery shows, from 0. */
  first: number;
  count: number;
  /** From 1, among the rows and columns of the grid that are there. */
  row: number;
  column: number;
  /** Nothing of the run is in a row before, or after. */
  isFirst: boolean;
  isLast: boolean;
}

type Rows = ReadonlyMap<number, Operation>;

function belongTogether(one: Operation | undefined, other: Operation | undefined): boolean {
  if (one?.group == null || other?.group == null) return false;
  return one.group.id === other.group.id && one.request.sessionId === other.request.sessionId;
}

/** Where the run begins, if `back` is wished for, and ends that the card at a place is in. */
function ends(rows: Rows, place: number, back: boolean): { first: number; last: number } {
  const ids = new Set([rows.get(place)?.id]);
  const reach = (step: 1 | -1): number => {
    let at = place;
    while (ids.size < requestLimits.takes && belongTogether(rows.get(at), rows.get(at + step))) {
      const { size } = ids;
      // While pages change one after the other, an operation may be in two of them.
      if (ids.add(rows.get(at + step)?.id).size === size) break;
      at += step;
    }
    return at;
  };
  return { first: back ? reach(-1) : place, last: reach(1) };
}

/**
 * The parts of all runs that touch the cards from `first`, the first one of a row, to `last`. What stands above or
 * below of a run counts, as far as it is loaded.
 */
export function takeParts(rows: Rows, range: { first: number; last: number }, columns: number): TakePart[] {
  const parts: TakePart[] = [];
  for (let place = range.first; place <= range.last; place += 1) {
    const { first, last } = ends(rows, place, place === range.first);
    if (first === last) continue;
    const takes = Array.from({ length: last - first + 1 }, (_, index) => rows.get(first + index)).filter(
      (take) => take !== undefined,
    );
    const run = { id: takes[0]?.group?.id ?? '', takes };
    for (let from = Math.max(first, range.first); from <= Math.min(last, range.last);) {
      const column = from % columns;
      const to = Math.min(last, range.last, from - column + columns - 1);
      parts.push({
        ...{ run, first: from, count: to - from + 1, column: column + 1 },
        row: Math.floor((from - range.first) / columns) + 1,
        ...{ isFirst: from === first, isLast: to === last },
      });
      from = to + 1;
    }
    place = last;
  }
  return parts;
}

export interface TakesSummary {
  ready: number;
  failed: number;
  /** Of those that did not fail, US dollars at the price list's prices; null where it is a demo. */
  usd: number | null;
}

export function summaryOfTakes(takes: readonly Operation[]): TakesSummary {
  const inPrice = takes.filter(({ status }) => status !== 'error');
  return {
    ready: takes.filter(({ clip }) => clip !== null).length,
    failed: takes.length - inPrice.length,
    usd: takes.every(({ service }) => service === 'demo')
      ? null
      : inPrice.reduce((sum, { estimatedUsd }) => sum + estimatedUsd, 0),
  };
}

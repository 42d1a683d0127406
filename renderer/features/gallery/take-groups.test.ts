import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import { fakeOperation } from '../../lib/fake-bridge.ts';
import { summaryOfTakes, takeParts } from './take-groups.ts';

/** `a1 a2 b _`: takes of two requests, one made once, and one that is not loaded. */
function rowsOf(words: string): Map<number, Operation> {
  const entries = words.split(' ').map((word, place): [number, Operation] | null => {
    if (word === '_') return null;
    const [id = '', take] = word;
    const group = take === undefined ? null : { id, take: Number(take), takes: 4 };
    return [place, fakeOperation('completed', { id: word, group })];
  });
  return new Map(entries.filter((entry) => entry !== null));
}

/** `row:column+count`, with `(` and `)` where a run begins and ends. */
function shown(words: string, range: [number, number], columns: number): string[] {
  const [first, last] = range;
  return takeParts(rowsOf(words), { first, last }, columns).map(
    ({ row, column, count, isFirst, isLast, run }) =>
      `${isFirst ? '(' : ''}${row}:${column}+${count}${isLast ? ')' : ''} of ${run.takes.length}`,
  );
}

describe('the parts of takes in the grid', () => {
  it('holds takes together that stand beside each other, and nothing else', () => {
    expect(shown('x a1 a2 y', [0, 3], 4)).toEqual(['(1:2+2) of 2']);
    expect(shown('a1 a2 b1 b2', [0, 3], 4)).toEqual(['(1:1+2) of 2', '(1:3+2) of 2']);
    expect(shown('a1 x a2 y', [0, 3], 4)).toEqual([]);
    expect(shown('a1 x y', [0, 2], 3)).toEqual([]);
  });

  it('goes on in the next row, and is closed at its ends only', () => {
    expect(shown('x y a1 a2 a3 a4', [0, 5], 3)).toEqual(['(1:3+1 of 4', '2:1+3) of 4']);
    expect(shown('a1 a2 a3', [0, 2], 1)).toEqual(['(1:1+1 of 3', '2:1+1 of 3', '3:1+1) of 3']);
  });

  it('counts what stands above and below of the rows that are there', () => {
    expect(shown('x y a1 a2 a3 a4', [3, 5], 3)).toEqual(['1:1+3) of 4']);
    expect(shown('x y a1 a2 a3 a4', [0, 2], 3)).toEqual(['(1:3+1 of 4']);
  });

  it('waits for what is not loaded, and counts nothing twice', () => {
    expect(shown('a1 _ a2 a3', [0, 3], 4)).toEqual(['(1:3+2) of 2']);
    expect(shown('a1 a2 a1 x', [0, 3], 4)).toEqual(['(1:1+2) of 2']);
  });

  it('lets go of a take that was moved to another session', () => {
    const rows = rowsOf('a1 a2 a3');
    const moved = rows.get(2);
    if (moved) rows.set(2, { ...moved, request: { ...moved.request, sessionId: 'elsewhere' } });
    expect(takeParts(rows, { first: 0, last: 2 }, 3).map(({ count }) => count)).toEqual([2]);
  });
});

it('sums up what is ready, what failed and what the rest costs', () => {
  const takes = [fakeOperation('completed'), fakeOperation('processing'), fakeOperation('error')];
  expect(summaryOfTakes(takes)).toEqual({ ready: 1, failed: 1, usd: 6.4 });
  expect(summaryOfTakes(takes.map((take) => ({ ...take, service: 'demo' as const }))).usd).toBeNull();
});

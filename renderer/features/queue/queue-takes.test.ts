import { expect, it } from 'vitest';
import { fakeOperation } from '../../lib/fake-bridge.ts';
import { blocksOf, canBeCancelled, together } from './queue-takes.ts';

/** `a1 a2 x`: takes of one request, and one that was made once. */
const rows = (words: string) =>
  words.split(' ').map((id) => {
    const [group = '', take] = id;
    return fakeOperation('queued', {
      id,
      group: take === undefined ? null : { id: group, take: Number(take), takes: 4 },
    });
  });
const ids = (operations: readonly { id: string }[]) => operations.map(({ id }) => id).join(' ');

it('holds takes together that stand beside each other, in the order of the queue', () => {
  expect(blocksOf(rows('x y a1 a2 b1 a3 a4')).map(ids)).toEqual(['x', 'y', 'a1 a2', 'b1', 'a3 a4']);
  expect(blocksOf([])).toEqual([]);
});

it('brings takes together where the order says nothing', () => {
  expect(ids(together(rows('a1 x b1 a2 b2 y')))).toBe('a1 a2 x b1 b2 y');
});

it('cancels what is being sent or made, once', () => {
  const phases = ['queued', 'submitting', 'processing', 'downloading', 'completed'] as const;
  expect(phases.filter((phase) => canBeCancelled(fakeOperation(phase)))).toEqual([
    'submitting',
    'processing',
  ]);
  expect(canBeCancelled(fakeOperation('submitting', { isCancelling: true }))).toBe(false);
});

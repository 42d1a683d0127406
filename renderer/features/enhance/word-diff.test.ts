import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

it('tells what was added and what was taken away', () => {
  expect(wordDiff('A fox runs fast.', 'A red fox runs, slow push in.')).toEqual([
    { kind: 'same', text: 'A ' },
    { kind: 'added', text: 'red ' },
    { kind: 'same', text: 'fox runs, ' },
    { kind: 'removed', text: 'fast.' },
    { kind: 'added', text: 'slow push in.' },
  ]);
});

it('has the whole new text in it, whatever the old one was', () => {
  const text = fc.array(fc.constantFrom('a', 'fox', 'runs.', 'Fox', 'in', 'snow'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before.join(' '), after.join(' '));
      const kept = pieces.filter(({ kind }) => kind !== 'removed');
      expect(kept.map((piece) => piece.text).join('')).toBe(after.join(' '));
      const old = pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text);
      expect(old.join(' ').match(/\S+/g)?.length ?? 0).toBe(before.length);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRange } from './byte-range.ts';

const part = (start: number, end: number) => ({ kind: 'part', start, end });
const whole = { kind: 'whole' };
const unsatisfiable = { kind: 'unsatisfiable' };

test.each([
  [null, 100, whole],
  ['', 100, whole],
  ['bytes=0-', 100, part(0, 99)],
  ['bytes=0-0', 100, part(0, 0)],
  ['bytes=10-19', 100, part(10, 19)],
  [' bytes=10-19 ', 100, part(10, 19)],
  ['bytes=99-', 100, part(99, 99)],
  ['bytes=50-1000', 100, part(50, 99)],
  ['bytes=-10', 100, part(90, 99)],
  ['bytes=-1000', 100, part(0, 99)],
  ['bytes=100-', 100, unsatisfiable],
  ['bytes=100-200', 100, unsatisfiable],
  ['bytes=99999999999999999999-', 100, unsatisfiable],
  ['bytes=-0', 100, unsatisfiable],
  ['bytes=0-', 0, unsatisfiable],
  ['bytes=-5', 0, unsatisfiable],
  // RFC 9110, 14.2: what is not understood is ignored.
  ['bytes=-', 100, whole],
  ['bytes=20-10', 100, whole],
  ['bytes=0-9,20-29', 100, whole],
  ['bytes=a-b', 100, whole],
  ['bytes=1.5-3', 100, whole],
  ['bytes=--5', 100, whole],
  ['pages=1-2', 100, whole],
])('%j of %d bytes', (header, sizeBytes, expected) => {
  expect(readRange(header, sizeBytes)).toEqual(expected);
});

test('a part always lies in the file', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat(2000), { nil: undefined }),
      fc.option(fc.nat(2000), { nil: undefined }),
      fc.nat(1000),
      (first, last, sizeBytes) => {
        const range = readRange(`bytes=${String(first ?? '')}-${String(last ?? '')}`, sizeBytes);
        if (range.kind !== 'part') return true;
        return range.start >= 0 && range.start <= range.end && range.end < sizeBytes;
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBox, Mp4Error } from './boxes.ts';
import { readFreeform, withTags } from './tags.ts';
import { lionTags, moovWith, partOf, partsOf, realMovie } from './test-movies.ts';

const read = (moov: Buffer) => readFreeform(moov, 'app.example', 'recipe');
const children = (box: Buffer, from = 8) => partsOf(box.subarray(from));
/** The `ilst` of an index with ISO's kind of `meta`. */
const listOf = (moov: Buffer) => {
  const meta = partOf(partOf(moov.subarray(8), 'udta').subarray(8), 'meta');
  return partOf(meta.subarray(12), 'ilst');
};
const hdlr = (kind: string) =>
  makeBox('hdlr', Buffer.alloc(8), Buffer.from(kind, 'latin1'), Buffer.alloc(13));
const item = (type: string, text: string) =>
  makeBox(type, makeBox('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text)));
const noFlags = Buffer.alloc(4);

test('what was written is read, and everything else in the index stays byte for byte', async () => {
  const before = partOf(await realMovie(), 'moov');
  const after = withTags(before, lionTags);
  expect(read(before)).toBeNull();
  expect(read(after)).toBe('{"version":1}');
  expect(readFreeform(after, 'app.example', 'other')).toBeNull();
  expect(readFreeform(after, 'app.other', 'recipe')).toBeNull();
  const others = (moov: Buffer) => children(moov).filter(({ type }) => type !== 'udta');
  expect(others(after)).toEqual(others(before));
  expect(after.readUInt32BE(0)).toBe(after.length);
});

test('writing again changes nothing, and other values take the place of the old ones', async () => {
  const moov = partOf(await realMovie(), 'moov');
  const once = withTags(moov, lionTags);
  expect(withTags(once, lionTags).equals(once)).toBe(true);
  const other = { ...lionTags.freeform, value: 'x'.repeat(5000) };
  const twice = withTags(once, { ...lionTags, freeform: other });
  expect(read(twice)).toBe('x'.repeat(5000));
  expect(withTags(twice, lionTags).equals(once)).toBe(true);
});

describe('tags that are there already', () => {
  const foreign = makeBox(
    '----',
    makeBox('mean', noFlags, Buffer.from('com.apple.iTunes')),
    makeBox('name', noFlags, Buffer.from('recipe')),
    makeBox('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from('not ours')),
  );
  const list = makeBox(
    'ilst',
    item('\xa9too', 'Lavf61'),
    item('\xa9nam', 'old'),
    item('\xa9ART', 'Ada'),
    foreign,
  );

  test('stay, except for the ones that are written anew', () => {
    const after = withTags(moovWith(makeBox('meta', noFlags, hdlr('mdir'), list)), lionTags);
    expect(children(listOf(after)).map(({ type }) => type)).toEqual([
      '\xa9too',
      '\xa9ART',
      '----',
      '\xa9nam',
      '\xa9cmt',
      '\xa9day',
      '----',
    ]);
    expect(listOf(after).includes(foreign)).toBe(true);
    expect(listOf(after).includes('Lavf61')).toBe(true);
    expect(read(after)).toBe('{"version":1}');
  });

  test('in QuickTime’s form, with what lies around them and the four zeros at the end', () => {
    const name = makeBox('name', Buffer.from('a movie'));
    const before = moovWith(name, makeBox('meta', hdlr('mdir'), list), Buffer.alloc(4));
    const after = withTags(before, lionTags);
    expect(read(after)).toBe('{"version":1}');
    const udta = children(after)[0]?.bytes ?? Buffer.alloc(0);
    expect(udta.includes(name)).toBe(true);
    expect(udta.subarray(-4)).toEqual(Buffer.alloc(4));
    expect(withTags(after, lionTags).equals(after)).toBe(true);
  });

  test('of another kind are not touched', () => {
    const before = moovWith(makeBox('meta', noFlags, hdlr('mdta'), makeBox('keys'), makeBox('ilst')));
    expect(() => withTags(before, lionTags)).toThrow(Mp4Error);
    expect(read(before)).toBeNull();
  });
});

describe('an index that nobody would write', () => {
  const huge = (type: string) => {
    const box = makeBox(type);
    box.writeUInt32BE(0xffff_fff0);
    return box;
  };
  const endless = Buffer.concat([makeBox('moov'), Buffer.alloc(80_008 * 2)]);
  for (let at = 8; at < endless.length; at += 8) makeBox('free').copy(endless, at);
  endless.writeUInt32BE(endless.length);
  const deep = Array.from({ length: 20_000 }).reduce<Buffer>((inner) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(0);
    header.write('udta', 4, 'latin1');
    return inner.length > 400_000 ? inner : Buffer.concat([header, inner]);
  }, makeBox('meta'));
  test.each([
    ['empty', Buffer.alloc(0)],
    ['cut off in its header', Buffer.from('\0\0\0')],
    ['something else', makeBox('mdat')],
    ['longer than it says', Buffer.concat([makeBox('moov'), Buffer.alloc(1)])],
    ['with a child larger than itself', makeBox('moov', huge('udta'))],
    ['with a child smaller than its header', makeBox('moov', Buffer.from('\0\0\0\x04udta'))],
    ['with a child whose long size is cut off', makeBox('moov', Buffer.from('\0\0\0\x01udta'))],
    ['with too many children', endless],
  ])('%s is refused', (_what, moov) => {
    expect(() => read(moov)).toThrow(Mp4Error);
    expect(() => withTags(moov, lionTags)).toThrow(Mp4Error);
  });

  test('a box in a box in a box costs no stack', () => {
    const moov = makeBox('moov', deep);
    expect(() => read(moov)).not.toThrow(RangeError);
  });

  test('any bytes, and any damage to a good index, end in an answer or a Mp4Error', async () => {
    const good = withTags(partOf(await realMovie(), 'moov'), lionTags);
    const tryBoth = (moov: Buffer): void => {
      for (const run of [() => read(moov), () => withTags(moov, lionTags)]) {
        try {
          run();
        } catch (error) {
          expect(error).toBeInstanceOf(Mp4Error);
        }
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        tryBoth(makeBox('moov', Buffer.from(bytes)));
        tryBoth(Buffer.from(bytes));
      }),
    );
    const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bad = Buffer.from(good);
        for (const { at, byte } of changes) bad[at] = byte;
        tryBoth(bad);
      }),
      { numRuns: 400 },
    );
  });
});

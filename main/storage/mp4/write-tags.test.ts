import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packetsOf, tagsOf } from '../../../tests/support/movie.ts';
import { withIndexAtEnd } from '../../../tests/support/index-at-end.ts';
import { temporaryFolder } from '../test-bench.ts';
import { makeBox, Mp4Error } from './boxes.ts';
import { readMoov } from './file-boxes.ts';
import { readFreeform } from './tags.ts';
import {
  chunkTable,
  lionTags,
  partOf,
  partsOf,
  realMovie,
  trackWith,
  withLongSize,
  written,
} from './test-movies.ts';
import { writeTagged } from './write-tags.ts';

async function tag(data: Uint8Array) {
  const folder = await temporaryFolder();
  const source = await written(folder, data);
  const target = `${source}.new`;
  await writeTagged(source, target, lionTags);
  return { source, target, before: await readFile(source), after: await readFile(target) };
}

const ftyp = makeBox('ftyp', Buffer.from('isom0000'));
const others = (file: Buffer) => partsOf(file).filter(({ type }) => type !== 'moov');

describe.each([
  ['the index first', async () => await realMovie()],
  ['the index at the end', async () => Buffer.from(withIndexAtEnd(await realMovie(), 64))],
  [
    'long sizes',
    async () => {
      const moved = Buffer.from(withIndexAtEnd(await realMovie()));
      const [start, mdat, , index] = partsOf(moved).map(({ bytes }) => bytes);
      if (!start || !mdat || !index) throw new Error('Not as expected.');
      // The long header is eight bytes longer; two brands less before it keep every chunk in its place.
      const brands = makeBox('ftyp', start.subarray(8, -8));
      return Buffer.concat([brands, withLongSize(mdat), withLongSize(index)]);
    },
  ],
])('a real movie with %s', (_what, movie) => {
  test('plays the same, shows its tags to other programs, and all else is byte for byte', async () => {
    const { source, target, before, after } = await tag(await movie());
    expect(await packetsOf(target)).toEqual(await packetsOf(source));
    expect((await packetsOf(target)).length).toBeGreaterThan(90);
    expect(others(after)).toEqual(others(before));
    const shown = await tagsOf(target);
    expect(shown.title).toBe('Löwe im Gras 🦁');
    expect(shown.comment).toBe('A lion\nwalks');
    expect(shown.date).toEqual(new Date('2026-11-22T10:00:00Z'));
    expect(readFreeform(await readMoov(target), 'app.example', 'recipe')).toBe('{"version":1}');
  });

  test('is the same when it is done twice', async () => {
    const once = await tag(await movie());
    const twice = await tag(once.after);
    expect(twice.after.equals(once.after)).toBe(true);
  });
});

test.each([false, true])(
  'chunks behind the index move, the ones before it stay (64 bit: %s)',
  async (wide) => {
    const front = makeBox('mdat', Buffer.alloc(32, 1));
    const back = makeBox('mdat', Buffer.alloc(32, 2));
    const plain = makeBox('moov', trackWith(chunkTable(wide, 0, 0, 0)));
    const start = ftyp.length + front.length;
    const places = [ftyp.length + 8, start + plain.length + 8, start + plain.length + 24] as const;
    const moov = makeBox('moov', trackWith(chunkTable(wide, ...places)));
    const { after } = await tag(Buffer.concat([ftyp, front, moov, back]));
    const grown = partOf(after, 'moov').length - moov.length;
    expect(grown).toBeGreaterThan(100);
    const moved = chunkTable(wide, places[0], places[1] + grown, places[2] + grown);
    expect(partOf(after, 'moov').includes(moved)).toBe(true);
    expect(after[places[1] + grown]).toBe(2);
  },
);

test('a last box that reaches to the end of the file still does', async () => {
  const mdat = makeBox('mdat', Buffer.alloc(100, 7));
  mdat.writeUInt32BE(0);
  const { after } = await tag(Buffer.concat([ftyp, makeBox('moov'), mdat]));
  expect(after.subarray(-mdat.length).equals(mdat)).toBe(true);
});

test.each([
  ['in fragments', [makeBox('moov'), makeBox('moof'), makeBox('mdat')]],
  ['that says that it will be in fragments', [makeBox('moov', makeBox('mvex')), makeBox('mdat')]],
  ['that is encrypted', [makeBox('moov', trackWith(makeBox('saio'))), makeBox('mdat')]],
  ['with two indexes', [makeBox('moov'), makeBox('moov'), makeBox('mdat')]],
  ['without an index', [makeBox('mdat')]],
  ['that is cut off', [makeBox('moov'), makeBox('mdat', Buffer.alloc(9)).subarray(0, 12)]],
  ['whose table of chunks is cut off', [makeBox('moov', trackWith(makeBox('stco', Buffer.alloc(7))))]],
  [
    'whose table says more than it has',
    [makeBox('moov', trackWith(makeBox('stco', Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]))))],
  ],
  ['whose chunks would not fit any more', [makeBox('moov', trackWith(chunkTable(false, 0xffff_fff0)))]],
])('a movie %s is left alone', async (_what, boxes) => {
  await expect(tag(Buffer.concat([ftyp, ...boxes]))).rejects.toThrow(Mp4Error);
});

test('any damage to a movie ends in a file or a Mp4Error, and the source stays as it was', async () => {
  const movie = (await realMovie()).subarray(0, 20_000);
  const folder = await temporaryFolder();
  const change = fc.record({ at: fc.nat(3000), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.nat(20_000), async (changes, length) => {
      const bad = Buffer.from(movie.subarray(0, length));
      for (const { at, byte } of changes) if (at < bad.length) bad[at] = byte;
      const source = await written(folder, bad);
      try {
        await writeTagged(source, `${source}.new`, lionTags);
      } catch (error) {
        expect(error).toBeInstanceOf(Mp4Error);
      }
      expect((await readFile(source)).equals(bad)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

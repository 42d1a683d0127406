import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixture } from '../../services/images/fixtures.ts';
import { imageFacts } from '../../services/images/image-facts.ts';
import { temporaryFolder } from '../test-bench.ts';
import { jpeg } from './jpeg.ts';
import { allParts, mostTextBytes, PictureError, piecesOf } from './pieces.ts';
import type { PictureKind, Pieces } from './pieces.ts';
import { readPieces, readText, withoutText, withText, writeTexted } from './picture-text.ts';
import { png } from './png.ts';
import { webp } from './webp.ts';

const pictures = ['still.png', 'still.jpg', 'lossy.webp', 'lossless.webp', 'extended.webp'] as const;
const words = '{"prompt":"Löwe im Gras 🦁"}';

const read = (data: Uint8Array): Promise<string | null> => readPieces(piecesOf(Buffer.from(data)));

const plain = (data: Uint8Array) => Buffer.from(data).toString('base64');

/** Chunk by chunk, with every check sum right. */
function pngChunks(data: Buffer): { type: string; content: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < data.length;) {
    const end = at + 12 + data.readUInt32BE(at);
    expect(data.readUInt32BE(end - 4)).toBe(crc32(data.subarray(at + 4, end - 4)));
    chunks.push({ type: data.toString('latin1', at + 4, at + 8), content: data.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

const pixelsOf = (data: Uint8Array) =>
  inflateSync(
    Buffer.concat(
      pngChunks(Buffer.from(data)).flatMap(({ type, content }) => (type === 'IDAT' ? [content] : [])),
    ),
  );

describe.each(pictures)('%s', (name) => {
  const data = fixture(name);

  test('has the text afterwards, is the same picture, and is as it was without it', async () => {
    expect(await read(data)).toBeNull();
    const written = await withText(data, words);
    expect(await read(written)).toBe(words);
    expect(imageFacts(written)).toEqual(imageFacts(data));
    expect(plain(await withoutText(written))).toBe(plain(data));
    expect(plain(await withoutText(data))).toBe(plain(data));
  });

  test('has one text only, the last one', async () => {
    const once = await withText(data, words);
    expect(plain(await withText(once, words))).toBe(plain(once));
    const other = await withText(once, 'x'.repeat(200_000));
    expect(await read(other)).toBe('x'.repeat(200_000));
    expect(plain(await withText(other, words))).toBe(plain(once));
  });

  test('whatever the text is, and whatever stands behind the picture', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          // About as much as two or three segments of a JPEG hold.
          fc.integer({ min: 65_000, max: 140_000 }).map((length) => 'x'.repeat(length)),
        ),
        fc.uint8Array({ maxLength: 40 }),
        async (text, behind) => {
          const whole = Buffer.concat([data, behind]);
          const written = await withText(whole, text);
          expect(await read(written)).toBe(text);
          expect(plain(await withoutText(written))).toBe(plain(whole));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('damaged anywhere, nothing but a PictureError comes of it', async () => {
    const written = await withText(data, words);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(data, written),
        fc.nat(written.length),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        async (whole, length, changes) => {
          const bad = Buffer.from(whole.subarray(0, length));
          for (const [at, byte] of changes) if (bad.length > 0) bad[at % bad.length] = byte;
          expect(await read(bad)).toSatisfy((text) => text === null || typeof text === 'string');
          expect((await withoutText(bad)).length).toBeLessThanOrEqual(bad.length);
          await withText(bad, words).catch((error: unknown) => {
            expect(error).toBeInstanceOf(PictureError);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('cut off anywhere, it is not written into', async () => {
    const step = Math.ceil(data.length / 60);
    // A JPEG says nowhere how long its pixels are: that it ends is looked at elsewhere (image facts).
    const end = name === 'still.jpg' ? Buffer.from(data).indexOf(Buffer.from([0xff, 0xda])) : data.length;
    for (let length = 0; length < end; length += step) {
      await expect(withText(data.subarray(0, length), words)).rejects.toThrow(PictureError);
    }
  });
});

test('the pixels of a PNG are byte for byte what they were, and the text stands before them', async () => {
  const data = fixture('still.png');
  const written = await withText(data, words);
  expect(plain(pixelsOf(written))).toBe(plain(pixelsOf(data)));
  const types = pngChunks(written).map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(['IHDR', 'iTXt']);
  expect([types[0], ...types.slice(2)]).toEqual(pngChunks(Buffer.from(data)).map(({ type }) => type));
});

test('a simple WebP is told to be an extended one, as large and as transparent as it is', async () => {
  const headOf = async (data: Uint8Array) => (await withText(data, words)).subarray(12, 30).toString('hex');
  // VP8X, ten bytes: no alpha, 96 × 54 less one each.
  expect(await headOf(fixture('lossy.webp'))).toBe('565038580a000000000000005f0000350000');
  expect(await headOf(fixture('lossless.webp'))).toBe('565038580a000000000000005f0000350000');
  const transparent = fixture('lossless.webp');
  // The bit that says so is the 29th after the signature.
  transparent[24] = (transparent[24] ?? 0) | 0x10;
  expect(await headOf(transparent)).toBe('565038580a000000100000005f0000350000');
});

test('the head of an extended WebP stays as it is', async () => {
  const data = fixture('extended.webp');
  const written = await withText(data, words);
  expect(plain(written.subarray(12, data.length))).toBe(plain(data.subarray(12)));
});

test('JFIF stays first in a JPEG, and the text comes before its tables', async () => {
  const data = fixture('still.jpg');
  const written = await withText(data, 'y'.repeat(70_000));
  const markers = (await allSegments(written)).map(({ type }) => type);
  expect(markers.slice(0, 3)).toEqual(['e0', 'e9', 'e9']);
  expect(markers.filter((marker) => marker !== 'e9')).toEqual(
    (await allSegments(Buffer.from(data))).map(({ type }) => type),
  );
});

test('a JPEG that lost a piece of its text has one that cannot be read', async () => {
  const written = await withText(fixture('still.jpg'), 'z'.repeat(150_000));
  const ours = (await allSegments(written)).filter(({ type }) => type === 'e9');
  expect(ours).toHaveLength(3);
  for (const { start, end } of ours) {
    const less = Buffer.concat([written.subarray(0, start), written.subarray(end)]);
    expect(await read(less)).toBe('');
    expect(plain(await withoutText(less))).toBe(plain(fixture('still.jpg')));
  }
});

/** Every segment before the pixels. */
function allSegments(data: Buffer) {
  return allParts(async function* (pieces) {
    for (let at = 2; ;) {
      const head = await pieces.read(at, 4);
      const type = head.toString('hex', 1, 2);
      if (type === 'da') return;
      const end = at + 2 + head.readUInt16BE(2);
      yield { type, start: at, contentStart: at + 4, contentEnd: end, end };
      at = end;
    }
  }, data);
}

test('what is no picture has no text, and gets none', async () => {
  for (const data of [Buffer.alloc(0), Buffer.from('<svg/>'), Buffer.from('GIF89a'), fixture('still.gif')]) {
    expect(await read(data)).toBeNull();
    expect(plain(await withoutText(data))).toBe(plain(data));
    await expect(withText(data, words)).rejects.toThrow(PictureError);
  }
});

describe('files that are made to keep a reader busy', () => {
  /** The head of a picture, and then zeros up to four gigabytes: counts what is read of it. */
  function endless(head: Buffer): Pieces & { wasRead: () => number } {
    let wasRead = 0;
    return {
      bytes: 0xffff_fff0,
      read(at, length) {
        wasRead += length;
        const data = Buffer.alloc(length);
        if (at < head.length) head.copy(data, 0, at);
        return Promise.resolve(data);
      },
      wasRead: () => wasRead,
    };
  }
  const u32 = (value: number, isBig: boolean) => {
    const bytes = Buffer.alloc(4);
    if (isBig) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  const name = 'app.zoetrope.recipe\0';
  const huge = 100 * 1024 * 1024;
  const header = Buffer.from(fixture('still.png').subarray(0, 33));

  test.each<[string, PictureKind, Buffer, string | null]>([
    ['100 MB of text', png, Buffer.concat([header, u32(huge, true), Buffer.from(`iTXt${name}`)]), ''],
    [
      '100 MB of text',
      webp,
      Buffer.concat([
        Buffer.from('RIFF'),
        u32(0xffff_ff00, false),
        Buffer.from('WEBPZTRP'),
        u32(huge, false),
        Buffer.from(name),
      ]),
      '',
    ],
    ['a chunk without end', png, Buffer.concat([header, u32(0xffff_0000, true), Buffer.from('tEXt')]), null],
    ['chunks of nothing', png, header, null],
    ['chunks of nothing', webp, Buffer.concat([Buffer.from('RIFF'), u32(0xffff_ff00, false)]), null],
    [
      'one text after another',
      jpeg,
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        ...Array.from({ length: 2000 }, () =>
          Buffer.concat([Buffer.from([0xff, 0xe9, 0xff, 0xff]), Buffer.from(name), Buffer.alloc(65_513, 7)]),
        ),
      ]),
      '',
    ],
  ])('%s', async (_what, kind, head, text) => {
    const pieces = endless(head);
    const found = await kind.read(pieces).catch((error: unknown) => {
      expect(error).toBeInstanceOf(PictureError);
      return null;
    });
    expect(found).toBe(text);
    expect(pieces.wasRead()).toBeLessThan(2 * mostTextBytes);
  });

  test('a gigabyte that only says it is a picture is looked at in no time', async () => {
    const file = path.join(await temporaryFolder(), 'large.png');
    await writeFile(file, fixture('still.png').subarray(0, 60));
    await truncate(file, 1024 ** 3);
    expect(await readText(file)).toBeNull();
  });

  test('a text that is too long is not written', async () => {
    await expect(withText(fixture('still.png'), 'x'.repeat(mostTextBytes + 1))).rejects.toThrow(PictureError);
  });
});

test.each(pictures)('%s is read from a file as from memory, wherever its text stands in it', async (name) => {
  const file = path.join(await temporaryFolder(), name);
  for (const length of [0, 1, 4000, 4050, 4096, 9000, 150_000]) {
    const text = 'ä'.repeat(length);
    await writeFile(file, await withText(fixture(name), text));
    expect(await readText(file)).toBe(text);
  }
});

test('a copy with the text is written as a file', async () => {
  const folder = await temporaryFolder();
  const [source, target] = [path.join(folder, 'a.png'), path.join(folder, 'b.png')];
  await writeFile(source, fixture('still.png'));
  await writeTexted(source, target, words);
  expect(await readText(target)).toBe(words);
  expect(plain(await readFile(source))).toBe(plain(fixture('still.png')));
});

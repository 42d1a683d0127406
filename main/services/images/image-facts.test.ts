import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixture, joined } from './fixtures.ts';
import { imageFacts } from './image-facts.ts';

const pictures = [
  ['still.png', 'image/png'],
  ['still.jpg', 'image/jpeg'],
  ['lossy.webp', 'image/webp'],
  ['lossless.webp', 'image/webp'],
  ['extended.webp', 'image/webp'],
] as const;

const size = { width: 96, height: 54 };

/** One segment of a JPEG: a marker, its length, its content. */
function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return joined([0xff, marker, length >> 8, length & 0xff], content);
}

/** A JPEG with something put in right behind its first marker. */
function withSegment(jpeg: Uint8Array, added: Uint8Array): Uint8Array {
  return joined(jpeg.subarray(0, 2), added, jpeg.subarray(2));
}

const exifHeader = Uint8Array.from('Exif\0\0', (letter) => letter.charCodeAt(0));

describe.each(pictures)('%s', (name, mimeType) => {
  const data = fixture(name);

  test('is what it is, and as large as it is', () => {
    expect(imageFacts(data)).toEqual({ kind: 'image', mimeType, ...size });
  });

  test('bytes behind its end change nothing', () => {
    expect(imageFacts(joined(data, [0, 1, 2, 3]))).toEqual({ kind: 'image', mimeType, ...size });
  });

  test('part of a larger buffer, as files come over the bridge', () => {
    const buffer = joined([9, 9, 9], data, [9]);
    expect(imageFacts(buffer.subarray(3, 3 + data.length))).toEqual({ kind: 'image', mimeType, ...size });
  });

  test('cut off anywhere it is never taken for whole', () => {
    for (let length = 0; length < data.length; length += 1) {
      expect(imageFacts(data.subarray(0, length)).kind, `${length} of ${data.length} bytes`).not.toBe(
        'image',
      );
    }
  });

  test('half of it is damaged, and known by its type', () => {
    expect(imageFacts(data.subarray(0, data.length / 2))).toEqual({ kind: 'damaged', mimeType });
  });

  test('changed anywhere it never makes the check fail', () => {
    fc.assert(
      fc.property(
        fc.nat(data.length),
        fc.array(fc.tuple(fc.nat(data.length - 1), fc.nat(255)), { maxLength: 8 }),
        (length, changes) => {
          const changed = Uint8Array.from(data);
          for (const [at, byte] of changes) changed[at] = byte;
          expect(['image', 'damaged', 'other']).toContain(imageFacts(changed.subarray(0, length)).kind);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('JPEG', () => {
  const jpeg = fixture('still.jpg');

  test('the size is the picture’s, not its EXIF thumbnail’s', () => {
    const thumbnail = Uint8Array.from(jpeg);
    const frame = thumbnail.findIndex((byte, at) => byte === 0xff && thumbnail[at + 1] === 0xc0);
    thumbnail.set([0, 9, 0, 16], frame + 5);
    expect(imageFacts(thumbnail)).toMatchObject({ width: 16, height: 9 });

    const photo = withSegment(jpeg, segment(0xe1, joined(exifHeader, thumbnail)));
    expect(imageFacts(photo)).toEqual({ kind: 'image', mimeType: 'image/jpeg', ...size });
  });

  test('a photo cut off is not saved by the end marker of its thumbnail', () => {
    const photo = withSegment(jpeg, segment(0xe1, joined(exifHeader, jpeg)));
    expect(imageFacts(photo.subarray(0, photo.length - 2)).kind).toBe('damaged');
    expect(imageFacts(photo.subarray(0, jpeg.length + 40)).kind).toBe('damaged');
  });

  test('progressive ones and fill bytes before a marker', () => {
    const progressive = Uint8Array.from(jpeg);
    const frame = progressive.findIndex((byte, at) => byte === 0xff && progressive[at + 1] === 0xc0);
    progressive[frame + 1] = 0xc2;
    expect(imageFacts(progressive)).toMatchObject({ kind: 'image', ...size });
    expect(imageFacts(withSegment(jpeg, Uint8Array.of(0xff, 0xff)))).toMatchObject({
      kind: 'image',
      ...size,
    });
  });

  test('without a frame header there is no picture', () => {
    expect(imageFacts(joined([0xff, 0xd8], segment(0xda, Uint8Array.of(1)), [0xff, 0xd9])).kind).toBe(
      'damaged',
    );
  });
});

test('a PNG without pixels is no picture', () => {
  const png = fixture('still.png');
  // The signature and IHDR, then IEND.
  expect(imageFacts(joined(png.subarray(0, 33), png.subarray(-12))).kind).toBe('damaged');
});

test('a PNG of no width is no picture', () => {
  const png = fixture('still.png');
  png.set([0, 0, 0, 0], 16);
  expect(imageFacts(png).kind).toBe('damaged');
});

test('random bytes never make the check fail, nor those that begin like an image', () => {
  const beginnings = pictures.map(([name]) => [...fixture(name).subarray(0, 30)]);
  fc.assert(
    fc.property(fc.constantFrom([], ...beginnings), fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
      expect(['image', 'damaged', 'other']).toContain(imageFacts(joined(beginning, rest)).kind);
    }),
    { numRuns: 1000 },
  );
});

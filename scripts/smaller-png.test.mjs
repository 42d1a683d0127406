import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { samplePng } from '../emulator/images.ts';
import { smallerPng } from './smaller-png.mjs';

const WIDTH = 16;
const HEIGHT = 12;

/** Lines of a picture in which every filter has its place: even, slanted and noisy parts. @param {number} perPixel */
function lines(perPixel) {
  return Array.from({ length: HEIGHT }, (_line, y) =>
    Buffer.from(
      Array.from({ length: WIDTH * perPixel }, (_byte, at) => {
        const channel = at % perPixel;
        const x = (at - channel) / perPixel;
        if (channel === 3) return 255;
        return (y < 4 ? 90 : y < 8 ? x * 9 + y * 7 : (x * 151 + y * 91 + channel * 37) ** 2) & 255;
      }),
    ),
  );
}

/** Its data, unfiltered as the standard says it. @param {Buffer} png */
function pixels(png) {
  const at = png.indexOf('IDAT');
  const raw = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const out = Buffer.alloc(WIDTH * HEIGHT * 3);
  const row = WIDTH * 3;
  for (let y = 0; y < HEIGHT; y += 1) {
    const filter = raw[y * (row + 1)] ?? 9;
    for (let x = 0; x < row; x += 1) {
      const a = x < 3 ? 0 : (out[y * row + x - 3] ?? 0);
      const b = y === 0 ? 0 : (out[(y - 1) * row + x] ?? 0);
      const c = x < 3 || y === 0 ? 0 : (out[(y - 1) * row + x - 3] ?? 0);
      const nearest = [a, b, c].toSorted(
        (one, other) => Math.abs(a + b - c - one) - Math.abs(a + b - c - other),
      );
      const expected = [0, a, b, Math.floor((a + b) / 2), nearest[0] ?? 0][filter] ?? NaN;
      out[y * row + x] = (raw[y * (row + 1) + x + 1] ?? 0) + expected;
    }
  }
  return out;
}

it('has the same picture, but for transparency and the last bit of colours', () => {
  const png = Buffer.from(samplePng(WIDTH, HEIGHT, 'a picture', 7));
  const at = png.indexOf('IDAT');
  const packed = deflateSync(Buffer.concat(lines(4).flatMap((line) => [Buffer.from([0]), line])));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  const transparent = Buffer.concat([
    ...[png.subarray(0, at - 4), length, Buffer.from('IDAT'), packed, Buffer.alloc(4)],
    ...[Buffer.alloc(4), Buffer.from('IEND'), Buffer.alloc(4)],
  ]);
  transparent[25] = 6;
  const expected = Buffer.concat(lines(3)).map((value) => value - (value % 2));
  expect(pixels(smallerPng(transparent)).equals(expected)).toBe(true);
});

it('is smaller', () => {
  const png = Buffer.from(samplePng(64, 48, 'a picture', 7));
  expect(smallerPng(png).length).toBeLessThan(png.length);
});

it('takes no picture of another kind', () => {
  const png = Buffer.from(samplePng(8, 8, 'a picture', 7));
  png[25] = 3;
  expect(() => smallerPng(png)).toThrow(RangeError);
});

/** Smaller PNG files: no transparency, colours without their last bit, which nobody sees, the best filter for each line. */
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * @param {Buffer} png
 * @returns {{ type: string, data: Buffer }[]}
 */
function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * What a filter expects in the place of a byte. https://www.w3.org/TR/png-3/#9Filters
 * @param {number} filter
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function predicted(filter, left, above, corner) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/**
 * The lines of a picture as they are, without filters.
 * @param {Buffer} packed
 * @param {number} height
 * @param {number} perPixel bytes
 */
function unfiltered(packed, height, perPixel) {
  const raw = inflateSync(packed);
  const width = raw.length / height - 1;
  /** @type {Buffer[]} */
  const lines = [];
  for (let y = 0; y < height; y += 1) {
    const from = y * (width + 1);
    const filter = raw[from] ?? 0;
    const line = Buffer.from(raw.subarray(from + 1, from + 1 + width));
    const above = lines[y - 1];
    for (let x = 0; x < width; x += 1) {
      const left = line[x - perPixel] ?? 0;
      const expected = predicted(filter, left, above?.[x] ?? 0, above?.[x - perPixel] ?? 0);
      line[x] = ((line[x] ?? 0) + expected) & 255;
    }
    lines.push(line);
  }
  return lines;
}

/**
 * The line behind its filter: the one that leaves the smallest numbers.
 * @param {Buffer} line
 * @param {Buffer | undefined} above
 */
function filtered(line, above) {
  let best = Buffer.alloc(0);
  let least = Infinity;
  for (let filter = 0; filter <= 4; filter += 1) {
    const candidate = Buffer.alloc(line.length + 1);
    candidate[0] = filter;
    let sum = 0;
    for (let x = 0; x < line.length; x += 1) {
      const expected = predicted(filter, line[x - 3] ?? 0, above?.[x] ?? 0, above?.[x - 3] ?? 0);
      const rest = ((line[x] ?? 0) - expected) & 255;
      candidate[x + 1] = rest;
      sum += rest < 128 ? rest : 256 - rest;
    }
    if (sum < least) [best, least] = [candidate, sum];
  }
  return best;
}

/** @param {number} value */
const withoutLastBit = (value) => value & 0xfe;

/** @param {Buffer} line four bytes for each pixel */
function withoutAlpha(line) {
  const opaque = Buffer.alloc((line.length / 4) * 3);
  for (let pixel = 0; pixel < line.length / 4; pixel += 1)
    line.copy(opaque, pixel * 3, pixel * 4, pixel * 4 + 3);
  return opaque;
}

/**
 * @param {Buffer} png 8 bits, not interlaced, of a picture without transparency: what a window looks like
 * @returns {Buffer}
 * @throws {RangeError} when it is of another kind
 */
export function smallerPng(png) {
  const chunks = chunksOf(png);
  const head = Buffer.from(chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13));
  const [depth, color, interlaced] = [head[8], head[9], head[12]];
  if (depth !== 8 || (color !== 2 && color !== 6) || interlaced !== 0)
    throw new RangeError('Not a plain PNG.');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const lines = unfiltered(packed, head.readUInt32BE(4), color === 6 ? 4 : 3);
  const opaque = (color === 6 ? lines.map(withoutAlpha) : lines).map((line) =>
    Buffer.from(line.map(withoutLastBit)),
  );
  head[9] = 2;
  const data = deflateSync(Buffer.concat(opaque.map((line, y) => filtered(line, opaque[y - 1]))), {
    level: constants.Z_BEST_COMPRESSION,
    memLevel: 9,
  });
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

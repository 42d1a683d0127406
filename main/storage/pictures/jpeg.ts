/**
 * Text in a JPEG: segments of the app's own in APP9, which few have used and every decoder passes over (ITU-T T.81,
 * B.2.4.6). A segment has room for 64 KB, so a long text takes several, numbered.
 */
import { allParts, isNamed, mostLookedAt, mostTextBytes, namedContent, PictureError } from './pieces.ts';
import { piecesOf, textBytes, textName, withoutParts } from './pieces.ts';
import type { Part, PictureKind, Pieces } from './pieces.ts';

const app0 = 0xe0;
const app1 = 0xe1;
const app9 = 0xe9;
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Markers without a length; before the pixels there are none of them. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Behind the name: this segment's number from 1, and how many there are. */
const numberBytes = 4;
/** A segment's length counts itself. */
const mostInOne = 0xffff - 2 - textName.length - numberBytes;
const mostSegments = Math.ceil(mostTextBytes / mostInOne);

const typeOf = (marker: number): string => marker.toString(16);

/** The segments before the pixels. */
async function* segments(pieces: Pieces): AsyncGenerator<Part> {
  for (let start = 2; ;) {
    let at = start;
    let head = await pieces.read(at, 4);
    // Any number of FF may stand before a marker.
    while (head[0] === 0xff && head[1] === 0xff) {
      at += 1;
      head = await pieces.read(at, 4);
    }
    const marker = head[1] ?? 0;
    if (head.length < 4 || head[0] !== 0xff || isAlone(marker))
      throw new PictureError('The JPEG is cut off.');
    if (marker === endOfImage) throw new PictureError('The JPEG has no pixels.');
    const contentStart = at + 4;
    const contentEnd = at + 2 + head.readUInt16BE(2);
    if (contentEnd < contentStart || contentEnd > pieces.bytes) {
      throw new PictureError('A segment reaches beyond the JPEG.');
    }
    if (marker === startOfScan) return;
    yield { type: typeOf(marker), start, contentStart, contentEnd, end: contentEnd };
    start = contentEnd;
  }
}

function makeSegments(text: Buffer): Buffer[] {
  const count = Math.max(1, Math.ceil(text.length / mostInOne));
  return Array.from({ length: count }, (_, index) => {
    const piece = text.subarray(index * mostInOne, (index + 1) * mostInOne);
    const head = Buffer.from([0xff, app9, 0, 0]);
    head.writeUInt16BE(2 + textName.length + numberBytes + piece.length, 2);
    const numbers = Buffer.alloc(numberBytes);
    numbers.writeUInt16BE(index + 1, 0);
    numbers.writeUInt16BE(count, 2);
    return Buffer.concat([head, textName, numbers, piece]);
  });
}

const isOurs = async (pieces: Pieces, segment: Part): Promise<boolean> =>
  segment.type === typeOf(app9) && (await isNamed(pieces, segment));

async function strip(data: Buffer): Promise<Buffer> {
  const ours: Part[] = [];
  for (const segment of await allParts(segments, data)) {
    if (await isOurs(piecesOf(data), segment)) ours.push(segment);
  }
  return ours.length === 0 ? data : withoutParts(data, ours);
}

/**
 * Behind the segments that have to be first (JFIF, Exif), before all others: the places that a list of further pictures
 * (MPF) names are counted from that list, and so stay right.
 */
async function placeIn(data: Buffer): Promise<number> {
  let at = 2;
  for (const { type, end } of await allParts(segments, data)) {
    if (type !== typeOf(app0) && type !== typeOf(app1)) break;
    at = end;
  }
  return at;
}

/** The text out of its segments; empty where one is missing. */
function joined(contents: readonly Buffer[]): string {
  const isWhole = contents.every(
    (content, index) =>
      content.length >= numberBytes &&
      content.readUInt16BE(0) === index + 1 &&
      content.readUInt16BE(2) === contents.length,
  );
  if (!isWhole) return '';
  return Buffer.concat(contents.map((content) => content.subarray(numberBytes))).toString('utf8');
}

export const jpeg: PictureKind = {
  isIt: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  strip,
  async write(data, text) {
    const bare = await strip(data);
    const at = await placeIn(bare);
    return Buffer.concat([bare.subarray(0, at), ...makeSegments(textBytes(text)), bare.subarray(at)]);
  },
  async read(pieces) {
    const contents: Buffer[] = [];
    let looked = 0;
    for await (const segment of segments(pieces)) {
      if (await isOurs(pieces, segment))
        contents.push((await namedContent(pieces, segment)) ?? Buffer.alloc(0));
      looked += 1;
      if (looked > mostLookedAt || contents.length > mostSegments) break;
    }
    return contents.length === 0 ? null : joined(contents);
  },
};

/**
 * Text in a WebP: a chunk of the app's own at the end, which readers pass over. Such chunks belong to the extended
 * format only (RFC 9649, 2.7), so a simple file gets the head of that one (`VP8X`), and loses it with the text.
 */
import { allParts, isNamed, mostLookedAt, namedContent, PictureError } from './pieces.ts';
import { piecesOf, textBytes, textName, withoutParts } from './pieces.ts';
import type { Part, PictureKind, Pieces } from './pieces.ts';

const riffBytes = 12;
const headBytes = 8;
const textType = 'ZTRP';
const headType = 'VP8X';
/** Chunks that need the extended format's head. */
const extended = new Set(['ICCP', 'ANIM', 'ANMF', 'ALPH', 'EXIF', 'XMP ']);
const alphaFlag = 0x10;

/** Behind the name: whether the extended format's head came with the text. */
const headIsOurs = Buffer.from([1]);
const headWasThere = Buffer.from([0]);

async function* chunks(pieces: Pieces): AsyncGenerator<Part> {
  const riff = await pieces.read(0, riffBytes);
  if (riff.length < riffBytes) throw new PictureError('The WebP is cut off.');
  const fileEnd = headBytes + riff.readUInt32LE(4);
  if (fileEnd > pieces.bytes) throw new PictureError('The WebP is cut off.');
  for (let start = riffBytes; start < fileEnd;) {
    const head = await pieces.read(start, headBytes);
    if (head.length < headBytes) throw new PictureError('A chunk is cut off in its head.');
    const contentStart = start + headBytes;
    const length = head.readUInt32LE(4);
    const contentEnd = contentStart + length;
    // Each begins at an even place.
    const end = contentEnd + (length % 2);
    if (end > fileEnd) throw new PictureError('A chunk reaches beyond the WebP.');
    yield { type: head.toString('latin1', 0, 4), start, contentStart, contentEnd, end };
    start = end;
  }
}

function makeChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

interface Canvas {
  width: number;
  height: number;
  hasAlpha: boolean;
}

/** What the picture's own chunk says of it (RFC 6386, 9.1; RFC 9649, 3.4). */
function canvasOf(data: Buffer, { type, contentStart, contentEnd }: Part): Canvas {
  const content = data.subarray(contentStart, contentEnd);
  if (type === 'VP8 ' && content.length >= 10) {
    return {
      width: content.readUInt16LE(6) & 0x3fff,
      height: content.readUInt16LE(8) & 0x3fff,
      hasAlpha: false,
    };
  }
  if (type === 'VP8L' && content.length >= 5) {
    const bits = content.readUInt32LE(1);
    return {
      width: (bits & 0x3fff) + 1,
      height: ((bits >>> 14) & 0x3fff) + 1,
      hasAlpha: ((bits >>> 28) & 1) === 1,
    };
  }
  throw new PictureError('The WebP does not begin with a picture.');
}

function makeHead({ width, height, hasAlpha }: Canvas): Buffer {
  if (width === 0 || height === 0) throw new PictureError('The WebP has no pixels.');
  const content = Buffer.alloc(10);
  content.writeUInt8(hasAlpha ? alphaFlag : 0, 0);
  content.writeUIntLE(width - 1, 4, 3);
  content.writeUIntLE(height - 1, 7, 3);
  return makeChunk(headType, content);
}

/** The file around these bytes, which stand in place of `old` from its first chunk on. */
function withLength(old: Buffer, body: Buffer): Buffer {
  const riff = Buffer.from(old.subarray(0, riffBytes));
  riff.writeUInt32LE(riffBytes - headBytes + body.length, 4);
  return Buffer.concat([riff, body, old.subarray(headBytes + old.readUInt32LE(4))]);
}

const isOurs = async (pieces: Pieces, chunk: Part): Promise<boolean> =>
  chunk.type === textType && (await isNamed(pieces, chunk));

async function strip(data: Buffer): Promise<Buffer> {
  const all = await allParts(chunks, data);
  const ours: Part[] = [];
  for (const chunk of all) if (await isOurs(piecesOf(data), chunk)) ours.push(chunk);
  if (ours.length === 0) return data;
  const [head] = all;
  const cameWithText = ours.some(
    ({ contentStart }) => data[contentStart + textName.length] === headIsOurs[0],
  );
  const goes = cameWithText && head?.type === headType && !all.some(({ type }) => extended.has(type));
  const inFile = data.subarray(0, headBytes + data.readUInt32LE(4));
  const bare = withoutParts(inFile, goes ? [head, ...ours] : ours);
  return withLength(data, bare.subarray(riffBytes));
}

export const webp: PictureKind = {
  isIt: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  strip,
  async write(data, text) {
    const bare = await strip(data);
    const all = await allParts(chunks, bare);
    const [first] = all;
    if (!first) throw new PictureError('The WebP is empty.');
    const head = first.type === headType ? null : makeHead(canvasOf(bare, first));
    const body = Buffer.concat([
      ...(head === null ? [] : [head]),
      bare.subarray(riffBytes, all.at(-1)?.end),
      makeChunk(
        textType,
        Buffer.concat([textName, head === null ? headWasThere : headIsOurs, textBytes(text)]),
      ),
    ]);
    return withLength(bare, body);
  },
  async read(pieces) {
    let looked = 0;
    for await (const chunk of chunks(pieces)) {
      if (await isOurs(pieces, chunk)) return (await namedContent(pieces, chunk))?.toString('utf8', 1) ?? '';
      looked += 1;
      if (looked > mostLookedAt) break;
    }
    return null;
  },
};

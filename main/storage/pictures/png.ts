/**
 * Text in a PNG: an `iTXt` chunk of the app's own keyword, right behind the header, where every reader finds it without
 * the pixels and none minds it (PNG specification, third edition, 11.3.3.4).
 */
import { crc32 } from 'node:zlib';
import { allParts, isNamed, mostLookedAt, namedContent, PictureError, piecesOf } from './pieces.ts';
import { textBytes, textName, withoutParts } from './pieces.ts';
import type { Part, PictureKind, Pieces } from './pieces.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headBytes = 8;
const crcBytes = 4;
const textType = 'iTXt';
/** Not compressed, by no method, in no language, under no translated keyword. */
const plain = Buffer.alloc(4);

async function* chunks(pieces: Pieces): AsyncGenerator<Part> {
  let type = '';
  for (let start = signature.length; type !== 'IEND';) {
    const head = await pieces.read(start, headBytes);
    if (head.length < headBytes) throw new PictureError('The PNG is cut off.');
    type = head.toString('latin1', 4, 8);
    const contentStart = start + headBytes;
    const contentEnd = contentStart + head.readUInt32BE(0);
    const end = contentEnd + crcBytes;
    if (end > pieces.bytes) throw new PictureError('A chunk reaches beyond the PNG.');
    if (start === signature.length && type !== 'IHDR') throw new PictureError('The PNG has no header.');
    yield { type, start, contentStart, contentEnd, end };
    start = end;
  }
}

function makeChunk(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const crc = Buffer.alloc(crcBytes);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

const isOurs = async (pieces: Pieces, chunk: Part): Promise<boolean> =>
  chunk.type === textType && (await isNamed(pieces, chunk));

async function strip(data: Buffer): Promise<Buffer> {
  const ours: Part[] = [];
  for (const chunk of await allParts(chunks, data)) {
    if (await isOurs(piecesOf(data), chunk)) ours.push(chunk);
  }
  return ours.length === 0 ? data : withoutParts(data, ours);
}

/** Empty where it was damaged, or written in a way that this app does not write. */
async function textOf(pieces: Pieces, chunk: Part): Promise<string> {
  const content = await namedContent(pieces, chunk);
  if (content === null || !content.subarray(0, plain.length).equals(plain)) return '';
  const crc = await pieces.read(chunk.contentEnd, crcBytes);
  const body = Buffer.concat([Buffer.from(textType, 'latin1'), textName, content]);
  return crc.readUInt32BE(0) === crc32(body) ? content.toString('utf8', plain.length) : '';
}

export const png: PictureKind = {
  isIt: (head) => head.subarray(0, signature.length).equals(signature),
  strip,
  async write(data, text) {
    const bare = await strip(data);
    const chunk = makeChunk(textType, textName, plain, textBytes(text));
    const [header] = await allParts(chunks, bare);
    const at = header?.end ?? signature.length;
    return Buffer.concat([bare.subarray(0, at), chunk, bare.subarray(at)]);
  },
  async read(pieces) {
    let looked = 0;
    for await (const chunk of chunks(pieces)) {
      if (await isOurs(pieces, chunk)) return textOf(pieces, chunk);
      looked += 1;
      if (chunk.type === 'IDAT' || looked > mostLookedAt) break;
    }
    return null;
  },
};

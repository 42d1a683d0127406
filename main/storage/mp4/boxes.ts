/** The boxes that an MP4 is made of (ISO/IEC 14496-12): reading their headers and putting new ones together. */

/** The file is not what it says, or is built in a way that this module does not touch. */
export class Mp4Error extends Error {
  override readonly name = 'Mp4Error';
}

export interface Box {
  type: string;
  /** Where its header begins. */
  start: number;
  /** Where its content begins. */
  content: number;
  end: number;
}

const shortHeaderBytes = 8;
export const longestHeaderBytes = 16;
/** More children than any real file has in one box: a file made to keep a reader busy is given up early. */
const mostBoxes = 10_000;

/**
 * The header at the beginning of `header`, for a box that lies at `start` and may not reach beyond `limit`.
 * Throws a Mp4Error when it makes no sense.
 */
export function readHeader(header: Buffer, start: number, limit: number): Box {
  if (header.length < shortHeaderBytes) throw new Mp4Error('A box is cut off in its header.');
  const type = header.toString('latin1', 4, 8);
  const size = header.readUInt32BE(0);
  if (size === 0) return { type, start, content: start + shortHeaderBytes, end: limit };
  let headerBytes = shortHeaderBytes;
  let boxBytes = size;
  if (size === 1) {
    if (header.length < longestHeaderBytes) throw new Mp4Error('A box is cut off in its header.');
    headerBytes = longestHeaderBytes;
    boxBytes = Number(header.readBigUInt64BE(8));
  }
  if (boxBytes < headerBytes || start + boxBytes > limit) throw new Mp4Error('A box has an impossible size.');
  return { type, start, content: start + headerBytes, end: start + boxBytes };
}

/**
 * The boxes that lie one after another in `data` from `from` to `to`. Fewer than eight bytes at the end are left out:
 * QuickTime ends some lists with four zeros.
 */
export function boxesIn(data: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + shortHeaderBytes <= to) {
    const box = readHeader(data.subarray(at, Math.min(at + longestHeaderBytes, to)), at, to);
    boxes.push(box);
    if (boxes.length > mostBoxes) throw new Mp4Error('There are too many boxes.');
    at = box.end;
  }
  return boxes;
}

/** The first box of a type in the content of `parent`. */
export function childOf(data: Buffer, parent: Box, type: string): Box | undefined {
  return boxesIn(data, parent.content, parent.end).find((box) => box.type === type);
}

/** The whole of `data` as one box. Throws when it is anything else. */
export function onlyBox(data: Buffer, type: string): Box {
  const box = readHeader(data, 0, data.length);
  if (box.type !== type || box.end !== data.length) throw new Mp4Error(`This is not one ${type} box.`);
  return box;
}

/** A new box around `content`. `type` is four characters of Latin-1. */
export function makeBox(type: string, ...content: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(shortHeaderBytes);
  header.writeUInt32BE(content.reduce((sum, part) => sum + part.length, shortHeaderBytes));
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, ...content]);
}

/** What the kinds of pictures share: how they are read piece by piece, and the text of the app's own in them. */
import type { FileHandle } from 'node:fs/promises';

/** The file is not what it says, or is built in a way that nothing is written into. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** Under this name the text stands in a picture's file, whatever kind of file that is. */
export const textName = Buffer.from('app.zoetrope.recipe\0', 'latin1');

/** Of a text: far more than a recipe has, far less than what would keep a reader busy. */
export const mostTextBytes = 2 * 1024 * 1024;

/** More parts than any real picture has. */
const mostParts = 100_000;
/** Parts that are looked at for the text: it stands before the pixels, or right behind them. */
export const mostLookedAt = 1000;

/** The bytes of a picture, wherever they are. */
export interface Pieces {
  bytes: number;
  /** Fewer bytes where the picture ends before. */
  read(at: number, length: number): Promise<Buffer>;
}

export function piecesOf(data: Buffer): Pieces {
  return { bytes: data.length, read: (at, length) => Promise.resolve(data.subarray(at, at + length)) };
}

/** Read at once: the heads of a picture's parts stand near each other. */
const windowBytes = 4096;

/** @param bytes the file's size: it may grow meanwhile, which changes nothing */
export function filePieces(handle: FileHandle, bytes: number): Pieces {
  let window: Buffer = Buffer.alloc(0);
  let windowAt = 0;

  async function fetch(at: number, length: number): Promise<Buffer> {
    const data = Buffer.alloc(Math.max(0, Math.min(length, bytes - at)));
    const { bytesRead } = await handle.read(data, 0, data.length, at);
    return data.subarray(0, bytesRead);
  }

  return {
    bytes,
    async read(at, length) {
      if (length > windowBytes) return fetch(at, length);
      if (at < windowAt || at + length > windowAt + window.length) {
        window = await fetch(at, windowBytes);
        windowAt = at;
      }
      return window.subarray(at - windowAt, at - windowAt + length);
    },
  };
}

/** A chunk of a PNG or a WebP, a segment of a JPEG: `content` is what stands in it, `start` to `end` all of it. */
export interface Part {
  type: string;
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
}

/** All parts, one after another. Throws a PictureError where the picture is cut off or makes no sense. */
export type Parts = (pieces: Pieces) => AsyncGenerator<Part>;

/** One kind of picture. Everything throws a PictureError where the file is damaged. */
export interface PictureKind {
  /** @param head the first sixteen bytes, fewer where there are no more */
  isIt(head: Buffer): boolean;
  /** The picture with the text; without one that it had. Pixels and all else stay, byte for byte. */
  write(data: Buffer, text: string): Promise<Buffer>;
  /** The picture without the text: byte for byte what it was before the text was written. */
  strip(data: Buffer): Promise<Buffer>;
  /** Null where there is none; empty where there is one and it cannot be read. */
  read(pieces: Pieces): Promise<string | null>;
}

export async function allParts(parts: Parts, data: Buffer): Promise<Part[]> {
  const all: Part[] = [];
  for await (const part of parts(piecesOf(data))) {
    all.push(part);
    if (all.length > mostParts) throw new PictureError('There are too many parts.');
  }
  return all;
}

/** Whether the content of a part begins with the app's name. */
export async function isNamed(pieces: Pieces, { contentStart, contentEnd }: Part): Promise<boolean> {
  if (contentEnd - contentStart < textName.length) return false;
  return (await pieces.read(contentStart, textName.length)).equals(textName);
}

/** The content of a part behind the app's name; null where that is too much. */
export async function namedContent(
  pieces: Pieces,
  { contentStart, contentEnd }: Part,
): Promise<Buffer | null> {
  const from = contentStart + textName.length;
  return contentEnd - from > mostTextBytes ? null : pieces.read(from, contentEnd - from);
}

/** The data without these parts, which stand in the order of the file. */
export function withoutParts(data: Buffer, parts: readonly Part[]): Buffer {
  let at = 0;
  const kept = parts.map(({ start, end }) => {
    const before = data.subarray(at, start);
    at = end;
    return before;
  });
  return Buffer.concat([...kept, data.subarray(at)]);
}

export function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > mostTextBytes) throw new PictureError('The text is too long.');
  return bytes;
}

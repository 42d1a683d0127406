/** Text that the app keeps in the files of pictures (PNG, JPEG, WebP), without touching what they show. */
import { open, readFile } from 'node:fs/promises';
import { jpeg } from './jpeg.ts';
import { filePieces, PictureError } from './pieces.ts';
import type { PictureKind, Pieces } from './pieces.ts';
import { png } from './png.ts';
import { webp } from './webp.ts';

const kinds: readonly PictureKind[] = [png, jpeg, webp];
const headBytes = 16;

const kindOf = (head: Buffer): PictureKind | null => kinds.find((kind) => kind.isIt(head)) ?? null;

const asBuffer = (data: Uint8Array): Buffer => Buffer.from(data.buffer, data.byteOffset, data.byteLength);

/**
 * The picture with the text, which takes the place of one that it had. Every other byte stays as it is. Throws a
 * PictureError for what is no picture, or a damaged one.
 */
export async function withText(data: Uint8Array, text: string): Promise<Buffer> {
  const bytes = asBuffer(data);
  const kind = kindOf(bytes.subarray(0, headBytes));
  if (kind === null) throw new PictureError('This is not a PNG, JPEG or WebP.');
  return kind.write(bytes, text);
}

/**
 * The picture as it was before the text was written into it, byte for byte. What is no picture, or a damaged one, is
 * given back as it is.
 */
export async function withoutText(data: Uint8Array): Promise<Uint8Array> {
  const bytes = asBuffer(data);
  const kind = kindOf(bytes.subarray(0, headBytes));
  try {
    return kind === null ? data : await kind.strip(bytes);
  } catch (error) {
    if (error instanceof PictureError) return data;
    throw error;
  }
}

/** As `readText`, of a picture wherever it is. */
export async function readPieces(pieces: Pieces): Promise<string | null> {
  try {
    return (await kindOf(await pieces.read(0, headBytes))?.read(pieces)) ?? null;
  } catch (error) {
    if (error instanceof PictureError) return null;
    throw error;
  }
}

/**
 * The text in a picture's file; null where there is none, empty where there is one that is damaged. Reads as little as
 * it can: the heads of the parts before the pixels, and two megabytes of text at the most. Throws what the file system
 * throws, and nothing else.
 */
export async function readText(file: string): Promise<string | null> {
  const handle = await open(file, 'r');
  try {
    return await readPieces(filePieces(handle, (await handle.stat()).size));
  } finally {
    await handle.close();
  }
}

/**
 * Writes `target` (which is replaced) as a copy of `source` with the text, and flushes it to the disk. Throws as
 * `withText` does, and what the file system throws.
 */
export async function writeTexted(source: string, target: string, text: string): Promise<void> {
  const data = await withText(await readFile(source), text);
  const output = await open(target, 'w');
  try {
    await output.writeFile(data);
    await output.sync();
  } finally {
    await output.close();
  }
}

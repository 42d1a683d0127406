/** MP4s for the tests of this folder: real ones, and ones put together by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeBox } from './boxes.ts';
import type { Mp4Tags } from './tags.ts';

const sample = path.resolve('emulator/samples/landscape-720p-4s.mp4');

export const realMovie = (): Promise<Buffer> => readFile(sample);

export const lionTags: Mp4Tags = {
  texts: [
    { type: '\xa9nam', value: 'Löwe im Gras 🦁' },
    { type: '\xa9cmt', value: 'A lion\nwalks' },
    { type: '\xa9day', value: '2026-11-22T10:00:00.000Z' },
  ],
  unlessThere: [{ type: '\xa9too', value: 'A tool' }],
  freeform: { mean: 'app.example', name: 'recipe', value: '{"version":1}' },
};

export async function written(folder: string, data: Uint8Array, name = 'source.mp4'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, data);
  return file;
}

/** The boxes of a whole file by their types, taken apart without the code that is tested. */
export function partsOf(file: Buffer): { type: string; bytes: Buffer }[] {
  const parts: { type: string; bytes: Buffer }[] = [];
  for (let at = 0; at < file.length;) {
    const short = file.readUInt32BE(at);
    const size = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? file.length - at : short;
    parts.push({ type: file.toString('latin1', at + 4, at + 8), bytes: file.subarray(at, at + size) });
    at += size;
  }
  return parts;
}

/** The part of a type. */
export function partOf(file: Buffer, type: string): Buffer {
  const part = partsOf(file).find((candidate) => candidate.type === type);
  if (!part) throw new Error(`There is no ${type}.`);
  return part.bytes;
}

/** The same box with the long form of its size. */
export function withLongSize(box: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1);
  box.copy(header, 4, 4, 8);
  header.writeBigUInt64BE(BigInt(box.length + 8), 8);
  return Buffer.concat([header, box.subarray(8)]);
}

/** A movie's index whose only content is `udta`. */
export const moovWith = (...udta: Buffer[]): Buffer => makeBox('moov', makeBox('udta', ...udta));

/** A track whose table of chunks is `table`. */
export function trackWith(table: Buffer): Buffer {
  return makeBox('trak', makeBox('mdia', makeBox('minf', makeBox('stbl', table))));
}

/** A table of chunks. */
export function chunkTable(wide: boolean, ...offsets: number[]): Buffer {
  const entryBytes = wide ? 8 : 4;
  const content = Buffer.alloc(8 + entryBytes * offsets.length);
  content.writeUInt32BE(offsets.length, 4);
  for (const [index, offset] of offsets.entries()) {
    if (wide) content.writeBigUInt64BE(BigInt(offset), 8 + 8 * index);
    else content.writeUInt32BE(offset, 8 + 4 * index);
  }
  return makeBox(wide ? 'co64' : 'stco', content);
}

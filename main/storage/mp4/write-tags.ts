/** Writes tags into an MP4 without touching its pictures and sounds: as a new file, piece by piece. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Mp4Error } from './boxes.ts';
import type { Box } from './boxes.ts';
import { shiftChunks } from './chunk-offsets.ts';
import { fileBoxes, readBox } from './file-boxes.ts';
import { withTags } from './tags.ts';
import type { Mp4Tags } from './tags.ts';

const pieceBytes = 1024 * 1024;

/** Boxes at the top of a file that say places in it; the ones of fragments above all. */
const pointing = new Set(['moof', 'mfra', 'sidx', 'meta']);

async function copyRange(file: string, from: number, to: number, target: FileHandle): Promise<void> {
  if (from >= to) return;
  for await (const piece of createReadStream(file, { start: from, end: to - 1, highWaterMark: pieceBytes })) {
    await target.writeFile(piece as Buffer);
  }
}

/** The new index of the movie in `source`, and the place of the old one. */
async function newIndex(source: FileHandle, tags: Mp4Tags): Promise<{ old: Box; moov: Buffer; end: number }> {
  const boxes = await fileBoxes(source);
  const [old, ...others] = boxes.filter((box) => box.type === 'moov');
  if (boxes[0]?.type !== 'ftyp' || !old || others.length > 0) throw new Mp4Error('This is not a whole MP4.');
  if (boxes.some((box) => pointing.has(box.type))) throw new Mp4Error('The movie is in fragments.');
  const moov = withTags(await readBox(source, old), tags);
  // What lies behind the index moves with its length; what lies before it stays.
  shiftChunks(moov, old.end, moov.length - (old.end - old.start));
  return { old, moov, end: boxes.at(-1)?.end ?? old.end };
}

/**
 * Writes `target` (which is replaced) as a copy of `source` with these tags, and flushes it to the disk. Every box
 * but the index is copied byte for byte. Throws a Mp4Error for a file that tags cannot be written into, and what the
 * file system throws.
 */
export async function writeTagged(source: string, target: string, tags: Mp4Tags): Promise<void> {
  const input = await open(source, 'r');
  try {
    const { old, moov, end } = await newIndex(input, tags);
    const output = await open(target, 'w');
    try {
      await copyRange(source, 0, old.start, output);
      await output.writeFile(moov);
      await copyRange(source, old.end, end, output);
      await output.sync();
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
}

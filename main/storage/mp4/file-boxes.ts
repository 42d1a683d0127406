/** The outermost boxes of a file on the disk, read by their headers alone. */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { limits } from '../../../preload/contract/domain.ts';
import { longestHeaderBytes, Mp4Error, readHeader } from './boxes.ts';
import type { Box } from './boxes.ts';

const mostBoxes = 10_000;

/** Throws a Mp4Error where the file is cut off or is something else. */
export async function fileBoxes(handle: FileHandle): Promise<Box[]> {
  const { size: fileBytes } = await handle.stat();
  const header = Buffer.alloc(longestHeaderBytes);
  const boxes: Box[] = [];
  let at = 0;
  while (at < fileBytes) {
    const { bytesRead } = await handle.read(header, 0, longestHeaderBytes, at);
    const box = readHeader(header.subarray(0, bytesRead), at, fileBytes);
    boxes.push(box);
    if (boxes.length > mostBoxes) throw new Mp4Error('There are too many boxes.');
    at = box.end;
  }
  return boxes;
}

/** The bytes of a box. Throws a Mp4Error for one that is too large to be an index, or when the file shrank meanwhile. */
export async function readBox(handle: FileHandle, box: Box): Promise<Buffer> {
  const length = box.end - box.start;
  if (length > limits.moovBytes) throw new Mp4Error('The index is too large.');
  const data = Buffer.alloc(length);
  const { bytesRead } = await handle.read(data, 0, length, box.start);
  if (bytesRead < length) throw new Mp4Error('The file is cut off.');
  return data;
}

/** The index (`moov`) of a file, which holds its tags. Throws a Mp4Error when there is none. */
export async function readMoov(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const moov = (await fileBoxes(handle)).find((box) => box.type === 'moov');
    if (!moov) throw new Mp4Error('There is no index.');
    return await readBox(handle, moov);
  } finally {
    await handle.close();
  }
}

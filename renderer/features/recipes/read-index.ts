/** Reads a movie's index (the `moov` box) out of a file, without reading the rest of it. */
import { limits } from '../../../preload/contract/domain.ts';

/** More boxes at the outermost level than any movie has. */
const mostBoxes = 1000;
const headerBytes = 16;

/** The whole box with its header; null where there is none, or one that is too large to be an index. */
export async function readIndex(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  let at = 0;
  for (let count = 0; count < mostBoxes && at + 8 <= file.size; count += 1) {
    const head = new DataView(await file.slice(at, at + headerBytes).arrayBuffer());
    const type = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
    let size = head.getUint32(0);
    if (size === 1) {
      if (head.byteLength < headerBytes) return null;
      size = Number(head.getBigUint64(8));
    }
    // To the end of the file.
    if (size === 0) size = file.size - at;
    if (size < 8 || at + size > file.size) return null;
    if (type === 'moov') {
      if (size > limits.moovBytes) return null;
      return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    }
    at += size;
  }
  return null;
}

import { expect, test } from 'vitest';
import { readIndex } from './read-index.ts';

/** A box with its header; `size` is what the header says of it. */
function box(type: string, bytes: number, size = 8 + bytes): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(8 + bytes);
  new DataView(data.buffer).setUint32(0, size);
  data.set(new TextEncoder().encode(type), 4);
  return data;
}

/** The same with a size of eight bytes. */
function largeBox(type: string, bytes: number, size = 16 + bytes): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(16 + bytes);
  const view = new DataView(data.buffer);
  view.setUint32(0, 1);
  data.set(new TextEncoder().encode(type), 4);
  view.setBigUint64(8, BigInt(size));
  return data;
}

/** A file that counts the bytes that are asked of it. */
class CountingFile extends Blob {
  read = 0;

  override slice(from = 0, to = this.size): Blob {
    this.read += Math.min(to, this.size) - from;
    return super.slice(from, to);
  }
}

test.each([
  ['before the pictures', [box('ftyp', 16), box('moov', 100), box('mdat', 5_000_000)]],
  ['after them', [box('ftyp', 16), box('mdat', 5_000_000), box('moov', 100)]],
  ['after more than 4 GB by its header', [box('ftyp', 16), largeBox('mdat', 5_000_000), box('moov', 100)]],
  ['as the box that goes to the end', [box('ftyp', 16), box('mdat', 5_000_000), box('moov', 100, 0)]],
])('the index is found %s, and nothing else is read', async (_where, boxes) => {
  const file = new CountingFile(boxes);
  const index = await readIndex(file);
  expect(index?.byteLength).toBe(108);
  expect(String.fromCharCode(...(index?.slice(4, 8) ?? []))).toBe('moov');
  expect(file.read).toBeLessThan(300);
});

test.each([
  ['empty', []],
  ['no movie', [new TextEncoder().encode('<html><body>Not found</body></html>')]],
  ['cut off in its index', [box('ftyp', 16), box('moov', 100, 5000)]],
  ['cut off in a header', [box('ftyp', 16), largeBox('moov', 0).slice(0, 12)]],
  ['of boxes that lead backwards', [box('ftyp', 16, 4)]],
  ['of a box without end', [largeBox('mdat', 10, Number.MAX_SAFE_INTEGER), box('moov', 8)]],
  ['of boxes without number', [...Array.from({ length: 2000 }, () => box('free', 0)), box('moov', 8)]],
  ['an index that is larger than any', [box('moov', 17 * 1024 * 1024)]],
])('a file that is %s has none', async (_what, parts) => {
  const file = new CountingFile(parts);
  expect(await readIndex(file)).toBeNull();
  expect(file.read).toBeLessThan(20_000);
});

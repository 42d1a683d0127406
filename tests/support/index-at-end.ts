/** An MP4 whose index (`moov`) lies behind its pictures, as many cameras and recorders write it. */

interface Box {
  type: string;
  /** The whole box, its header included. */
  bytes: Buffer;
}

const headerBytes = 8;

function boxes(data: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at < data.length;) {
    const size = data.readUInt32BE(at);
    if (size < headerBytes) throw new Error('A box of this MP4 has a size that this helper cannot read.');
    found.push({ type: data.toString('latin1', at + 4, at + 8), bytes: data.subarray(at, at + size) });
    at += size;
  }
  return found;
}

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);

/** Adds `shift` to every chunk's place in the file, in `box` itself. */
function moveChunks({ type, bytes }: Box, shift: number): void {
  if (containers.has(type)) {
    for (const child of boxes(bytes.subarray(headerBytes))) moveChunks(child, shift);
    return;
  }
  const wide = type === 'co64';
  if (!wide && type !== 'stco') return;
  // Version and flags, then the count, then the offsets.
  const count = bytes.readUInt32BE(headerBytes + 4);
  const first = headerBytes + 8;
  for (let index = 0; index < count; index += 1) {
    if (wide) {
      const at = first + 8 * index;
      bytes.writeBigUInt64BE(bytes.readBigUInt64BE(at) + BigInt(shift), at);
    } else {
      const at = first + 4 * index;
      bytes.writeUInt32BE(bytes.readUInt32BE(at) + shift, at);
    }
  }
}

/**
 * The same video with its index behind its pictures. `gapBytes` of filling lie between the two, so that a player
 * that is given the file from its beginning only does not come upon the index by chance.
 */
export function withIndexAtEnd(mp4: Uint8Array, gapBytes = 0): Uint8Array {
  const all = boxes(Buffer.from(mp4));
  const index = all.find((box) => box.type === 'moov');
  if (index === undefined) throw new Error('This MP4 has no index.');
  const behindIndex = all.slice(all.indexOf(index) + 1);
  if (!behindIndex.some((box) => box.type === 'mdat')) throw new Error('The index is at the end already.');
  moveChunks(index, -index.bytes.length);
  const gap = Buffer.alloc(headerBytes + gapBytes);
  gap.writeUInt32BE(gap.length);
  gap.write('free', 4, 'latin1');
  const others = all.filter((box) => box !== index).map((box) => box.bytes);
  return Buffer.concat([...others, gap, index.bytes]);
}

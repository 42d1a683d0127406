/** Where a movie's index says that its pictures and sounds lie. */
import { boxesIn, childOf, Mp4Error, onlyBox } from './boxes.ts';
import type { Box } from './boxes.ts';

const largest32 = 0xffff_ffff;

/** The sample table of a track. */
function sampleTable(moov: Buffer, track: Box): Box | undefined {
  const mdia = childOf(moov, track, 'mdia');
  const minf = mdia && childOf(moov, mdia, 'minf');
  return minf && childOf(moov, minf, 'stbl');
}

function shiftTable(moov: Buffer, table: Box, from: number, shift: number): void {
  const wide = table.type === 'co64';
  const entryBytes = wide ? 8 : 4;
  const first = table.content + 8;
  if (first > table.end) throw new Mp4Error('A table of chunks is cut off.');
  const count = moov.readUInt32BE(table.content + 4);
  if (first + count * entryBytes > table.end) throw new Mp4Error('A table of chunks is cut off.');
  for (let index = 0; index < count; index += 1) {
    const at = first + index * entryBytes;
    const offset = wide ? Number(moov.readBigUInt64BE(at)) : moov.readUInt32BE(at);
    if (offset < from) continue;
    const next = offset + shift;
    if (next > (wide ? Number.MAX_SAFE_INTEGER : largest32))
      throw new Mp4Error('A chunk would lie beyond what its table can say.');
    if (wide) moov.writeBigUInt64BE(BigInt(next), at);
    else moov.writeUInt32BE(next, at);
  }
}

/**
 * Changes `moov` itself: every chunk that lies at `from` or behind it in the file moves by `shift` bytes. Throws a
 * Mp4Error when the index says places in other ways as well, which would then be wrong.
 */
export function shiftChunks(moov: Buffer, from: number, shift: number): void {
  const whole = onlyBox(moov, 'moov');
  for (const track of boxesIn(moov, whole.content, whole.end)) {
    if (track.type === 'mvex') throw new Mp4Error('The movie is in fragments.');
    if (track.type !== 'trak') continue;
    const table = sampleTable(moov, track);
    if (!table) continue;
    for (const box of boxesIn(moov, table.content, table.end)) {
      if (box.type === 'saio') throw new Mp4Error('The movie is encrypted.');
      if (box.type === 'stco' || box.type === 'co64') shiftTable(moov, box, from, shift);
    }
  }
}

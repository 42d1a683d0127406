/** An MP4 of any size that is whole: a sample, with bytes beside it that no player looks at. */
import { readFile } from 'node:fs/promises';

/** @param size of the whole file, in bytes */
export async function largeClip(size: number): Promise<Buffer> {
  const sample = await readFile('emulator/samples/landscape-720p-4s.mp4');
  const whole = Buffer.alloc(size, 0x5a);
  sample.copy(whole);
  whole.writeUInt32BE(size - sample.length, sample.length);
  whole.write('free', sample.length + 4, 'latin1');
  return whole;
}

/** Whether a file is a whole MP4, from its outermost boxes (ISO/IEC 14496-12). */
import { open } from 'node:fs/promises';
import { Mp4Error } from '../../storage/mp4/boxes.ts';
import { fileBoxes } from '../../storage/mp4/file-boxes.ts';

/** Reads only the boxes' headers; true when `ftyp` comes first, `moov` and `mdat` are there and nothing is cut off. */
export async function isWholeMp4(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const types = (await fileBoxes(handle)).map((box) => box.type);
    return types[0] === 'ftyp' && types.includes('moov') && types.includes('mdat');
  } catch (error) {
    if (error instanceof Mp4Error) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

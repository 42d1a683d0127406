/** Whether a file is a whole MP4, from its outermost boxes (ISO/IEC 14496-12). */
import { open } from 'node:fs/promises';

const headerBytes = 16;

/** Reads only the boxes' headers; true when `ftyp` comes first, `moov` and `mdat` are there and nothing is cut off. */
export async function isWholeMp4(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size: fileBytes } = await handle.stat();
    const header = Buffer.alloc(headerBytes);
    const seen: string[] = [];
    let at = 0;
    while (at < fileBytes) {
      const { bytesRead } = await handle.read(header, 0, headerBytes, at);
      if (bytesRead < 8) return false;
      const type = header.toString('latin1', 4, 8);
      let boxBytes = header.readUInt32BE(0);
      if (boxBytes === 0) boxBytes = fileBytes - at;
      else if (boxBytes === 1) {
        if (bytesRead < headerBytes) return false;
        boxBytes = Number(header.readBigUInt64BE(8));
      }
      if (boxBytes < 8 || at + boxBytes > fileBytes) return false;
      seen.push(type);
      at += boxBytes;
    }
    return seen[0] === 'ftyp' && seen.includes('moov') && seen.includes('mdat');
  } finally {
    await handle.close();
  }
}

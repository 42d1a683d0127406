import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { integrityOf } from './integrity.mjs';

/** Width and height of a PNG at a place of a file. */
function pngSize(file: Buffer, offset: number): [number, number] {
  expect(file.subarray(offset + 1, offset + 4).toString('latin1')).toBe('PNG');
  return [file.readUInt32BE(offset + 16), file.readUInt32BE(offset + 20)];
}

test('the icons are drawn from assets/icon.svg as it is now (`npm run icons`)', async () => {
  const [source, drawnFrom] = await Promise.all([
    readFile('assets/icon.svg'),
    readFile('build/icons.source', 'utf8'),
  ]);
  expect(drawnFrom.trim()).toBe(integrityOf(source));
});

test('Windows finds each size where the table says', async () => {
  const file = await readFile('build/icon.ico');
  const sizes = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const size = file.readUInt8(at) || 256;
    expect(pngSize(file, file.readUInt32LE(at + 12))).toEqual([size, size]);
    return size;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('macOS finds each size under its name', async () => {
  const file = await readFile('build/icon.icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    found[file.subarray(at, at + 4).toString('latin1')] = pngSize(file, at + 8)[0];
  }
  expect(found).toMatchObject({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 });
  expect(found).toMatchObject({ ic11: 32, ic12: 64, ic13: 256, ic14: 512 });
});

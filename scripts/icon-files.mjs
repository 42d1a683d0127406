// The two containers of icons, each a list of PNGs with a table in front.

/** Apple's names for its sizes in pixels; `ic11` and so on are the doubled ones of half the size. */
const APPLE = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];

/** Pixels of an edge of all that is drawn. */
export const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/**
 * @param {(size: number) => Buffer} png
 * @returns {Buffer} an `.icns`
 */
export function appleIcon(png) {
  const entries = APPLE.map(([name, size]) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(8 + png(size).length, 4);
    return Buffer.concat([head, png(size)]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + entries.reduce((sum, entry) => sum + entry.length, 0), 4);
  return Buffer.concat([head, ...entries]);
}

/**
 * @param {(size: number) => Buffer} png
 * @returns {Buffer} an `.ico`
 */
export function windowsIcon(png) {
  const head = Buffer.alloc(6 + 16 * WINDOWS.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(WINDOWS.length, 4);
  let offset = head.length;
  WINDOWS.forEach((size, index) => {
    const at = 6 + 16 * index;
    // 256 does not fit into a byte and is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png(size).length;
  });
  return Buffer.concat([head, ...WINDOWS.map(png)]);
}

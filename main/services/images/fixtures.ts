/** Pictures for the tests of images: 96 × 54 pixels each, made with ffmpeg's `testsrc2`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../tests/fixtures');

export type FixtureName =
  | 'still.png'
  | 'still.jpg'
  | 'still.gif'
  /** VP8 */
  | 'lossy.webp'
  /** VP8L */
  | 'lossless.webp'
  /** VP8X, with an alpha channel. */
  | 'extended.webp';

export function fixture(name: FixtureName): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, name)));
}

export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

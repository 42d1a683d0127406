/**
 * What an image is, read from its content: the name and the type that came with it are only claims. Understands
 * PNG, JPEG and WebP as far as is needed to know that the file is one, is whole, and how large its picture is.
 */
import type { ImageType } from '../../../preload/contract/domain.ts';

export type ImageVerdict =
  | { kind: 'image'; mimeType: ImageType; width: number; height: number }
  /** Begins like an image and then ends too soon or makes no sense. */
  | { kind: 'damaged'; mimeType: ImageType }
  | { kind: 'other' };

interface Size {
  width: number;
  height: number;
}

function startsWith(data: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, index) => data[at + index] === byte);
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Says what `data` is. Never throws. */
export function imageFacts(data: Uint8Array): ImageVerdict {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (startsWith(data, pngSignature)) return verdict('image/png', () => pngSize(data, view));
  if (startsWith(data, [0xff, 0xd8, 0xff])) return verdict('image/jpeg', () => jpegSize(data, view));
  if (startsWith(data, ascii('RIFF')) && startsWith(data, ascii('WEBP'), 8)) {
    return verdict('image/webp', () => webpSize(data, view));
  }
  return { kind: 'other' };
}

function verdict(mimeType: ImageType, read: () => Size | null): ImageVerdict {
  try {
    const size = read();
    if (size && size.width > 0 && size.height > 0) return { kind: 'image', mimeType, ...size };
  } catch (error) {
    // Reading past the end is how a truncated file shows itself.
    if (!(error instanceof RangeError)) throw error;
  }
  return { kind: 'damaged', mimeType };
}

/** Walks the chunks: a whole PNG ends with IEND. */
function pngSize(data: Uint8Array, view: DataView): Size | null {
  if (!startsWith(data, ascii('IHDR'), 12)) return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let at = pngSignature.length;
  let hasPixels = false;
  for (;;) {
    const length = view.getUint32(at);
    const next = at + 12 + length;
    if (next > data.byteLength) return null;
    if (startsWith(data, ascii('IDAT'), at + 4)) hasPixels = true;
    if (startsWith(data, ascii('IEND'), at + 4)) return hasPixels ? size : null;
    at = next;
  }
}

/** Frame headers (SOF): C0–CF but for the tables DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Walks the segments up to the picture's data; a whole JPEG has an end marker after it. */
function jpegSize(data: Uint8Array, view: DataView): Size | null {
  let size: Size | null = null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const next = at + 2 + view.getUint16(at + 2);
    if (next > data.byteLength) return null;
    if (marker === 0xda) return hasEndMarker(data, next) ? size : null;
    at = next;
  }
}

function hasEndMarker(data: Uint8Array, from: number): boolean {
  for (let at = data.byteLength - 2; at >= from; at -= 1) {
    if (data[at] === 0xff && data[at + 1] === 0xd9) return true;
  }
  return false;
}

function webpSize(data: Uint8Array, view: DataView): Size | null {
  if (view.getUint32(4, true) + 8 > data.byteLength) return null;
  if (startsWith(data, ascii('VP8X'), 12)) {
    const u24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: u24(24) + 1, height: u24(27) + 1 };
  }
  if (startsWith(data, ascii('VP8L'), 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (startsWith(data, ascii('VP8 '), 12)) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return null;
}

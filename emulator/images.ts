/** Where the emulator's images come from, and how large they are. */
import { crc32, deflateSync } from 'node:zlib';
import type { Frame } from './clips.ts';

export interface ImageRequest {
  prompt: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What is changed or combined: the last image of the conversation first, then those of the request. */
  images: Frame[];
  /** Another one for each request. */
  seed: number;
}

export interface ImageSource {
  /** One whole image. */
  image(request: ImageRequest): Promise<Frame>;
}

const sides: Record<string, number> = { '512': 512, '1K': 1024, '2K': 2048, '4K': 4096 };

/** Pixels: as many as a square of this size has, in steps of 16. */
export function imagePixels(aspectRatio: string, size: string): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(':').map(Number);
  const side = sides[size] ?? 1024;
  const step = (value: number) => Math.max(16, Math.round(value / 16) * 16);
  return { width: step(side * Math.sqrt(across / down)), height: step(side * Math.sqrt(down / across)) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A PNG in one colour with a lighter band, another one for each prompt: for clients and tests. */
export function samplePng(width: number, height: number, prompt: string, seed: number): Uint8Array {
  const hash = crc32(`${prompt} ${seed}`);
  const color = [40 + (hash & 127), 40 + ((hash >> 8) & 127), 60 + ((hash >> 16) & 127)];
  const rows = Array.from({ length: height }, (_, y) => {
    const light = Math.round((y / height) * 60);
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      for (const [channel, value] of color.entries()) row[1 + x * 3 + channel] = Math.min(255, value + light);
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const sampleImages: ImageSource = {
  image: ({ width, height, prompt, seed }) =>
    Promise.resolve({ mimeType: 'image/png', data: samplePng(width, height, prompt, seed) }),
};

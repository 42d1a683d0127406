/** Work for the hidden media window, which has the WebCodecs that main lacks. */
import { z } from 'zod';

/** Draw and encode a demo clip. */
export interface DemoClipJob {
  id: string;
  kind: 'demo-clip';
  /** Becomes the caption. */
  prompt: string;
  /** Pixels. */
  width: number;
  height: number;
  durationSeconds: number;
  framesPerSecond: number;
  /** The user's own first frame, which the clip then visibly moves; null for text to video. */
  image: { mimeType: string; data: Uint8Array } | null;
}

/** Draw a demo image. */
export interface DemoImageJob {
  id: string;
  kind: 'demo-image';
  prompt: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What is changed or combined; empty for one of the prompt alone. */
  images: { mimeType: string; data: Uint8Array }[];
  /** Tells two images of one prompt apart. */
  seed: number;
}

/** Take a still out of a clip, or a small copy of an image. */
export interface PosterJob {
  id: string;
  kind: 'poster';
  /** `media://clip/<operation id>` */
  url: string;
}

export type MediaJob = DemoClipJob | DemoImageJob | PosterJob;

const bytes = z.instanceof(Uint8Array);

export const mediaResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('demo-clip'), data: bytes, codec: z.enum(['avc', 'vp9']) }),
  /** JPEG. */
  z.strictObject({ kind: z.literal('demo-image'), data: bytes }),
  z.strictObject({
    kind: z.literal('poster'),
    /** JPEG, at most 640 pixels on its longer side. */
    data: bytes,
    /** Of the clip, in pixels. */
    width: z.int().positive(),
    height: z.int().positive(),
    /** 0 for an image. */
    durationSeconds: z.number().min(0),
  }),
  z.strictObject({ kind: z.literal('failed'), message: z.string().max(2000) }),
]);

export type MediaResult = z.infer<typeof mediaResultSchema>;

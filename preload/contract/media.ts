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

/** Take a still out of a clip. */
export interface PosterJob {
  id: string;
  kind: 'poster';
  /** `media://clip/<operation id>` */
  url: string;
}

export type MediaJob = DemoClipJob | PosterJob;

const bytes = z.instanceof(Uint8Array);

export const mediaResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('demo-clip'), data: bytes, codec: z.enum(['avc', 'vp9']) }),
  z.strictObject({
    kind: z.literal('poster'),
    /** JPEG, at most 640 pixels on its longer side. */
    data: bytes,
    /** Of the clip, in pixels. */
    width: z.int().positive(),
    height: z.int().positive(),
    durationSeconds: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal('failed'), message: z.string().max(2000) }),
]);

export type MediaResult = z.infer<typeof mediaResultSchema>;

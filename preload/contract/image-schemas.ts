/** What the calls of `window.zoetrope.images` take. */
import { z } from 'zod';
import { imageTypes, limits } from './domain.ts';
import { imageAspectRatios, imageSizes } from './mediums.ts';
import { imageLimits } from './images.ts';

const id = z.string().min(1).max(100);

const inputImage = z.strictObject({
  /** Never used as a path. */
  name: z.string().min(1).max(255),
  mimeType: z.enum(imageTypes),
  data: z
    .instanceof(Uint8Array)
    .refine((data) => data.byteLength > 0, 'The image is empty')
    .refine((data) => data.byteLength <= limits.imageBytes, 'The image is over 20 MB'),
});

export const generateImagesSchema = z.strictObject({
  prompt: z.string().trim().min(1).max(limits.promptCharacters),
  aspectRatio: z.enum(imageAspectRatios).default('16:9'),
  size: z.enum(imageSizes).default('1K'),
  model: id.optional(),
  sessionId: id.optional(),
  /** Each take is an operation of its own, at its own price. */
  takes: z.int().min(1).max(imageLimits.takes).default(1),
  /** What is edited or combined. */
  images: z.array(inputImage).max(imageLimits.inputs).default([]),
  /** The image that the conversation goes on from. */
  refineOperationId: id.optional(),
});

/** The four endpoints of the original HTTP system, name for name and field for field. */
import { z } from 'zod';
import { aspectRatios, durations, imageTypes, limits, resolutions } from './domain.ts';
import type { AspectRatio, Duration, Phase, Resolution, Status } from './domain.ts';
import type { AppError } from './result.ts';

/** The name of an image as the file system gave it; never used as a path. */
const fileName = z.string().min(1).max(255);

const imageFileSchema = z.strictObject({
  name: fileName,
  mime_type: z.enum(imageTypes),
  /** The file's bytes, sent to the service unchanged. */
  data: z
    .instanceof(Uint8Array)
    .refine((data) => data.byteLength > 0, 'The image is empty')
    .refine((data) => data.byteLength <= limits.imageBytes, 'The image is over 20 MB'),
});

export const generateSchema = z.strictObject({
  prompt: z.string().trim().min(1).max(limits.promptCharacters),
  aspect_ratio: z.enum(aspectRatios).default('16:9'),
  resolution: z.enum(resolutions).default('720p'),
  duration: z.enum(durations).default('8'),
  negative_prompt: z.string().trim().max(limits.negativePromptCharacters).optional(),
  session_id: z.string().min(1).max(100).optional(),
  model: z.string().min(1).max(100).optional(),
});

export const generateWithImageSchema = generateSchema.extend({ image_file: imageFileSchema });

export const statusSchema = z.strictObject({ operation_id: z.string().min(1).max(100) });

export type GenerateRequest = z.input<typeof generateSchema>;
export type GenerateWithImageRequest = z.input<typeof generateWithImageSchema>;

export interface Started {
  operation_id: string;
  status: 'pending';
}

export interface OperationStatus {
  operation_id: string;
  status: Status;
  /** Whole seconds since the request was made; stops when the operation ends. */
  elapsed_seconds: number;
  phase: Phase;
  /** `media://clip/<operation id>`, once completed. */
  video_url?: string;
  error?: AppError;
}

export interface OperationRecord extends OperationStatus {
  request: {
    prompt: string;
    aspect_ratio: AspectRatio;
    resolution: Resolution;
    duration: Duration;
    model: string;
    negative_prompt?: string;
    session_id?: string;
    /** The image's name, where there was one. */
    image_name?: string;
  };
  /** ISO 8601, UTC. */
  created_at: string;
}

export interface OperationList {
  /** Newest first, the newest 1,000; `zoetrope.operations.list` goes through all of them. */
  operations: OperationRecord[];
}

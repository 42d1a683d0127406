/** The four endpoints of the original HTTP system, name for name and field for field. */
import { z } from 'zod';
import { aspectRatios, durations, imageTypes, limits, resolutions } from './domain.ts';
import type { AspectRatio, Duration, Phase, Resolution, Status } from './domain.ts';
import { personGenerations, requestLimits } from './modes.ts';
import type { PersonGeneration } from './modes.ts';
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

const operationId = z.string().min(1).max(100);

const requestSchema = z.strictObject({
  /** What is to be seen and heard. */
  prompt: z.string().trim().min(1).max(limits.promptCharacters),
  /** Wide or upright. */
  aspect_ratio: z.enum(aspectRatios).default('16:9'),
  /** Which ones a model makes, its table says. */
  resolution: z.enum(resolutions).default('720p'),
  /** Seconds, as text. Which ones a model makes, its table says. */
  duration: z.enum(durations).default('8'),
  /** What is not to be seen. */
  negative_prompt: z.string().trim().max(limits.negativePromptCharacters).optional(),
  /** Where the clip is kept; default: the session that is open. */
  session_id: z.string().min(1).max(100).optional(),
  /** An id of the tables below; default: the best one that the key has, or the user’s choice. */
  model: z.string().min(1).max(100).optional(),
  /** Where the clip ends; only beside `image_file`. The same image in both makes a loop. */
  last_frame_file: imageFileSchema.optional(),
  /** What is to appear in the clip. */
  reference_images: z.array(imageFileSchema).min(1).max(requestLimits.referenceImages).optional(),
  /** The operation whose clip goes on. */
  extend_operation_id: operationId.optional(),
  /** The operation whose clip is changed. */
  edit_operation_id: operationId.optional(),
  /** Which people may be in it; what is possible depends on model and mode. */
  person_generation: z.enum(personGenerations).optional(),
  /** For similar results where the model takes one; with several takes each has the next one. */
  seed: z.int().min(0).max(requestLimits.seed).optional(),
  /** False makes it silent, where the model can. */
  generate_audio: z.boolean().optional(),
  /** How often it is made; each take is an operation of its own, at its own price. */
  takes: z.int().min(1).max(requestLimits.takes).optional(),
});

/** A clip begins with one of these, or with the prompt alone. */
const beginnings = ['image_file', 'reference_images', 'extend_operation_id', 'edit_operation_id'] as const;

/** Complains of the fields that do not go together. */
function checkBeginning(request: object, context: z.RefinementCtx): void {
  const given = beginnings.filter((name) => Reflect.get(request, name) !== undefined);
  const complain = (name: string) => {
    context.addIssue({ code: 'custom', path: [name], message: 'Does not go with the rest' });
  };
  for (const name of given.slice(1)) complain(name);
  const hasLastFrame = Reflect.get(request, 'last_frame_file') !== undefined;
  if (hasLastFrame && given[0] !== 'image_file') complain('last_frame_file');
}

export const generateSchema = requestSchema.superRefine(checkBeginning);

export const generateWithImageSchema = requestSchema
  .extend({
    /** Where the clip begins. */
    image_file: imageFileSchema,
  })
  .superRefine(checkBeginning);

export const statusSchema = z.strictObject({ operation_id: operationId });

export type GenerateRequest = z.input<typeof generateSchema>;
export type GenerateWithImageRequest = z.input<typeof generateWithImageSchema>;

export interface Started {
  /** The first one, where there are several takes. */
  operation_id: string;
  status: 'pending';
  /** All of them, where there are several takes. */
  operation_ids?: string[];
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
    last_frame_name?: string;
    reference_names?: string[];
    /** The clip that it was made of; it may be gone. */
    extend_operation_id?: string;
    edit_operation_id?: string;
    person_generation?: PersonGeneration;
    seed?: number;
    /** Only where it is silent. */
    generate_audio?: false;
    /** The same for all takes of one request. */
    group_id?: string;
    take?: number;
    takes?: number;
  };
  /** ISO 8601, UTC. */
  created_at: string;
}

export interface OperationList {
  /** Newest first, the newest 1,000; `zoetrope.operations.list` goes through all of them. */
  operations: OperationRecord[];
}

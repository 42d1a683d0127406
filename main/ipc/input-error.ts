/** What is wrong with a request, in words: the schema's complaints turned into the contract's codes. */
import type { z } from 'zod';
import { aspectRatios, limits, resolutions } from '../../preload/contract/domain.ts';
import type { ErrorCode } from '../../preload/contract/error-codes.ts';
import type { AppError } from '../../preload/contract/result.ts';
import { personGenerations, requestLimits } from '../../preload/contract/modes.ts';
import { either } from '../../preload/contract/rule-words.ts';

const number = new Intl.NumberFormat('en');
/** `"16:9" or "9:16"` */
const quoted = (values: readonly string[]) => either(values.map((value) => `"${value}"`));

function lengthOf(input: unknown, field: string): number {
  if (typeof input !== 'object' || input === null) return 0;
  const value: unknown = Object.entries(input).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value.trim().length : 0;
}

function promptMessage(input: unknown): string {
  const length = lengthOf(input, 'prompt');
  return length > limits.promptCharacters
    ? `The prompt has ${number.format(length)} characters; the limit is ${number.format(limits.promptCharacters)}. Shorten it.`
    : 'The prompt is empty. Write what the clip should show.';
}

/** What stands at `path` of an input that may be anything. */
function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    input,
  );
}

/** The path of the image that a schema complains of: `image_file`, or one of `reference_images`. */
function imagePath(error: z.ZodError, field: string): PropertyKey[] {
  const path = error.issues.find((issue) => issue.path[0] === field)?.path ?? [field];
  return path.slice(0, typeof path[1] === 'number' ? 2 : 1);
}

/** `which` is a file of the user's, `what` what it was to be. */
function imageMessage(field: string, which: string, what = which) {
  return (error: z.ZodError, input: unknown): string => {
    const data = at(input, [...imagePath(error, field), 'data']);
    if (data instanceof Uint8Array && data.byteLength === 0) {
      return `This ${which} is empty. Choose a PNG, JPEG or WebP image.`;
    }
    if (data instanceof Uint8Array && data.byteLength > limits.imageBytes) {
      return `This ${which} is over 20 MB. Choose a smaller one, or save it with more compression.`;
    }
    return error.issues.some((issue) => issue.path[0] === field && issue.path.at(-1) === 'mime_type')
      ? `This ${which} is not a PNG, JPEG or WebP image. Choose another one.`
      : `This ${what} cannot be used. Choose a PNG, JPEG or WebP file.`;
  };
}

function referencesMessage(error: z.ZodError, input: unknown): string {
  const list = at(input, ['reference_images']);
  const isOne = imagePath(error, 'reference_images').length > 1;
  return !isOne || !Array.isArray(list)
    ? `Give 1 to ${requestLimits.referenceImages} reference images, as the model has it.`
    : imageMessage('reference_images', 'reference image')(error, input);
}

const togetherNames: Record<string, string> = {
  reference_images: 'Reference images do not go with a first frame',
  extend_operation_id: 'A clip is extended without images',
  edit_operation_id: 'A clip is changed by the prompt alone, and not extended at the same time',
};

/** The fields are good, but not beside each other. */
function togetherMessage(names: readonly string[]): string | null {
  if (names.includes('last_frame_file')) {
    return 'A last frame needs a first frame. Add one, or take the last frame out.';
  }
  const words = names.map((name) => togetherNames[name]).find((each) => each !== undefined);
  return words === undefined ? null : `${words}. Take one of the two out.`;
}

const fields: Record<string, { code: ErrorCode; message: (error: z.ZodError, input: unknown) => string }> = {
  prompt: { code: 'invalid_prompt', message: (_error, input) => promptMessage(input) },
  negative_prompt: {
    code: 'invalid_negative_prompt',
    message: () =>
      `The negative prompt must be text of at most ${number.format(limits.negativePromptCharacters)} characters. Shorten it.`,
  },
  aspect_ratio: {
    code: 'invalid_aspect_ratio',
    message: () => `Invalid aspect_ratio. Use ${quoted(aspectRatios)}.`,
  },
  resolution: {
    code: 'invalid_resolution',
    message: () => `Invalid resolution. Use ${quoted(resolutions)}, as the model has it.`,
  },
  duration: {
    code: 'invalid_duration',
    message: () => 'Invalid duration. Use whole seconds from "3" to "15", as the model has it.',
  },
  model: { code: 'invalid_model', message: () => 'This model is not known. Choose one of the list.' },
  image_file: { code: 'invalid_image', message: imageMessage('image_file', 'file', 'image') },
  last_frame_file: { code: 'invalid_image', message: imageMessage('last_frame_file', 'last frame') },
  reference_images: { code: 'invalid_image', message: referencesMessage },
  extend_operation_id: {
    code: 'operation_not_found',
    message: () => 'Operation not found: there is no such clip to extend. Choose one of the gallery.',
  },
  edit_operation_id: {
    code: 'operation_not_found',
    message: () => 'Operation not found: there is no such clip to change. Choose one of the gallery.',
  },
  person_generation: {
    code: 'invalid_request',
    message: () => `Invalid person_generation. Use ${quoted(personGenerations)}, as the model has it.`,
  },
  seed: {
    code: 'invalid_request',
    message: () => `Invalid seed. Use a whole number from 0 to ${number.format(requestLimits.seed)}.`,
  },
  generate_audio: {
    code: 'invalid_request',
    message: () => 'Invalid generate_audio. Use true, or false for a silent clip.',
  },
  takes: {
    code: 'invalid_request',
    message: () => `Invalid takes. Use a whole number from 1 to ${requestLimits.takes}.`,
  },
};

/** The names of the fields that a schema complains of; unknown ones among them. */
function namesOf(error: z.ZodError): string[] {
  const names = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].map(String).join('.'))
      : issue.path[0] === undefined
        ? []
        : [String(issue.path[0])],
  );
  return [...new Set(names)];
}

/** The error for an input that its schema refuses. Quotes no values: one of them may be a key. */
export function inputError(error: z.ZodError, input: unknown): AppError {
  const names = namesOf(error);
  const details = { fields: names, charged: false };
  const unknownKeys = error.issues.some((issue) => issue.code === 'unrecognized_keys');
  const known = unknownKeys
    ? undefined
    : names.map((name) => fields[name]).find((field) => field !== undefined);
  const together = error.issues.every(({ code, path }) => code === 'custom' && path.length === 1)
    ? togetherMessage(names)
    : null;
  if (together !== null) {
    return { code: 'invalid_request', message: `${together} Nothing was sent.`, retryable: false, details };
  }
  if (known) return { code: known.code, message: known.message(error, input), retryable: false, details };
  return {
    code: 'invalid_request',
    message:
      names.length > 0
        ? `Nothing was sent: these fields are not understood: ${names.map((name) => name.slice(0, 40)).join(', ')}.`
        : 'Nothing was sent: the request is not understood.',
    retryable: false,
    details,
  };
}

/** What is wrong with a request, in words: the schema's complaints turned into the contract's codes. */
import type { z } from 'zod';
import { aspectRatios, limits, resolutions } from '../../preload/contract/domain.ts';
import type { ErrorCode } from '../../preload/contract/error-codes.ts';
import type { AppError } from '../../preload/contract/result.ts';
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

function imageMessage(error: z.ZodError, input: unknown): string {
  const data = (input as { image_file?: { data?: unknown } } | undefined)?.image_file?.data;
  if (data instanceof Uint8Array && data.byteLength === 0) {
    return 'This file is empty. Choose a PNG, JPEG or WebP image.';
  }
  if (data instanceof Uint8Array && data.byteLength > limits.imageBytes) {
    return 'This image is over 20 MB. Choose a smaller one, or save it with more compression.';
  }
  return error.issues.some((issue) => issue.path.at(-1) === 'mime_type')
    ? 'This file is not a PNG, JPEG or WebP image. Choose another one.'
    : 'This image cannot be used. Choose a PNG, JPEG or WebP file.';
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
  image_file: { code: 'invalid_image', message: imageMessage },
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

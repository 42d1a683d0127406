/**
 * Reads the body of `:predictLongRunning` and refuses what the service refuses. Rules: Google's documentation of
 * Veo 3.1; wording of the messages as clients have reported it, and in the same manner where nobody has.
 */
import { invalidArgument } from './answers.ts';
import type { GenerationRequest } from './operations.ts';

export const veoModels = [
  'veo-3.1-generate-preview',
  'veo-3.1-fast-generate-preview',
  'veo-3.1-lite-generate-preview',
] as const;

const maxPromptTokens = 1024;
const maxReferenceImages = 3;
/** Input of an extension, and what it adds. */
const maxExtendedSeconds = 141;
const extensionSeconds = 7;

const sizes = { '720p': [1280, 720], '1080p': [1920, 1080], '4k': [3840, 2160] } as const;

type Fields = Record<string, unknown>;

/** Looks up how long the video behind a file URI is, in seconds; null when there is no such file (any more). */
type VideoLength = (uri: string) => number | null;

/** A combination of settings that the model does not have. */
export const unsupported = () =>
  invalidArgument(
    'Your use case is currently not supported. Please refer to Gemini API documentation for current model offering.',
  );

export const malformedJson = () =>
  invalidArgument('Invalid JSON payload received. Unable to parse the request body.');

/** @throws ServiceError 400 INVALID_ARGUMENT */
export function parseVeoRequest(body: unknown, model: string, videoLength: VideoLength): GenerationRequest {
  if (!isFields(body)) throw malformedJson();
  refuseUnknownNames(body);
  const instance = onlyInstance(body['instances']);
  const parameters = fieldsOrEmpty(body['parameters'], 'parameters');

  const aspectRatio = oneOf(parameters, 'aspectRatio', ['16:9', '9:16'] as const, '16:9');
  const resolution = oneOf(parameters, 'resolution', ['720p', '1080p', '4k'] as const, '720p');
  const durationSeconds = readDuration(parameters['durationSeconds']);
  const negativePrompt = textOrNull(parameters['negativePrompt'], 'negativePrompt');
  const person = oneOf(
    parameters,
    'personGeneration',
    ['allow_all', 'allow_adult', 'dont_allow'] as const,
    null,
  );
  for (const name of ['sampleCount', 'numberOfVideos']) oneVideoOnly(parameters[name], name);

  const image = readImage(instance['image'], 'image');
  const lastFrame = readImage(instance['lastFrame'], 'lastFrame');
  const references = readReferences(instance['referenceImages']);
  const extended = readVideo(instance['video'], videoLength);
  const prompt = textOrNull(instance['prompt'], 'prompt') ?? '';

  // The SDK documents the prompt as optional beside an image.
  if (prompt.trim() === '' && image === null && extended === null) {
    throw invalidArgument('The request must contain a `prompt`.');
  }
  refuseLongPrompt(prompt);
  if (image !== null && person === 'allow_all') throw notAValue('personGeneration', 'allow_all');
  if (lastFrame !== null && image === null) throw unsupported();
  const lite = model.includes('-lite-');
  if (lite && (resolution === '4k' || references > 0 || extended !== null)) throw unsupported();
  if (extended !== null && (resolution !== '720p' || image !== null || references > 0)) throw unsupported();
  const needsEight = resolution !== '720p' || references > 0 || extended !== null;
  if (needsEight && durationSeconds !== 8) throw unsupported();

  const [long, short] = sizes[resolution];
  const [width, height] = aspectRatio === '16:9' ? [long, short] : [short, long];
  const seconds = extended === null ? durationSeconds : extended + extensionSeconds;
  return { prompt, negativePrompt, aspectRatio, resolution, width, height, durationSeconds: seconds, image };
}

/** The prompt of a body that may be anything, for the faults that a prompt can ask for. */
export function promptOf(body: unknown): string {
  const instances = isFields(body) ? body['instances'] : undefined;
  const first: unknown = Array.isArray(instances) ? instances[0] : undefined;
  const prompt = isFields(first) ? first['prompt'] : undefined;
  return typeof prompt === 'string' ? prompt : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOrEmpty(value: unknown, name: string): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw invalidArgument(`\`${name}\` needs to be an object.`);
  return value;
}

/** The message is a protocol buffer with these two fields only; what is inside them is judged by the model. */
function refuseUnknownNames(body: Fields): void {
  const violations = Object.keys(body)
    .filter((name) => name !== 'instances' && name !== 'parameters')
    .map((name) => ({
      description: `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`,
    }));
  const first = violations[0];
  if (first === undefined) return;
  throw invalidArgument(first.description, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

function onlyInstance(instances: unknown): Fields {
  const list: unknown[] = Array.isArray(instances) ? instances : [];
  const instance = list[0];
  if (list.length !== 1 || !isFields(instance)) {
    throw invalidArgument('`instances` needs to contain exactly one instance.');
  }
  return instance;
}

function notAValue(name: string, value: unknown) {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return invalidArgument(
    `\`${name}\` does not support \`${shown.slice(0, 100)}\` as a valid value. Please refer to the Gemini API documentation for supported usage.`,
  );
}

function oneOf<T extends string, D extends T | null>(
  fields: Fields,
  name: string,
  allowed: readonly T[],
  otherwise: D,
): T | D {
  const value = fields[name];
  if (value === undefined || value === null) return otherwise;
  const found = typeof value === 'string' ? allowed.find((each) => each === value.toLowerCase()) : undefined;
  if (found === undefined) throw notAValue(name, value);
  return found;
}

function textOrNull(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string')
    throw invalidArgument(`The value type for \`${name}\` needs to be a string.`);
  return value;
}

/** The SDKs send numbers, the documentation writes strings. */
function readNumber(value: unknown, name: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw invalidArgument(`The value type for \`${name}\` needs to be a number.`);
  }
  return number;
}

function outOfBound(name: string, from: number, to: number) {
  return invalidArgument(
    `The number value for \`${name}\` is out of bound. Please provide a value between ${from} and ${to}, inclusive.`,
  );
}

function readDuration(value: unknown): number {
  if (value === undefined || value === null) return 8;
  const seconds = readNumber(value, 'durationSeconds');
  // 5 and 7 get the same answer from the service, although they lie between 4 and 8.
  if (![4, 6, 8].includes(seconds)) throw outOfBound('durationSeconds', 4, 8);
  return seconds;
}

function oneVideoOnly(value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (readNumber(value, name) !== 1) throw outOfBound(name, 1, 1);
}

/** Only what is certainly too long is refused: a token is never longer than a word between two spaces. */
function refuseLongPrompt(prompt: string): void {
  const words = prompt.split(/\s+/).filter((word) => word !== '').length;
  if (words > maxPromptTokens) {
    throw invalidArgument(
      `The input token count (${words}) exceeds the maximum number of tokens allowed (${maxPromptTokens}).`,
    );
  }
}

/** `{bytesBase64Encoded, mimeType}`, or `{inlineData: {data, mimeType}}` as some clients send it. */
function readImage(value: unknown, where: string): GenerationRequest['image'] {
  if (value === undefined || value === null) return null;
  const outer = fieldsOrEmpty(value, where);
  const inline = outer['inlineData'] ?? outer['inline_data'];
  const fields = inline === undefined ? outer : fieldsOrEmpty(inline, `${where}.inlineData`);
  const encoded = inline === undefined ? fields['bytesBase64Encoded'] : fields['data'];
  const mimeType = fields['mimeType'] ?? fields['mime_type'];
  if (typeof encoded !== 'string' || encoded === '' || typeof mimeType !== 'string' || mimeType === '') {
    throw invalidArgument(
      `Input instance with \`${where}\` should contain both \`bytesBase64Encoded\` and \`mimeType\`.`,
    );
  }
  if (!/^image\/(png|jpe?g|webp|heic|heif)$/i.test(mimeType)) {
    throw invalidArgument(`Unsupported MIME type: ${mimeType.slice(0, 100)}`);
  }
  return { mimeType: mimeType.toLowerCase(), data: decodeBase64(encoded, where) };
}

/** Node's decoder skips over whatever is not base64, so the text is looked at first. */
function decodeBase64(encoded: string, where: string): Uint8Array {
  const body = encoded.replace(/={1,2}$/, '');
  const padded = body.length !== encoded.length;
  const good =
    /^[A-Za-z0-9+/_-]+$/.test(body) && body.length % 4 !== 1 && (!padded || encoded.length % 4 === 0);
  if (!good) {
    throw invalidArgument(
      `Invalid value at 'instances[0].${where}' (TYPE_BYTES), Base64 decoding failed for "${encoded.slice(0, 40)}"`,
    );
  }
  return Buffer.from(body, 'base64');
}

function readReferences(value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (!Array.isArray(value)) throw invalidArgument('`referenceImages` needs to be a list.');
  const list: unknown[] = value;
  if (list.length > maxReferenceImages) throw outOfBound('referenceImages', 1, maxReferenceImages);
  for (const each of list) {
    const reference = fieldsOrEmpty(each, 'referenceImages');
    oneOf(reference, 'referenceType', ['asset', 'style'] as const, null);
    if (readImage(reference['image'], 'referenceImages.image') === null) {
      throw invalidArgument('Each entry of `referenceImages` needs an `image`.');
    }
  }
  return list.length;
}

/** Length in seconds of the video that is to be extended; null when nothing is. */
function readVideo(value: unknown, videoLength: VideoLength): number | null {
  if (value === undefined || value === null) return null;
  const uri = fieldsOrEmpty(value, 'video')['uri'];
  if (typeof uri !== 'string') throw invalidArgument('`video` needs a `uri` of a video that Veo made.');
  const seconds = videoLength(uri);
  if (seconds === null)
    throw invalidArgument('The video to extend was not found, or it is older than 2 days.');
  if (seconds > maxExtendedSeconds) throw outOfBound('video', 1, maxExtendedSeconds);
  return seconds;
}

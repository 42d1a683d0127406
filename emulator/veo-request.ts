/**
 * The rules of Veo 3.1, for both services that have it. Source: Google's documentation of Veo 3.1.
 */
import { invalidArgument } from './answers.ts';
import type { Frame } from './clips.ts';
import type { GenerationRequest, Operation } from './operation-record.ts';
import type { Fields } from './veo-fields.ts';
import {
  fieldsOrEmpty,
  flagOr,
  isFields,
  malformedJson,
  notAValue,
  oneOf,
  onlyInstance,
  outOfBound,
  readDuration,
  refuseUnknownNames,
  textOrNull,
  unsupported,
  wholeOrNull,
} from './veo-fields.ts';

const maxPromptTokens = 1024;
const maxReferenceImages = 3;
/** Input of an extension, and what it adds. */
const maxExtendedSeconds = 141;
const extensionSeconds = 7;
const maxExtensions = 20;
const maxSeed = 2 ** 32 - 1;

const sizes = { '720p': [1280, 720], '1080p': [1920, 1080], '4k': [3840, 2160] } as const;

/** The clip that is to be extended; the operation is null for one that came with the request. */
export interface ExtendedClip {
  operation: Operation | null;
  durationSeconds: number;
}

/** What differs between the services. */
export interface VeoRules {
  model: string;
  /** The most videos of one request. */
  maxSamples: number;
  /** Whether only adults may be asked for. */
  adultsOnly: boolean;
  /** Whether the service takes `allow_all` with images, and `dont_allow`. */
  anyPerson: boolean;
  /** Reads `image`, wherever one can stand. */
  image: (value: unknown, where: string) => Frame | null;
  /** @throws ServiceError when the video is not one that can be extended */
  video: (fields: Fields) => ExtendedClip;
}

export interface VeoRequest {
  request: GenerationRequest;
  samples: number;
  extensions: number;
  /** What was extended; null when nothing was. */
  extended: Operation | null;
  /** The parameters, for those that only one service has. */
  parameters: Fields;
}

/** @throws ServiceError 400 INVALID_ARGUMENT */
export function parseVeoRequest(body: unknown, rules: VeoRules): VeoRequest {
  if (!isFields(body)) throw malformedJson();
  refuseUnknownNames(body);
  const instance = onlyInstance(body['instances']);
  const parameters = fieldsOrEmpty(body['parameters'], 'parameters');

  const resolution = oneOf(parameters, 'resolution', ['720p', '1080p', '4k'] as const, '720p');
  const durationSeconds = readDuration(parameters['durationSeconds']);
  const negativePrompt = textOrNull(parameters['negativePrompt'], 'negativePrompt');
  const samples = readSamples(parameters, rules.maxSamples);
  wholeOrNull(parameters, 'seed', 0, maxSeed);
  const sound = flagOr(parameters['generateAudio'], 'generateAudio', true);

  const image = rules.image(instance['image'], 'image');
  const lastFrame = rules.image(instance['lastFrame'], 'lastFrame');
  const references = readReferences(instance['referenceImages'], rules);
  const extended = readVideo(instance['video'], rules);
  const prompt = textOrNull(instance['prompt'], 'prompt') ?? '';
  const aspectRatio = oneOf(
    parameters,
    'aspectRatio',
    ['16:9', '9:16'] as const,
    extended?.operation?.request.aspectRatio ?? '16:9',
  );

  // The SDK documents the prompt as optional beside an image.
  if (prompt.trim() === '' && image === null && extended === null) {
    throw invalidArgument('The request must contain a `prompt`.');
  }
  refuseLongPrompt(prompt);
  const withImages = image !== null || lastFrame !== null || references.length > 0;
  checkPerson(parameters, withImages, rules);
  if (lastFrame !== null && image === null) throw unsupported();
  if (references.length > 0 && image !== null) throw unsupported();
  const lite = rules.model.includes('-lite-');
  if (lite && (resolution === '4k' || references.length > 0 || extended !== null)) throw unsupported();
  if (extended !== null && (resolution !== '720p' || withImages)) throw unsupported();
  const needsEight = resolution !== '720p' || references.length > 0 || extended !== null;
  if (needsEight && durationSeconds !== 8) throw unsupported();

  const [long, short] = sizes[resolution];
  const [width, height] = aspectRatio === '16:9' ? [long, short] : [short, long];
  return {
    request: {
      ...{ prompt, negativePrompt, aspectRatio, resolution, width, height, sound },
      ...{ image, lastFrame, references },
      durationSeconds: extended === null ? durationSeconds : extended.durationSeconds + extensionSeconds,
      source: extended === null ? null : { operationId: extended.operation?.id ?? null, task: 'extend' },
    },
    ...{ samples, parameters },
    extended: extended?.operation ?? null,
    extensions: extended === null ? 0 : (extended.operation?.extensions ?? 0) + 1,
  };
}

/** Clients say it under either name. */
function readSamples(parameters: Fields, most: number): number {
  const counts = ['sampleCount', 'numberOfVideos'].map((name) => wholeOrNull(parameters, name, 1, most));
  return Math.max(1, ...counts.map((count) => count ?? 1));
}

/**
 * `allow_all` is for text and extensions, `allow_adult` for images; where only adults may be asked for, `allow_adult`
 * it is. That text takes `allow_adult` elsewhere too is not documented, but clients send it and get clips.
 */
function checkPerson(parameters: Fields, withImages: boolean, { adultsOnly, anyPerson }: VeoRules): void {
  const values = ['allow_all', 'allow_adult', 'dont_allow'] as const;
  const person = oneOf(parameters, 'personGeneration', values, null);
  if (person === 'allow_all' && (adultsOnly || (withImages && !anyPerson))) {
    throw notAValue('personGeneration', person);
  }
  if (person === 'dont_allow' && !anyPerson) throw notAValue('personGeneration', person);
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

function readReferences(value: unknown, { image }: VeoRules): Frame[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidArgument('`referenceImages` needs to be a list.');
  const list: unknown[] = value;
  if (list.length > maxReferenceImages) throw outOfBound('referenceImages', 1, maxReferenceImages);
  return list.map((each) => {
    const reference = fieldsOrEmpty(each, 'referenceImages');
    oneOf(reference, 'referenceType', ['asset', 'style'] as const, null);
    const frame = image(reference['image'], 'referenceImages.image');
    if (frame === null) throw invalidArgument('Each entry of `referenceImages` needs an `image`.');
    return frame;
  });
}

function readVideo(value: unknown, rules: VeoRules): ExtendedClip | null {
  if (value === undefined || value === null) return null;
  const clip = rules.video(fieldsOrEmpty(value, 'video'));
  if (clip.operation !== null && clip.operation.request.resolution !== '720p') {
    throw invalidArgument('The input video must be in 720p resolution.');
  }
  if (clip.durationSeconds > maxExtendedSeconds) throw outOfBound('video', 1, maxExtendedSeconds);
  if ((clip.operation?.extensions ?? 0) >= maxExtensions) {
    throw invalidArgument(`A video can be extended up to ${maxExtensions} times.`);
  }
  return clip;
}

/** Veo over the Gemini API takes the address of a video that it made. */
export function videoByUri(findByFile: (fileId: string) => Operation | undefined) {
  return (fields: Fields): ExtendedClip => {
    const { uri } = fields;
    if (typeof uri !== 'string') throw invalidArgument('`video` needs a `uri` of a video that Veo made.');
    const operation = findByFile(/\/files\/([a-z0-9]+)/.exec(uri)?.[1] ?? '');
    if (operation === undefined) {
      throw invalidArgument('The video to extend was not found, or it is older than 2 days.');
    }
    if (operation.wire !== 'veo') {
      throw invalidArgument('The input video must be a video that was generated by Veo.');
    }
    return { operation, durationSeconds: operation.request.durationSeconds };
  };
}

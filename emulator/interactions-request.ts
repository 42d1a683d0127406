/** Reads `POST …/interactions` for Omni Flash and refuses what the model does not do. */
import type { ServiceError } from './answers.ts';
import type { Frame, SourceTask } from './clips.ts';
import type { InteractionInput, Tags } from './interactions-input.ts';
import { invalidRequest, readInput, readTags } from './interactions-input.ts';
import type { GenerationRequest, Operation } from './operation-record.ts';
import type { Fields } from './veo-fields.ts';
import { isFields } from './veo-fields.ts';

const tasks = ['text_to_video', 'image_to_video', 'reference_to_video', 'edit', 'extend', 'upscale'] as const;
type Task = (typeof tasks)[number];

interface Limits {
  maxSeconds: number;
  maxReferences: number;
  upscale: boolean;
}

/** Source: Google's documentation of Omni Flash 1.1 and 1.2; three references of 1.1 from those who resell it. */
const limitsOf: Record<string, Limits> = {
  'gemini-omni-1.1-flash': { maxSeconds: 10, maxReferences: 3, upscale: false },
  'gemini-omni-1.2-flash': { maxSeconds: 15, maxReferences: 6, upscale: true },
};

const minSeconds = 3;
/** Between a first and a last frame, with either model. */
const maxSecondsBetweenFrames = 10;
/** Of a clip together with all its extensions. */
const maxExtendedSeconds = 40;
const defaultSeconds = 8;

const sizes = {
  '360p': [640, 360],
  '720p': [1280, 720],
  '1080p': [1920, 1080],
  '4k': [3840, 2160],
} as const;
type Size = keyof typeof sizes;
const sizeNames = Object.keys(sizes) as Size[];

const bodyNames = [
  ...['model', 'input', 'background', 'stream', 'store', 'response_format', 'response_modalities'],
  ...[
    'generation_config',
    'previous_interaction_id',
    'system_instruction',
    'labels',
    'service_tier',
    'tools',
  ],
];

export interface InteractionRequest {
  request: GenerationRequest;
  delivery: 'uri' | 'inline';
  background: boolean;
  previousId: string | null;
  extensions: number;
}

/** Finds what an interaction refers to. */
export interface Lookup {
  interaction: (id: string) => Operation | undefined;
  file: (fileId: string) => Operation | undefined;
}

export const unknownInteraction = (id: string): ServiceError =>
  invalidRequest(`Interaction ${id.slice(0, 100)} was not found.`);

/** @throws ServiceError 400 in the short form */
export function parseInteraction(body: unknown, model: string, lookup: Lookup): InteractionRequest {
  const limits = limitsOf[model];
  if (!isFields(body) || limits === undefined) throw invalidRequest('The request is not an interaction.');
  refuseUnknown(body, bodyNames, '');
  if (body['stream'] === true) throw invalidRequest('The emulator does not stream. Use background: true.');
  const config = fieldsOf(body['generation_config'], 'generation_config');
  const videoConfig = fieldsOf(config['video_config'], 'generation_config.video_config');
  refuseUnknown(videoConfig, ['task'], 'generation_config.video_config.');
  const format = readFormat(body['response_format']);
  const input = readInput(body['input']);
  if (input.text.trim() === '') throw invalidRequest('`input` needs a text that says what to make.');
  const tags = readTags(input.text, input.images.length);
  const source = readSource(body['previous_interaction_id'], input, lookup);
  const task = readTask(videoConfig['task'], input, tags, source !== null);
  refuseTask(task, input, source !== null, limits);

  const frames = framesOf(task, input, tags);
  if (frames.references.length > limits.maxReferences) {
    throw invalidRequest(`${model} takes up to ${limits.maxReferences} reference images.`);
  }
  const asked = format.seconds ?? defaultSeconds;
  const most = frames.lastFrame === null ? limits.maxSeconds : maxSecondsBetweenFrames;
  if (asked < minSeconds || asked > most) {
    throw invalidRequest(`\`duration\` needs to be from ${minSeconds}s to ${most}s, not ${asked}s.`);
  }
  const before = source?.operation?.request ?? null;
  const resolution = format.resolution ?? (task === 'upscale' ? '1080p' : '720p');
  if (task === 'upscale' && before !== null && !isLarger(resolution, before.resolution)) {
    throw invalidRequest('`resolution` needs to be higher than that of the video to upscale.');
  }
  const aspectRatio = before?.aspectRatio ?? format.aspectRatio;
  const [long, short] = sizes[resolution];
  const [width, height] = aspectRatio === '16:9' ? [long, short] : [short, long];
  const extensions = task === 'extend' ? (source?.operation?.extensions ?? 0) + 1 : 0;
  return {
    request: {
      ...{ prompt: input.text, negativePrompt: null, aspectRatio, resolution, width, height, sound: true },
      durationSeconds: secondsOf(task, asked, before?.durationSeconds ?? defaultSeconds),
      ...frames,
      source:
        source === null ? null : { operationId: source.operation?.id ?? null, task: task as SourceTask },
    },
    delivery: format.delivery,
    background: body['background'] === true,
    previousId: typeof body['previous_interaction_id'] === 'string' ? body['previous_interaction_id'] : null,
    extensions,
  };
}

function refuseUnknown(fields: Fields, known: readonly string[], where: string): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidRequest(`Unknown parameter '${where}${unknown}'.`);
}

function fieldsOf(value: unknown, name: string): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw invalidRequest(`\`${name}\` needs to be an object.`);
  return value;
}

function oneOf<T extends string>(value: unknown, name: string, allowed: readonly T[]): T | null {
  if (value === undefined || value === null) return null;
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw invalidRequest(
      `Invalid value for \`${name}\`: ${JSON.stringify(value)}. Supported values: ${allowed.join(', ')}.`,
    );
  }
  return found;
}

function readFormat(value: unknown) {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const format = fieldsOf(
    list.find((each) => !isFields(each) || each['type'] === 'video') ?? list[0],
    'response_format',
  );
  const names = ['type', 'aspect_ratio', 'resolution', 'duration', 'delivery', 'gcs_uri', 'mime_type'];
  refuseUnknown(format, names, 'response_format.');
  oneOf(format['type'], 'response_format.type', ['video']);
  return {
    aspectRatio: oneOf(format['aspect_ratio'], 'aspect_ratio', ['16:9', '9:16'] as const) ?? '16:9',
    resolution: oneOf(format['resolution'], 'resolution', sizeNames),
    delivery: oneOf(format['delivery'], 'delivery', ['uri', 'inline'] as const) ?? 'inline',
    seconds: readSeconds(format['duration']),
  };
}

/** Text with its unit: `8s`. */
function readSeconds(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const seconds = typeof value === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(value)?.[1] : undefined;
  if (seconds === undefined) {
    throw invalidRequest(
      `Invalid value for \`duration\`: ${JSON.stringify(value)}. Write seconds like "8s".`,
    );
  }
  return Number(seconds);
}

/** The clip that is gone on from; its operation is null when it came as bytes. */
function readSource(
  previous: unknown,
  { videos }: InteractionInput,
  lookup: Lookup,
): { operation: Operation | null } | null {
  if (typeof previous === 'string' && previous !== '') {
    const operation = lookup.interaction(previous);
    if (operation === undefined) throw unknownInteraction(previous);
    if (operation.outcome?.kind !== 'clip') {
      throw invalidRequest(`Interaction ${previous} has no video to go on from.`);
    }
    return { operation };
  }
  const [uri] = videos;
  if (uri === undefined) return null;
  if (uri === null) return { operation: null };
  const operation = lookup.file(/\/files\/([a-z0-9]+)/.exec(uri)?.[1] ?? '');
  if (operation === undefined) throw invalidRequest(`The file ${uri.slice(0, 200)} was not found.`);
  return { operation };
}

/** What the model takes a request for that names no task. */
function readTask(value: unknown, input: InteractionInput, tags: Tags, hasSource: boolean): Task {
  const task = oneOf(value, 'generation_config.video_config.task', tasks);
  if (task !== null) return task;
  if (hasSource) return 'edit';
  if (input.images.length === 0) return 'text_to_video';
  if (tags.first !== null) return 'image_to_video';
  return tags.references.length > 0 || input.images.length > 1 ? 'reference_to_video' : 'image_to_video';
}

function refuseTask(task: Task, { images }: InteractionInput, hasSource: boolean, limits: Limits): void {
  switch (task) {
    case 'text_to_video':
      if (images.length > 0) throw invalidRequest('The task text_to_video takes no images.');
      break;
    case 'image_to_video':
    case 'reference_to_video':
      if (images.length === 0) throw invalidRequest(`The task ${task} needs an image.`);
      break;
    case 'upscale':
      if (!limits.upscale) throw invalidRequest('This model does not support the task upscale.');
      if (!hasSource) throw invalidRequest('The task upscale needs a video.');
      break;
    case 'edit':
    case 'extend':
      if (!hasSource) throw invalidRequest(`The task ${task} needs a video.`);
  }
}

function framesOf(
  task: Task,
  { images }: InteractionInput,
  tags: Tags,
): { image: Frame | null; lastFrame: Frame | null; references: Frame[] } {
  const at = (index: number | null) => (index === null ? null : (images[index] ?? null));
  const tagged = tags.first !== null || tags.last !== null || tags.references.length > 0;
  if (!tagged && task === 'image_to_video') {
    if (images.length > 1) {
      throw invalidRequest('Several images need tags: <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2.');
    }
    return { image: at(0), lastFrame: null, references: [] };
  }
  if (!tagged) return { image: null, lastFrame: null, references: [...images] };
  if (tags.last !== null && tags.first === null) {
    throw invalidRequest('A <LAST_FRAME> needs a <FIRST_FRAME>.');
  }
  if (task === 'image_to_video' && tags.first === null) {
    throw invalidRequest('The task image_to_video needs a <FIRST_FRAME>.');
  }
  const references = tags.references.flatMap((index) => at(index) ?? []);
  return { image: at(tags.first), lastFrame: at(tags.last), references };
}

function isLarger(wanted: Size, than: Size): boolean {
  return sizes[wanted][0] > sizes[than][0];
}

function secondsOf(task: Task, asked: number, before: number): number {
  switch (task) {
    case 'extend':
      if (before + asked > maxExtendedSeconds) {
        throw invalidRequest(`A video can be extended to ${maxExtendedSeconds}s in all.`);
      }
      return before + asked;
    case 'edit':
    case 'upscale':
      return before;
    case 'text_to_video':
    case 'image_to_video':
    case 'reference_to_video':
      return asked;
  }
}

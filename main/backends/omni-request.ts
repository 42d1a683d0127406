/** A request for Omni Flash, as the Interactions wire wants it. Source: Google's documentation of Omni Flash. */
import type { StartImage } from './start-image.ts';
import type { StartRequest } from './video-backend.ts';

/** What an operation of this wire is called in the app, so that its name says where to ask. */
const prefix = 'interactions/';

export const isInteraction = (remoteName: string): boolean => remoteName.startsWith(prefix);
export const nameOfInteraction = (id: string): string => prefix + id;
export const idOfInteraction = (remoteName: string): string => remoteName.slice(prefix.length);

type Task = 'text_to_video' | 'image_to_video' | 'reference_to_video' | 'edit' | 'extend' | 'upscale';

function taskOf({ source, image, referenceImages = [] }: StartRequest): Task {
  if (source) return source.task;
  if (image) return 'image_to_video';
  return referenceImages.length > 0 ? 'reference_to_video' : 'text_to_video';
}

const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64');

const imageContent = ({ mimeType, data }: StartImage) => ({
  type: 'image' as const,
  data: base64(data),
  mime_type: mimeType,
});

/** One image is what the task says it is; several are told apart by tags, counted from 1 in their order. */
function tagsOf({ image, lastFrame, referenceImages = [] }: StartRequest): string {
  const frames = [image ? 'FIRST_FRAME' : '', lastFrame ? 'LAST_FRAME' : ''].filter((name) => name !== '');
  if (frames.length < 2 && referenceImages.length === 0) return '';
  const at = (name: string, index: number) => `<${name}>@Image${index + 1}`;
  const sources = frames.map(at).join(' ');
  const references = referenceImages
    .map((_, index) => at(`IMAGE_REF_${index}`, frames.length + index))
    .join(' ');
  const head = [sources && `[# Sources ${sources}]`, references && `[# References ${references}]`];
  return head.map((part) => part && `${part} `).join('');
}

/** An earlier clip that is not an interaction is sent along; an interaction is named. */
function sourceContent({ source }: StartRequest) {
  if (!source || isInteraction(source.remoteName)) return [];
  const video = { type: 'video' as const, mime_type: 'video/mp4' };
  return [source.data ? { ...video, data: base64(source.data) } : { ...video, uri: source.videoUri }];
}

/** The body of a create. Nothing that was not asked for is sent. */
export function omniRequest(request: StartRequest) {
  const { image, lastFrame, referenceImages = [], source } = request;
  const task = taskOf(request);
  // An edited clip is as long and as wide as it was.
  const keepsShape = task === 'edit' || task === 'upscale';
  const images = [image, lastFrame, ...referenceImages].filter((each) => each !== null && each !== undefined);
  return {
    model: request.model,
    // Without it the connection stays open until the clip is made, and what breaks meanwhile is paid and lost.
    background: true,
    input: [
      ...images.map(imageContent),
      ...sourceContent(request),
      { type: 'text' as const, text: tagsOf(request) + request.prompt },
    ],
    response_format: {
      type: 'video' as const,
      ...(keepsShape ? {} : { aspect_ratio: request.aspectRatio, duration: `${request.durationSeconds}s` }),
      resolution: request.resolution,
      delivery: 'uri' as const,
    },
    generation_config: { video_config: { task } },
    ...(source && isInteraction(source.remoteName)
      ? { previous_interaction_id: idOfInteraction(source.remoteName) }
      : {}),
  };
}

/** A request for Veo as the SDK wants it, for both services that have Veo. */
import type {
  GenerateVideosConfig,
  GenerateVideosParameters,
  Image,
  Video,
  VideoGenerationReferenceType,
} from '@google/genai';
import type { SourceClip, StartImage, StartRequest } from './video-backend.ts';

const toImage = ({ mimeType, data }: StartImage): Image => ({
  imageBytes: Buffer.from(data).toString('base64'),
  mimeType,
});

function toVideo({ videoUri, data }: SourceClip): Video {
  const mimeType = 'video/mp4';
  if (data === null) return { uri: videoUri, mimeType };
  return { videoBytes: Buffer.from(data).toString('base64'), mimeType };
}

/** Nothing that was not asked for is sent. */
export function veoParameters(
  request: StartRequest,
  more: GenerateVideosConfig = {},
): GenerateVideosParameters {
  const { image, lastFrame, referenceImages = [], source, negativePrompt, personGeneration } = request;
  return {
    model: request.model,
    source: {
      prompt: request.prompt,
      ...(image ? { image: toImage(image) } : {}),
      ...(source ? { video: toVideo(source) } : {}),
    },
    config: {
      numberOfVideos: 1,
      aspectRatio: request.aspectRatio,
      resolution: request.resolution,
      durationSeconds: request.durationSeconds,
      ...(negativePrompt ? { negativePrompt } : {}),
      ...(personGeneration ? { personGeneration } : {}),
      ...(lastFrame ? { lastFrame: toImage(lastFrame) } : {}),
      ...(referenceImages.length > 0
        ? {
            referenceImages: referenceImages.map((each) => ({
              image: toImage(each),
              // The SDK's enum is a value of a module that is loaded late; the wire has its name.
              referenceType: 'ASSET' as VideoGenerationReferenceType,
            })),
          }
        : {}),
      ...more,
    },
  };
}

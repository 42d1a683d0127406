/** A request for Veo as the SDK wants it, for both services that have Veo. */
import type { GenerateVideosConfig, GenerateVideosParameters, Image, Video } from '@google/genai';
import type { StartImage } from './start-image.ts';
import type { SourceClip, StartRequest } from './video-backend.ts';

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
export async function veoParameters(
  request: StartRequest,
  more: GenerateVideosConfig = {},
): Promise<GenerateVideosParameters> {
  const { image, lastFrame, referenceImages = [], source, negativePrompt, personGeneration } = request;
  const { VideoGenerationReferenceType: types } = await import('@google/genai');
  const references = referenceImages.map((each) => ({ image: toImage(each), referenceType: types.ASSET }));
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
      ...(references.length > 0 ? { referenceImages: references } : {}),
      ...more,
    },
  };
}

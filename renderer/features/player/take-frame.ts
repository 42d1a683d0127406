/** A picture out of the clip that is played, as it is: every pixel of it, of the very moment that is seen. */
import { limits } from '../../../preload/contract/domain.ts';

/** Where a picture without loss would be more than the service takes. */
const jpegQuality = 0.95;

function toBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
}

/** Null when the clip has no picture yet, or this system cannot draw it. */
export async function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  const png = await toBlob(canvas, 'image/png');
  if (png === null || png.size <= limits.imageBytes) return png;
  return toBlob(canvas, 'image/jpeg', jpegQuality);
}

/** Stops at the last picture. */
export async function goToEnd(video: HTMLVideoElement): Promise<void> {
  video.pause();
  const seeked = new Promise((resolve) => {
    video.addEventListener('seeked', resolve, { once: true });
  });
  video.currentTime = video.duration;
  await seeked;
}

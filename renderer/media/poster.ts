/** A still out of a clip, and what the clip is: for its card in the gallery. */
import { ALL_FORMATS, BlobSource, CanvasSink, Input } from 'mediabunny';

export interface Poster {
  /** JPEG. */
  data: Uint8Array<ArrayBuffer>;
  /** Of the clip as it is shown (turned upright), in pixels. */
  width: number;
  height: number;
  durationSeconds: number;
}

/** Says in words for the user why there is no poster. */
class UnusableClip extends Error {}

const longerSide = 640;
const jpegQuality = 0.82;

/** Where to look: a little into the clip, because many begin black. In seconds. */
export function posterMoment(firstSeconds: number, durationSeconds: number): number {
  const wanted = Math.max(0.5, durationSeconds * 0.1);
  return firstSeconds + Math.min(wanted, durationSeconds / 2);
}

/** The poster's size: the clip's shape, at most 640 pixels on the longer side, never larger than the clip. */
export function posterSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longerSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The clip is read whole: it is small and on this disk, and this asks nothing of the server but a plain answer. */
async function readClip(url: string, signal: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error('The clip could not be read.', { cause });
  }
  if (!response.ok) throw new Error(`The clip could not be read (${response.status}).`);
  return response.blob();
}

async function takeStill(input: Input): Promise<Poster> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) {
    const tracks = await input.getTracks();
    throw new UnusableClip(
      tracks.length === 0 ? 'The clip is damaged or incomplete.' : 'The clip has no picture.',
    );
  }
  if (!(await track.canDecode())) throw new UnusableClip('This system cannot decode the clip.');
  const [width, height, first, end, total] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    track.getFirstTimestamp(),
    track.computeDuration(),
    input.computeDuration(),
  ]);
  const size = posterSize(width, height);
  const sink = new CanvasSink(track, { ...size, fit: 'fill' });
  const still = await sink.getCanvas(posterMoment(first, end - first));
  if (still === null) throw new UnusableClip('The clip has no frame to show.');
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This system offers no canvas to draw on.');
  context.drawImage(still.canvas, 0, 0);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  return { data: new Uint8Array(await jpeg.arrayBuffer()), width, height, durationSeconds: total };
}

/** A small copy of an image, which has no length. */
async function shrinkImage(blob: Blob): Promise<Poster> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new Error('The image could not be decoded. It may be damaged.', { cause });
  }
  const { width, height } = picture;
  const size = posterSize(width, height);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This system offers no canvas to draw on.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  return { data: new Uint8Array(await jpeg.arrayBuffer()), width, height, durationSeconds: 0 };
}

/**
 * Makes the poster of the clip or image at an address.
 *
 * @throws Error with a message for the user when the clip cannot be read or decoded.
 */
export async function makePoster(url: string, signal = new AbortController().signal): Promise<Poster> {
  const blob = await readClip(url, signal);
  if (blob.type.startsWith('image/')) return shrinkImage(blob);
  const input = new Input({ source: new BlobSource(blob), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) throw new UnusableClip('The file is not a video, or it is damaged.');
    return await takeStill(input);
  } catch (error) {
    if (error instanceof UnusableClip) throw error;
    // What the decoder says means nothing to a user.
    throw new Error('The clip could not be decoded. It may be damaged.', { cause: error });
  } finally {
    input.dispose();
  }
}

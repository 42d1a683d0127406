/** Image to video: the user's own picture, at first as it is, then a slow push in with a light that drifts over it. */
import type { Rgb } from './color.ts';
import { createMotes, paint, paintGlow, paintVignette } from './layers.ts';
import type { Scene } from './layers.ts';
import { photoCrop, smoothstep } from './motion.ts';
import type { PhotoMove } from './motion.ts';
import { between } from './random.ts';
import type { Random } from './random.ts';

/** What shows through a picture that is transparent in places: paper. */
const paper = '#f2f0ec';
const warmLight: Rgb = [255, 226, 184];

/**
 * Decodes a picture upright (the EXIF orientation is applied).
 *
 * @throws Error with a message for the user when the bytes are no picture that this system can decode.
 */
export async function decodePhoto(image: { mimeType: string; data: Uint8Array }): Promise<ImageBitmap> {
  try {
    const blob = new Blob([new Uint8Array(image.data)], { type: image.mimeType });
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new Error('The image could not be decoded. It may be damaged.', { cause });
  }
}

/** The scene for a decoded picture, which may be closed afterwards. */
export function makePhotoScene(
  photo: ImageBitmap,
  frame: { width: number; height: number },
  random: Random,
): Scene {
  const unit = Math.min(frame.width, frame.height);
  const angle = between(0, Math.PI * 2, random);
  const move: PhotoMove = {
    zoom: between(1.2, 1.26, random),
    towardsX: Math.cos(angle) * 0.85,
    towardsY: Math.sin(angle) * 0.85,
  };
  // A large picture is brought near the frame's size once, with care, so that each frame is cheap.
  const scale = Math.min(1, (Math.max(frame.width / photo.width, frame.height / photo.height) || 1) * 1.25);
  const source = paint(photo.width * scale, photo.height * scale, (context) => {
    context.fillStyle = paper;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(photo, 0, 0, context.canvas.width, context.canvas.height);
  });
  const glow = paintGlow(unit * 0.7, warmLight, 0.3);
  const shade = paintVignette(frame.width, frame.height, 0.4, 0.3);
  const motes = createMotes(frame, 46, random, warmLight);
  const fromLeft = random() < 0.5;
  return {
    draw(context, { progress, seconds }) {
      const view = photoCrop(source, frame, move, progress);
      context.drawImage(source, view.x, view.y, view.width, view.height, 0, 0, frame.width, frame.height);
      // Nothing is added to the first frame: it is the user's picture.
      const grown = smoothstep(0, 0.35, progress);
      if (grown === 0) return;
      context.save();
      context.globalAlpha = grown;
      context.drawImage(shade, 0, 0);
      context.globalCompositeOperation = 'screen';
      const across = fromLeft ? progress : 1 - progress;
      const x = frame.width * (0.1 + 0.8 * across) - glow.width / 2;
      context.drawImage(glow, x, frame.height * 0.32 - glow.height / 2);
      context.restore();
      motes(context, seconds, 0.45 * grown);
    },
  };
}

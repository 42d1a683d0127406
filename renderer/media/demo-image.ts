/** A demo image: drawn here from the request of an operation, or from the images that it is to change. */
import type { DemoImageJob } from '../../preload/contract/media.ts';
import { createCanvas, createGrain, paintVignette } from './layers.ts';
import type { Canvas2d } from './layers.ts';
import { paintWatermark } from './overlay.ts';
import { choosePalette } from './palette.ts';
import { decodePhoto } from './photo.ts';
import { createRandom, hashText } from './random.ts';
import { chooseScene } from './scene-choice.ts';
import type { Mood } from './scene-choice.ts';
import { sceneMakers } from './scene-makers.ts';

/** The moment of a scene that is shown: everything has come in by then. */
const moment = { seconds: 3, progress: 0.4 };
/** Larger ones are drawn at this size, in pixels of the longer side, and enlarged. */
const mostPixels = 2048;
const jpegQuality = 0.95;

/** How a word like "night" changes the light of a picture that is there already. */
const lights: Record<Mood, { operation: GlobalCompositeOperation; color: string; filter: string }> = {
  night: { operation: 'multiply', color: '#27346e', filter: 'saturate(0.75) brightness(0.8)' },
  warm: { operation: 'soft-light', color: '#ff8a2a', filter: 'saturate(1.15)' },
  day: { operation: 'soft-light', color: '#bfe3ff', filter: 'brightness(1.15)' },
};

function cover(context: Canvas2d, photo: ImageBitmap, left: number, width: number): void {
  const { height } = context.canvas;
  const scale = Math.max(width / photo.width, height / photo.height);
  const [w, h] = [width / scale, height / scale];
  const [x, y] = [(photo.width - w) / 2, (photo.height - h) / 2];
  context.drawImage(photo, x, y, w, h, left, 0, width, height);
}

/** Several are put side by side; the light is what the prompt says, or another hue where it says nothing of it. */
async function drawChanged(context: Canvas2d, job: DemoImageJob, mood: Mood | null): Promise<void> {
  const { width, height } = context.canvas;
  const light = mood === null ? null : lights[mood];
  context.filter = light?.filter ?? `hue-rotate(${(hashText(job.prompt) % 9) * 35 + 30}deg)`;
  const part = width / job.images.length;
  for (const [index, image] of job.images.entries()) {
    const photo = await decodePhoto(image);
    cover(context, photo, index * part, part);
    photo.close();
  }
  context.filter = 'none';
  if (light === null) return;
  context.globalCompositeOperation = light.operation;
  context.fillStyle = light.color;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}

/** The same job gives the same picture. Throws with a message for the user when an image cannot be decoded. */
export async function renderDemoImage(job: DemoImageJob): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(1, mostPixels / Math.max(job.width, job.height));
  const { canvas, context } = createCanvas(Math.round(job.width * scale), Math.round(job.height * scale));
  const { width, height } = canvas;
  const random = createRandom(hashText(`${job.prompt} ${job.seed}`));
  const { kind, mood } = chooseScene(job.prompt, random);
  if (job.images.length > 0) {
    await drawChanged(context, job, mood);
  } else {
    const palette = choosePalette(kind, mood, random);
    sceneMakers[kind]({ width, height, palette, random }).draw(context, moment);
    context.drawImage(paintVignette(width, height, 0.24, 0.35), 0, 0);
    createGrain(0.045, random)(context, 0);
  }
  const full = createCanvas(job.width, job.height);
  full.context.imageSmoothingQuality = 'high';
  full.context.drawImage(canvas, 0, 0, job.width, job.height);
  const mark = paintWatermark(job);
  full.context.drawImage(mark.canvas, mark.x, mark.y);
  const blob = await full.canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  return new Uint8Array(await blob.arrayBuffer());
}

/** A demo clip: a real video, drawn and encoded here, from the request of an operation. */
import type { DemoClipJob } from '../../preload/contract/media.ts';
import { makeAmbience } from './ambience.ts';
import { encodeClip } from './encode.ts';
import type { ClipCodec } from './encode.ts';
import { createCanvas, createGrain, paintVignette } from './layers.ts';
import type { Scene } from './layers.ts';
import { createOverlay } from './overlay.ts';
import { choosePalette } from './palette.ts';
import { decodePhoto, makePhotoScene } from './photo.ts';
import { createRandom, hashText } from './random.ts';
import type { Random } from './random.ts';
import { chooseScene } from './scene-choice.ts';
import type { SceneKind } from './scene-choice.ts';
import { sceneMakers } from './scene-makers.ts';

export interface DemoClipOptions {
  /** Bits per second; by default what suits the size. */
  videoBitrate?: number;
  audioBitrate?: number;
  /** Film grain, which costs bits. On by default. */
  grain?: boolean;
  /** In the order in which they are tried. */
  codecs?: readonly ClipCodec[];
  signal?: AbortSignal;
}

const sampleRate = 48_000;
/** Opus begins with a packet of its own; without it the sound would outlast the picture. In seconds. */
const opusPacketSeconds = 0.02;
/** Makes 8 seconds of 720p about 3 MB, of 1080p about 7 MB. */
const bitsPerPixelAndFrame = 0.145;

async function makeScene(
  job: DemoClipJob,
  random: Random,
  kind: SceneKind,
  mood: Parameters<typeof choosePalette>[1],
): Promise<Scene> {
  const { width, height } = job;
  if (job.image === null) {
    const scene = sceneMakers[kind]({ width, height, palette: choosePalette(kind, mood, random), random });
    const vignette = paintVignette(width, height, 0.24, 0.35);
    return {
      draw(context, moment) {
        scene.draw(context, moment);
        context.drawImage(vignette, 0, 0);
      },
    };
  }
  const photo = await decodePhoto(job.image);
  try {
    return makePhotoScene(photo, job, random);
  } finally {
    photo.close();
  }
}

/**
 * Draws and encodes the clip of a job. The same job gives the same pictures and sound.
 *
 * @throws Error with a message for the user when the image cannot be decoded or the system cannot encode.
 */
export async function renderDemoClip(
  job: DemoClipJob,
  options: DemoClipOptions = {},
): Promise<{ data: Uint8Array<ArrayBuffer>; codec: ClipCodec }> {
  const { width, height, durationSeconds, framesPerSecond } = job;
  const random = createRandom(hashText(job.prompt));
  const { kind, mood } = chooseScene(job.prompt, random);
  const sound = makeAmbience(kind, durationSeconds - opusPacketSeconds, sampleRate, random);
  const scene = await makeScene(job, random, kind, mood);
  const overlay = createOverlay(job.prompt, job);
  const grain = options.grain === false ? null : createGrain(0.045, random);
  const { canvas, context } = createCanvas(width, height);
  const lastFrame = Math.max(1, Math.round(durationSeconds * framesPerSecond) - 1);
  return encodeClip({
    canvas,
    durationSeconds,
    framesPerSecond,
    drawFrame(frame) {
      const seconds = frame / framesPerSecond;
      scene.draw(context, { seconds, progress: frame / lastFrame });
      grain?.(context, frame);
      overlay(context, seconds);
    },
    sound,
    videoBitrate: options.videoBitrate ?? Math.round(width * height * framesPerSecond * bitsPerPixelAndFrame),
    audioBitrate: options.audioBitrate ?? 96_000,
    codecs: options.codecs ?? ['avc', 'vp9'],
    signal: options.signal ?? new AbortController().signal,
  });
}

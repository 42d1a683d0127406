/** Frames and sound into an MP4, with the codecs that this system can encode. */
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  canEncodeAudio,
  canEncodeVideo,
} from 'mediabunny';
import type { Ambience } from './ambience.ts';

export type ClipCodec = 'avc' | 'vp9';

export interface ClipRecipe {
  canvas: OffscreenCanvas;
  durationSeconds: number;
  framesPerSecond: number;
  /** Draws one frame onto the canvas. */
  drawFrame: (frame: number) => void;
  sound: Ambience;
  /** Bits per second. */
  videoBitrate: number;
  audioBitrate: number;
  /** In the order in which they are tried. */
  codecs: readonly ClipCodec[];
  signal: AbortSignal;
}

/** Lets the window do something else. A timer would be slowed down to once a second, the window being hidden. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function firstEncodable(recipe: ClipRecipe): Promise<ClipCodec> {
  const { width, height } = recipe.canvas;
  const quality = new Quality({ bitrate: recipe.videoBitrate });
  for (const codec of recipe.codecs) {
    if (await canEncodeVideo(codec, { width, height, quality })) return codec;
  }
  throw new Error(`This system cannot encode video of ${width}×${height}.`);
}

async function addSound(source: AudioSampleSource, sound: Ambience): Promise<void> {
  const { left, right, sampleRate } = sound;
  for (let from = 0; from < left.length; from += sampleRate) {
    const to = Math.min(from + sampleRate, left.length);
    const data = new Float32Array((to - from) * 2);
    data.set(left.subarray(from, to));
    data.set(right.subarray(from, to), to - from);
    const sample = new AudioSample({
      data,
      format: 'f32-planar',
      numberOfChannels: 2,
      sampleRate,
      timestamp: from / sampleRate,
    });
    await source.add(sample);
    sample.close();
  }
  source.close();
}

/**
 * Gives a whole MP4, its index in front.
 *
 * @throws Error with a message for the user when the system cannot encode; the signal's reason when aborted.
 */
export async function encodeClip(
  recipe: ClipRecipe,
): Promise<{ data: Uint8Array<ArrayBuffer>; codec: ClipCodec }> {
  const { canvas, framesPerSecond, signal } = recipe;
  const codec = await firstEncodable(recipe);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const picture = new CanvasSource(canvas, {
    codec,
    quality: new Quality({ bitrate: recipe.videoBitrate, bitrateMode: 'variable' }),
    keyFrameInterval: 1,
  });
  output.addVideoTrack(picture, { frameRate: framesPerSecond });
  const audioQuality = new Quality({ bitrate: recipe.audioBitrate });
  const audible = await canEncodeAudio('opus', {
    numberOfChannels: 2,
    sampleRate: recipe.sound.sampleRate,
    quality: audioQuality,
  });
  const sound = audible ? new AudioSampleSource({ codec: 'opus', quality: audioQuality }) : null;
  if (sound !== null) output.addAudioTrack(sound);
  try {
    await output.start();
    if (sound !== null) await addSound(sound, recipe.sound);
    const frames = Math.round(recipe.durationSeconds * framesPerSecond);
    for (let frame = 0; frame < frames; frame += 1) {
      signal.throwIfAborted();
      recipe.drawFrame(frame);
      await picture.add(frame / framesPerSecond, 1 / framesPerSecond);
      await breathe();
    }
    picture.close();
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  if (target.buffer === null) throw new Error('The clip came out empty.');
  return { data: new Uint8Array(target.buffer), codec };
}

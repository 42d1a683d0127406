/** The quiet sound under a demo clip: a slow chord and a breath of noise, made from the prompt's numbers. */
import { smoothstep } from './motion.ts';
import { between, pick } from './random.ts';
import type { Random } from './random.ts';
import type { SceneKind } from './scene-choice.ts';

export interface Ambience {
  left: Float32Array<ArrayBuffer>;
  right: Float32Array<ArrayBuffer>;
  /** Hertz. */
  sampleRate: number;
}

/** Semitones above the root; open voicings without a leading tone, so that no clip sounds sad or solved. */
const chords: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 7, 14, 19, 24],
  [0, 7, 12, 16, 23],
  [0, 7, 15, 19, 26],
  [0, 5, 12, 17, 21],
];

/** How much wind, surf or rain, and how bright it is (0 to 1). */
const noises: Record<SceneKind, { level: number; brightness: number }> = {
  ridges: { level: 0.5, brightness: 0.05 },
  dunes: { level: 0.6, brightness: 0.04 },
  sea: { level: 1, brightness: 0.09 },
  forest: { level: 0.45, brightness: 0.12 },
  aurora: { level: 0.2, brightness: 0.03 },
  city: { level: 0.7, brightness: 0.22 },
  silk: { level: 0.15, brightness: 0.05 },
};

/** Peak of the loudest moment: about -15 dBFS, background rather than music. */
const peak = 0.18;

/** 0 at both ends, 1 in between. `second` of `duration`, both in seconds. */
export function fade(second: number, duration: number): number {
  return smoothstep(0, 0.9, second) * smoothstep(0, 1.2, duration - second);
}

/** A sine by rotation: two multiplications a sample instead of a call. */
function addTone(
  sound: Ambience,
  tone: { hertz: number; gain: number; phase: number; pan: number; swellHertz: number; swellPhase: number },
): void {
  const { left, right, sampleRate } = sound;
  const step = (2 * Math.PI * tone.hertz) / sampleRate;
  const turnX = Math.cos(step);
  const turnY = Math.sin(step);
  const swellStep = (2 * Math.PI * tone.swellHertz) / sampleRate;
  const gainLeft = tone.gain * Math.cos(((tone.pan + 1) * Math.PI) / 4);
  const gainRight = tone.gain * Math.sin(((tone.pan + 1) * Math.PI) / 4);
  let x = Math.cos(tone.phase);
  let y = Math.sin(tone.phase);
  let swell = 1;
  for (let index = 0; index < left.length; index += 1) {
    // The swell is slow: once in 64 samples is often enough, and not heard as steps at this pace.
    if (index % 64 === 0) swell = 0.65 + 0.35 * Math.sin(swellStep * index + tone.swellPhase);
    left[index] = (left[index] ?? 0) + y * swell * gainLeft;
    right[index] = (right[index] ?? 0) + y * swell * gainRight;
    const nextX = x * turnX - y * turnY;
    y = x * turnY + y * turnX;
    x = nextX;
  }
}

function addNoise(sound: Ambience, level: number, brightness: number, random: Random): void {
  const swellHertz = between(0.09, 0.16, random);
  const swellPhase = between(0, 6, random);
  for (const [side, samples] of [sound.left, sound.right].entries()) {
    let low = 0;
    let lower = 0;
    let swell = 1;
    for (let index = 0; index < samples.length; index += 1) {
      if (index % 64 === 0) {
        const turn = (2 * Math.PI * swellHertz * index) / sound.sampleRate + swellPhase + side * 0.7;
        swell = 0.6 + 0.4 * Math.sin(turn);
      }
      low += (random() * 2 - 1 - low) * brightness;
      lower += (low - lower) * brightness;
      samples[index] = (samples[index] ?? 0) + lower * swell * level;
    }
  }
}

/** Stereo, as long as asked for, silent at both ends. */
export function makeAmbience(
  kind: SceneKind,
  durationSeconds: number,
  sampleRate: number,
  random: Random,
): Ambience {
  const length = Math.round(durationSeconds * sampleRate);
  const sound = { left: new Float32Array(length), right: new Float32Array(length), sampleRate };
  const root = between(65, 98, random);
  const chord = pick(chords, random);
  for (const [place, semitones] of chord.entries()) {
    const hertz = root * 2 ** (semitones / 12);
    // Two voices a little apart beat slowly; higher ones are softer.
    for (const detune of [-0.0013, 0.0013]) {
      addTone(sound, {
        hertz: hertz * (1 + detune),
        gain: 0.1 / (1 + place * 0.35),
        phase: between(0, 6.28, random),
        pan: detune < 0 ? -0.5 : 0.5,
        swellHertz: between(0.05, 0.14, random),
        swellPhase: between(0, 6.28, random),
      });
    }
  }
  const noise = noises[kind];
  addNoise(sound, noise.level, noise.brightness, random);

  let loudest = 0;
  for (const samples of [sound.left, sound.right]) {
    for (let index = 0; index < length; index += 1) {
      const faded = (samples[index] ?? 0) * fade(index / sampleRate, durationSeconds);
      samples[index] = faded;
      loudest = Math.max(loudest, Math.abs(faded));
    }
  }
  const gain = loudest > 0 ? peak / loudest : 0;
  for (const samples of [sound.left, sound.right]) {
    for (let index = 0; index < length; index += 1) samples[index] = (samples[index] ?? 0) * gain;
  }
  return sound;
}

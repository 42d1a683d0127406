/** Canvases that are painted once and then moved about: what makes a frame cheap. */
import { css, white } from './color.ts';
import type { Rgb } from './color.ts';
import { smoothstep } from './motion.ts';
import type { Random } from './random.ts';

export type Canvas2d = OffscreenCanvasRenderingContext2D;

interface Moment {
  seconds: number;
  /** 0 on the first frame, 1 on the last. */
  progress: number;
}

export interface Scene {
  /** Fills the whole frame. */
  draw: (context: Canvas2d, moment: Moment) => void;
}

/**
 * A canvas kept in ordinary memory. The encoder reads every frame back; from a graphics card that would cost more
 * than drawing without one.
 */
export function createCanvas(width: number, height: number): { canvas: OffscreenCanvas; context: Canvas2d } {
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This system offers no canvas to draw on.');
  return { canvas, context };
}

export function paint(width: number, height: number, draw: (context: Canvas2d) => void): OffscreenCanvas {
  const { canvas, context } = createCanvas(width, height);
  draw(context);
  return canvas;
}

/** A picture out of focus. Blurring once is cheap; a filter on every stroke is not. */
export function blur(picture: OffscreenCanvas, radius: number): OffscreenCanvas {
  return paint(picture.width, picture.height, (context) => {
    context.filter = `blur(${radius}px)`;
    context.drawImage(picture, 0, 0);
  });
}

/** A picture that is wider than the frame by `travel` pixels, through which the camera pans. */
export interface Plane {
  canvas: OffscreenCanvas;
  top: number;
  travel: number;
  /** The picture moved left by a part of a pixel; filled in as the camera needs them. */
  shifted?: Map<number, OffscreenCanvas>;
}

/** Parts of a pixel in which a plane moves: fine enough to look smooth. */
const parts = 4;

function shiftedBy(plane: Plane, part: number): OffscreenCanvas {
  if (part === 0) return plane.canvas;
  plane.shifted ??= new Map();
  const known = plane.shifted.get(part);
  if (known !== undefined) return known;
  const made = paint(plane.canvas.width, plane.canvas.height, (context) => {
    context.drawImage(plane.canvas, -part / parts, 0);
  });
  plane.shifted.set(part, made);
  return made;
}

/**
 * Draws a plane with the camera at `pan`, 0 to 1. Copying pixels one to one costs a tenth of drawing them between
 * pixels, so the parts of a pixel come from copies made beforehand.
 */
export function drawPlane(context: Canvas2d, plane: Plane, pan: number): void {
  const steps = Math.round(plane.travel * pan * parts);
  const part = ((steps % parts) + parts) % parts;
  context.drawImage(shiftedBy(plane, part), -(steps - part) / parts, Math.round(plane.top));
}

/** A vertical gradient with noise below one step of brightness, so that it shows no bands after encoding. */
export function paintSky(
  width: number,
  height: number,
  stops: readonly (readonly [number, Rgb])[],
  random: Random,
): OffscreenCanvas {
  const rows = paint(1, height, (context) => {
    const gradient = context.createLinearGradient(0, 0, 0, height);
    for (const [place, color] of stops) gradient.addColorStop(place, css(color));
    context.fillStyle = gradient;
    context.fillRect(0, 0, 1, height);
  });
  return paint(width, height, (context) => {
    context.drawImage(rows, 0, 0, width, height);
    const pixels = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    const data = pixels.data;
    for (let index = 0; index < data.length; index += 4) {
      const noise = (random() + random() - 1) * 3;
      data[index] = (data[index] ?? 0) + noise;
      data[index + 1] = (data[index + 1] ?? 0) + noise;
      data[index + 2] = (data[index + 2] ?? 0) + noise;
    }
    context.putImageData(pixels, 0, 0);
  });
}

/** A soft round light. Drawn with `lighter` or `screen`. */
export function paintGlow(radius: number, color: Rgb, strength: number, core = 0): OffscreenCanvas {
  return paint(radius * 2, radius * 2, (context) => {
    const gradient = context.createRadialGradient(radius, radius, radius * core, radius, radius, radius);
    for (let step = 0; step <= 10; step += 1) {
      const fall = (1 - step / 10) ** 2.2;
      gradient.addColorStop(step / 10, css(color, strength * fall));
    }
    context.fillStyle = gradient;
    context.fillRect(0, 0, radius * 2, radius * 2);
  });
}

/** Adds a light to a picture that is there already. */
export function shine(picture: OffscreenCanvas, glow: OffscreenCanvas, x: number, y: number): void {
  const context = picture.getContext('2d');
  if (context === null) throw new Error('This system offers no canvas to draw on.');
  context.save();
  context.globalCompositeOperation = 'screen';
  context.drawImage(glow, x - glow.width / 2, y - glow.height / 2);
  context.restore();
}

/** Smooth noise along a line: 0 to 1, several octaves. */
export function createProfile(random: Random): (x: number, octaves: number) => number {
  const table = Float32Array.from({ length: 256 }, random);
  const at = (x: number): number => {
    const cell = Math.floor(x);
    const a = table[cell & 255] ?? 0;
    const b = table[(cell + 1) & 255] ?? 0;
    return a + (b - a) * smoothstep(0, 1, x - cell);
  };
  return (x, octaves) => {
    let sum = 0;
    let weight = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const amplitude = 0.5 ** octave;
      sum += at(x * 2 ** octave + octave * 37.7) * amplitude;
      weight += amplitude;
    }
    return sum / weight;
  };
}

export interface CloudOptions {
  width: number;
  height: number;
  color: Rgb;
  /** Pixels of the largest cloud; wide and low ones look like streaks. */
  cloudWidth: number;
  cloudHeight: number;
  /** Noise below `low` is clear, above `high` full. */
  low: number;
  high: number;
  alpha: number;
  random: Random;
}

/** Clouds, mist or dust: coloured noise that thins out towards all edges of the canvas. */
export function paintClouds(options: CloudOptions): OffscreenCanvas {
  const { width, height, color, cloudWidth, cloudHeight, low, high, alpha, random } = options;
  const shrink = 4;
  const table = Float32Array.from({ length: 4096 }, random);
  const corner = (x: number, y: number, octave: number): number =>
    table[(x * 57 + y * 131 + octave * 977) & 4095] ?? 0;
  const small = paint(width / shrink, height / shrink, (context) => {
    const pixels = context.createImageData(context.canvas.width, context.canvas.height);
    for (let y = 0; y < pixels.height; y += 1) {
      const envelope = Math.sin((Math.PI * (y + 0.5)) / pixels.height) ** 0.8;
      for (let x = 0; x < pixels.width; x += 1) {
        let noise = 0;
        for (let octave = 0; octave < 5; octave += 1) {
          const px = ((x * shrink) / cloudWidth) * 2 ** octave;
          const py = ((y * shrink) / cloudHeight) * 2 ** octave;
          const cx = Math.floor(px);
          const cy = Math.floor(py);
          const fx = smoothstep(0, 1, px - cx);
          const fy = smoothstep(0, 1, py - cy);
          const top = corner(cx, cy, octave) * (1 - fx) + corner(cx + 1, cy, octave) * fx;
          const bottom = corner(cx, cy + 1, octave) * (1 - fx) + corner(cx + 1, cy + 1, octave) * fx;
          noise += (top * (1 - fy) + bottom * fy) * 0.5 ** (octave + 1);
        }
        const side = Math.min(1, Math.min(x, pixels.width - x) / (pixels.width * 0.12));
        const at = (y * pixels.width + x) * 4;
        pixels.data[at] = color[0];
        pixels.data[at + 1] = color[1];
        pixels.data[at + 2] = color[2];
        pixels.data[at + 3] = 255 * alpha * smoothstep(low, high, noise) * envelope * side;
      }
    }
    context.putImageData(pixels, 0, 0);
  });
  return paint(width, height, (context) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(small, 0, 0, width, height);
  });
}

/** Film grain: tiles of faint noise, a different part of them on each frame. */
export function createGrain(strength: number, random: Random): (context: Canvas2d, frame: number) => void {
  const size = 256;
  const tile = paint(size, size, (context) => {
    const pixels = context.createImageData(size, size);
    for (let index = 0; index < pixels.data.length; index += 4) {
      const value = random() + random() - 1;
      pixels.data.fill(value > 0 ? 255 : 0, index, index + 3);
      pixels.data[index + 3] = Math.abs(value) * 255 * strength;
    }
    context.putImageData(pixels, 0, 0);
  });
  return (context, frame) => {
    const pattern = context.createPattern(tile, 'repeat');
    if (pattern === null) return;
    const x = (frame * 97) % size;
    const y = (frame * 61) % size;
    context.save();
    context.translate(-x, -y);
    context.fillStyle = pattern;
    context.fillRect(x, y, context.canvas.width, context.canvas.height);
    context.restore();
  };
}

/** Darkens the corners: nothing within `inner` (a share of the shorter side), `strength` in the corners. */
export function paintVignette(
  width: number,
  height: number,
  strength: number,
  inner: number,
): OffscreenCanvas {
  return paint(width, height, (context) => {
    const radius = Math.hypot(width, height) / 2;
    const clear = Math.min(width, height) * inner;
    const gradient = context.createRadialGradient(
      width / 2,
      height / 2,
      clear,
      width / 2,
      height / 2,
      radius,
    );
    gradient.addColorStop(0, 'rgba(0, 0, 0, 0)');
    gradient.addColorStop(1, `rgba(0, 0, 0, ${strength})`);
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  });
}

interface Mote {
  x: number;
  y: number;
  size: number;
  speedX: number;
  speedY: number;
  phase: number;
}

/** Dust, pollen or snow that floats through the frame and comes in again on the other side. */
export function createMotes(
  frame: { width: number; height: number },
  count: number,
  random: Random,
  color: Rgb = white,
): (context: Canvas2d, seconds: number, strength: number) => void {
  const unit = Math.min(frame.width, frame.height);
  const sprite = paintGlow(16, color, 1, 0.05);
  const motes: Mote[] = Array.from({ length: count }, () => ({
    x: random() * frame.width,
    y: random() * frame.height,
    size: unit * (0.003 + random() ** 3 * 0.014),
    speedX: unit * (random() - 0.3) * 0.05,
    speedY: unit * (random() - 0.65) * 0.035,
    phase: random() * 6.28,
  }));
  const wrap = (value: number, size: number): number => ((value % size) + size) % size;
  return (context, seconds, strength) => {
    context.save();
    context.globalCompositeOperation = 'lighter';
    for (const mote of motes) {
      context.globalAlpha = strength * (0.45 + 0.4 * Math.sin(mote.phase + seconds * 1.3));
      const sway = Math.sin(mote.phase + seconds * 0.8) * unit * 0.006;
      context.drawImage(
        sprite,
        wrap(mote.x + mote.speedX * seconds + sway, frame.width + mote.size) - mote.size,
        wrap(mote.y + mote.speedY * seconds, frame.height + mote.size) - mote.size,
        mote.size * 2,
        mote.size * 2,
      );
    }
    context.restore();
  };
}

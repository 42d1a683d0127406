/** Northern lights over a lake: stars, moving curtains of light, conifers, their reflection. */
import { css, mix, white } from '../color.ts';
import {
  createCanvas,
  createProfile,
  drawPlane,
  paint,
  paintClouds,
  paintGlow,
  paintSky,
} from '../layers.ts';
import type { Canvas2d, Plane } from '../layers.ts';
import type { Rgb } from '../color.ts';
import { glide, smoothstep } from '../motion.ts';
import { between } from '../random.ts';
import { traceConifers } from './conifer.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

/** The curtains are soft: they are drawn small and stretched. */
const shrink = 5;

/** One ray of the curtain, from its faint top to its sharp lower edge. */
function paintRay(top: Rgb, bottom: Rgb): OffscreenCanvas {
  return paint(1, 128, (context) => {
    const gradient = context.createLinearGradient(0, 0, 0, 128);
    gradient.addColorStop(0, css(top, 0));
    gradient.addColorStop(0.35, css(top, 0.22));
    gradient.addColorStop(0.72, css(bottom, 0.55));
    gradient.addColorStop(0.9, css(mix(bottom, white, 0.25), 0.9));
    gradient.addColorStop(1, css(bottom, 0));
    context.fillStyle = gradient;
    context.fillRect(0, 0, 1, 128);
  });
}

function createCurtain(input: SceneInput, horizon: number, rank: number) {
  const { width, palette, random } = input;
  const wide = Math.ceil(width / shrink);
  const tall = Math.ceil(horizon / shrink);
  const ray = paintRay(
    rank === 1 ? palette.light : palette.accent,
    rank === 1 ? palette.accent : palette.light,
  );
  const shape = createProfile(random);
  const detail = createProfile(random);
  const rays = createProfile(random);
  const base = between(0.62, 0.7, random) - rank * 0.16;
  return (context: Canvas2d, seconds: number): void => {
    for (let x = 0; x < wide; x += 1) {
      const u = (x / wide) * Math.min(1.6, width / horizon);
      const fold = shape(u * 1.7 + seconds * 0.07 + rank * 5, 2) - 0.5;
      const bend = detail(u * 4.5 - seconds * 0.12, 2) - 0.5;
      const foot = tall * (base + fold * 0.55 + bend * 0.09);
      const bright = smoothstep(0.22, 0.75, shape(u * 1.3 + 20 - seconds * 0.1, 2));
      const streak = 0.45 + 0.55 * rays(u * 22 + fold * 8 + seconds * 0.22, 2);
      const length = tall * (0.3 + 0.38 * bright) * (0.75 + 0.35 * streak);
      context.globalAlpha = bright * streak * (rank === 0 ? 0.85 : 0.5);
      context.drawImage(ray, x, foot - length, 1, length);
    }
  };
}

function paintStars(input: SceneInput, horizon: number): OffscreenCanvas {
  const { width, palette, random } = input;
  const unit = Math.min(width, input.height);
  const sprite = paintGlow(8, white, 1, 0.1);
  return paint(width, horizon, (context) => {
    const count = Math.round(((width * horizon) / (unit * unit)) * 620);
    for (let index = 0; index < count; index += 1) {
      const size = unit * (0.0012 + 0.0042 * random() ** 7);
      context.globalAlpha = 0.15 + 0.85 * random() ** 2.4;
      const y = random() * horizon;
      context.globalAlpha *= 1 - 0.7 * (y / horizon) ** 3;
      context.drawImage(sprite, random() * width - size, y - size, size * 2.4, size * 2.4);
    }
    context.globalAlpha = 1;
    const haze = paintClouds({
      width,
      height: horizon,
      color: mix(palette.sky[2], palette.accent, 0.3),
      cloudWidth: unit * 0.5,
      cloudHeight: unit * 0.4,
      low: 0.45,
      high: 0.9,
      alpha: 0.35,
      random,
    });
    context.drawImage(haze, 0, 0);
  });
}

function paintShore(input: SceneInput, horizon: number, rank: number, travel: number): Plane {
  const { width, palette, random } = input;
  const unit = Math.min(width, input.height);
  const wide = width + travel;
  const tall = Math.ceil(unit * (rank === 0 ? 0.24 : 0.16));
  const profile = createProfile(random);
  const canvas = paint(wide, tall, (context) => {
    const color = rank === 0 ? mix(palette.far, palette.near, 0.35) : palette.near;
    context.fillStyle = css(color);
    const crest = (x: number): number =>
      rank === 0
        ? tall * (0.92 - 0.85 * (1 - Math.abs(profile(x / (unit * 0.4), 6) * 2 - 1)))
        : tall * (0.97 - 0.2 * profile(x / (unit * 0.5), 3));
    context.beginPath();
    context.moveTo(0, tall);
    for (let x = 0; x <= wide + 3; x += 3) context.lineTo(x, crest(x));
    context.lineTo(wide, tall);
    context.fill();
    if (rank === 0) return;
    const grove = createProfile(random);
    const density = (x: number): number => 0.35 + 0.65 * smoothstep(0.3, 0.6, grove(x / (unit * 0.35), 2));
    traceConifers(context, wide, (x) => Math.min(tall, crest(x)), unit * 0.1, density, random);
  });
  return { canvas, top: horizon - tall + 1, travel };
}

export const makeAurora: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const horizon = Math.round(height * 0.7);
  const sky = paintSky(
    width,
    horizon,
    [
      [0, palette.sky[0]],
      [0.55, palette.sky[1]],
      [1, palette.sky[2]],
    ],
    random,
  );
  const stars = paintStars(input, horizon);
  const curtains = [createCurtain(input, horizon, 1), createCurtain(input, horizon, 0)];
  const small = createCanvas(width / shrink, horizon / shrink);
  const shores = [paintShore(input, horizon, 0, width * 0.03), paintShore(input, horizon, 1, width * 0.1)];
  const lake = createCanvas(width, height - horizon);
  const depth = paint(1, height - horizon, (context) => {
    const gradient = context.createLinearGradient(0, 0, 0, height - horizon);
    gradient.addColorStop(0, css(palette.sky[0], 0.1));
    gradient.addColorStop(1, css(palette.near, 0.6));
    context.fillStyle = gradient;
    context.fillRect(0, 0, 1, height - horizon);
  });
  const strip = Math.max(2, Math.round(unit / 240));
  const forward = random() < 0.5;
  return {
    draw(context, { progress, seconds }) {
      const pan = forward ? glide(progress) : 1 - glide(progress);
      context.drawImage(sky, 0, 0);
      context.drawImage(stars, 0, 0);
      small.context.clearRect(0, 0, small.canvas.width, small.canvas.height);
      small.context.save();
      small.context.globalCompositeOperation = 'lighter';
      for (const curtain of curtains) curtain(small.context, seconds);
      small.context.restore();
      context.save();
      context.globalCompositeOperation = 'lighter';
      context.drawImage(small.canvas, 0, 0, width, horizon);
      context.restore();
      for (const shore of shores) drawPlane(context, shore, pan);
      // The lake: the sky upside down, in strips that sway a little more towards the viewer.
      const deep = height - horizon;
      lake.context.setTransform(1, 0, 0, -1, 0, deep);
      const seen = Math.min(horizon, deep * 1.9);
      lake.context.drawImage(context.canvas, 0, horizon - seen, width, seen, 0, 0, width, deep);
      for (let y = 0; y < deep; y += strip) {
        const near = y / deep;
        const sway = Math.sin(y * (0.5 - near * 0.25) + seconds * 1.6) * unit * (0.001 + 0.006 * near);
        context.drawImage(
          lake.canvas,
          0,
          y,
          width,
          strip,
          sway - unit * 0.008,
          horizon + y,
          width + unit * 0.016,
          strip,
        );
      }
      context.drawImage(depth, 0, horizon, width, deep);
    },
  };
};

/** A forest seen from a slow dolly: trunks in four depths, shafts of light, ferns, pollen. */
import { css, mix } from '../color.ts';
import {
  blur,
  createMotes,
  createProfile,
  drawPlane,
  paint,
  paintClouds,
  paintGlow,
  paintSky,
  shine,
} from '../layers.ts';
import type { Canvas2d, Plane } from '../layers.ts';
import { glide } from '../motion.ts';
import { between } from '../random.ts';
import type { Random } from '../random.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

const rowCount = 4;

function traceTrunk(context: Canvas2d, x: number, height: number, thick: number, random: Random): void {
  const lean = between(-0.06, 0.06, random) * height * 0.4;
  const profile = createProfile(random);
  const steps = 26;
  const edge = (step: number, side: 1 | -1): [number, number] => {
    const t = step / steps;
    const taper = 0.72 + 0.28 * t + 0.5 * t ** 14;
    const rough = (profile(step * 0.45 + side * 40, 3) - 0.5) * thick * 0.22;
    return [x + lean * (1 - t) + (side * thick * taper) / 2 + rough, height * t];
  };
  context.moveTo(...edge(0, -1));
  for (let step = 1; step <= steps; step += 1) context.lineTo(...edge(step, -1));
  for (let step = steps; step >= 0; step -= 1) context.lineTo(...edge(step, 1));
  context.closePath();
}

/** A bare twig or two, seen against the light. */
function drawTwig(
  context: Canvas2d,
  x: number,
  y: number,
  length: number,
  side: number,
  random: Random,
): void {
  context.beginPath();
  context.moveTo(x, y);
  const endX = x + side * length;
  const endY = y - length * between(0.1, 0.55, random);
  context.quadraticCurveTo(x + side * length * 0.5, y - length * 0.02, endX, endY);
  for (const part of [0.4, 0.65, 0.85]) {
    const fromX = x + side * length * part;
    const fromY = y + (endY - y) * part ** 1.7;
    context.moveTo(fromX, fromY);
    context.lineTo(fromX + side * length * 0.2, fromY - length * between(-0.12, 0.2, random));
  }
  context.stroke();
}

function drawFern(context: Canvas2d, x: number, y: number, size: number, random: Random): void {
  const fronds = 5 + Math.floor(random() * 3);
  for (let frond = 0; frond < fronds; frond += 1) {
    const turn = -Math.PI / 2 + ((frond + 0.5) / fronds - 0.5) * 2.5 + between(-0.15, 0.15, random);
    const length = size * between(0.65, 1.1, random);
    const bend = Math.cos(turn) * 0.9;
    for (let step = 1; step <= 16; step += 1) {
      const t = step / 16;
      const angle = turn + bend * t * 0.8;
      const px = x + Math.cos(turn + bend * t * 0.4) * length * t;
      const py = y + Math.sin(turn + bend * t * 0.4) * length * t + length * t * t * 0.3;
      const leaf = size * 0.24 * Math.sin(Math.PI * Math.min(1, t * 0.85 + 0.13)) + 1;
      for (const side of [1, -1]) {
        context.beginPath();
        context.ellipse(
          px + Math.cos(angle + side * 1.15) * leaf * 0.5,
          py + Math.sin(angle + side * 1.15) * leaf * 0.5,
          leaf * 0.55,
          leaf * 0.11,
          angle + side * 1.15,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    }
  }
}

/** Leaves against the sky: clusters of small blots hanging into the frame. */
function drawCanopy(context: Canvas2d, wide: number, reach: number, blot: number, random: Random): void {
  const profile = createProfile(random);
  const count = (wide / blot) * 13;
  context.beginPath();
  for (let index = 0; index < count; index += 1) {
    const x = random() * wide;
    const y = reach * profile(x / (reach * 1.6), 3) * 1.3 * random() ** 0.55 - blot;
    const size = blot * between(0.25, 1, random);
    const turn = random() * 3;
    context.moveTo(x + Math.cos(turn) * size, y + Math.sin(turn) * size);
    context.ellipse(x, y, size, size * 0.55, turn, 0, Math.PI * 2);
  }
  context.fill();
}

/** The lowest place of a row's ground. */
function groundOf(index: number, height: number): number {
  return height * (0.7 + (0.25 * index) / (rowCount - 1));
}

function paintRow(input: SceneInput, index: number, travel: number): Plane {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const depth = index / (rowCount - 1);
  const wide = width + travel;
  const color = mix(mix(palette.sky[2], palette.far, 0.45 + 0.55 * depth), palette.near, depth ** 0.9);
  const ground = groundOf(index, height);
  // The next row hides the rest.
  const end = Math.min(height, Math.ceil(groundOf(index + 1, height)));
  const canvas = paint(wide, end, (context) => {
    context.fillStyle = css(color);
    context.strokeStyle = css(color);
    const thick = unit * (0.022 + 0.095 * depth ** 1.8);
    const gap = unit * (0.1 + 0.62 * depth ** 1.4);
    for (let x = gap * random(); x < wide; x += gap * between(0.45, 1.4, random)) {
      context.beginPath();
      traceTrunk(context, x, ground + unit * 0.03, thick * between(0.6, 1.2, random), random);
      context.fill();
      context.lineWidth = Math.max(1, thick * 0.05);
      for (let twig = 0; twig < 3; twig += 1) {
        const side = random() < 0.5 ? 1 : -1;
        const y = ground * between(0.08, 0.55, random);
        drawTwig(context, x + (side * thick) / 3, y, thick * between(0.9, 2, random), side, random);
      }
    }
    const floor = createProfile(random);
    const level = (x: number): number => ground - unit * 0.05 * floor(x / (unit * 0.35), 4);
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= wide + 4; x += 4) context.lineTo(x, level(x));
    context.lineTo(wide, height);
    const gradient = context.createLinearGradient(
      0,
      ground - unit * 0.06,
      0,
      Math.min(height, ground + unit * 0.2),
    );
    gradient.addColorStop(0, css(mix(color, palette.accent, 0.22 * (1 - depth))));
    gradient.addColorStop(1, css(mix(color, palette.near, 0.5)));
    context.fillStyle = gradient;
    context.fill();
    context.fillStyle = css(mix(color, palette.accent, 0.1 * (1 - depth)));
    if (depth > 0.4) {
      const size = unit * (0.03 + 0.1 * depth ** 2);
      for (let x = 0; x < wide; x += size * between(0.7, 2.2, random)) {
        drawFern(context, x, level(x) + size * 0.1, size * between(0.6, 1.1, random), random);
      }
    }
    context.fillStyle = css(color);
    drawCanopy(context, wide, height * (0.1 + 0.1 * depth), unit * (0.009 + 0.008 * depth), random);
  });
  // The farthest rows are out of focus.
  return { canvas: index < 2 ? blur(canvas, unit * (0.0035 - 0.0015 * index)) : canvas, top: 0, travel };
}

function paintShaft(length: number, wide: number, color: string): OffscreenCanvas {
  return paint(wide, length, (context) => {
    const across = context.createLinearGradient(0, 0, wide, 0);
    across.addColorStop(0, 'rgba(0, 0, 0, 0)');
    across.addColorStop(0.35, color);
    across.addColorStop(0.6, color);
    across.addColorStop(1, 'rgba(0, 0, 0, 0)');
    context.fillStyle = across;
    context.fillRect(0, 0, wide, length);
    context.globalCompositeOperation = 'destination-in';
    const along = context.createLinearGradient(0, 0, 0, length);
    along.addColorStop(0, 'rgba(0, 0, 0, 0.9)');
    along.addColorStop(0.5, 'rgba(0, 0, 0, 0.5)');
    along.addColorStop(1, 'rgba(0, 0, 0, 0)');
    context.fillStyle = along;
    context.fillRect(0, 0, wide, length);
  });
}

export const makeForest: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const back = paintSky(
    width,
    height,
    [
      [0, mix(palette.sky[1], palette.sky[0], 0.5)],
      [0.3, mix(palette.sky[1], palette.sky[2], 0.35)],
      [0.6, palette.sky[2]],
      [0.8, mix(palette.sky[2], palette.far, 0.6)],
      [1, palette.far],
    ],
    random,
  );
  const lightX = width * between(0.3, 0.7, random);
  const glow = paintGlow(Math.max(unit * 0.7, height * 0.42), palette.light, 0.85);
  shine(back, glow, lightX, height * 0.36);
  const mist: Plane = {
    canvas: paintClouds({
      width: width * 1.5,
      height: height * 0.36,
      color: mix(palette.sky[2], palette.light, 0.5),
      cloudWidth: unit * 0.7,
      cloudHeight: unit * 0.2,
      low: 0.3,
      high: 0.8,
      alpha: 0.6,
      random,
    }),
    top: height * 0.46,
    travel: width * 0.5,
  };
  const rows = Array.from({ length: rowCount }, (_, index) =>
    paintRow(input, index, width * (0.03 + 0.24 * (index / (rowCount - 1)) ** 1.5)),
  );
  const lean = (lightX < width / 2 ? -1 : 1) * between(0.28, 0.45, random);
  const shafts = [0, 1].map((group) => ({
    canvas: paint(width, height * 0.95, (context) => {
      context.globalCompositeOperation = 'lighter';
      for (let shaft = 0; shaft < 4; shaft += 1) {
        const beam = paintShaft(height, unit * between(0.05, 0.17, random), css(palette.light, 0.4));
        const x = width * ((shaft + group * 0.5 + random() * 0.5) / 4);
        context.setTransform(1, 0, lean, 1, x - lean * height * 0.3, -height * 0.04);
        context.drawImage(beam, 0, 0);
      }
    }),
    phase: group * 2.4 + random(),
  }));
  const motes = createMotes(input, 90, random, palette.light);
  const forward = random() < 0.5;
  return {
    draw(context, { progress, seconds }) {
      const pan = forward ? glide(progress) : 1 - glide(progress);
      context.drawImage(back, 0, 0);
      for (const [index, row] of rows.entries()) {
        drawPlane(context, row, pan);
        if (index === 1) drawPlane(context, mist, 0.2 + progress * 0.2);
        if (index !== 2) continue;
        context.save();
        context.globalCompositeOperation = 'lighter';
        for (const shaft of shafts) {
          context.globalAlpha = 0.6 + 0.4 * Math.sin(shaft.phase + seconds * 0.8);
          context.drawImage(shaft.canvas, 0, 0);
        }
        context.restore();
      }
      motes(context, seconds, 0.7);
    },
  };
};

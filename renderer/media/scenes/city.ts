/** A street at night after rain: lit windows, signs, their reflection, lights out of focus. */
import { css, mix, white } from '../color.ts';
import type { Rgb } from '../color.ts';
import { blur, paint, paintGlow, paintSky, shine } from '../layers.ts';
import type { Canvas2d } from '../layers.ts';
import { glide } from '../motion.ts';
import { between, pick } from '../random.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

const rowCount = 3;

/** The colours of the lamps and signs. */
function lampColors({ palette }: SceneInput): readonly [Rgb, ...Rgb[]] {
  return [
    palette.light,
    palette.accent,
    mix(palette.light, [255, 196, 120], 0.7),
    mix(palette.accent, white, 0.4),
  ];
}

interface House {
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawHouse(context: Canvas2d, house: House, depth: number, input: SceneInput): void {
  const { palette, random } = input;
  const unit = Math.min(input.width, input.height);
  const body = mix(mix(palette.far, palette.sky[2], 0.45), palette.near, 0.25 + 0.75 * depth ** 0.7);
  const gradient = context.createLinearGradient(0, house.y, 0, house.y + house.height);
  gradient.addColorStop(0, css(body));
  gradient.addColorStop(1, css(mix(body, palette.light, 0.3 * (1 - depth * 0.5))));
  context.fillStyle = gradient;
  context.fillRect(house.x, house.y, house.width, house.height);
  const cell = unit * (0.009 + 0.015 * depth);
  const warm = mix(palette.light, [255, 214, 150], 0.75);
  for (let y = house.y + cell; y < house.y + house.height - cell * 1.5; y += cell * 1.5) {
    const lively = random();
    for (let x = house.x + cell * 0.6; x < house.x + house.width - cell; x += cell * 1.15) {
      if (random() > 0.16 + lively * 0.3) continue;
      const color = random() < 0.82 ? warm : pick(lampColors(input), random);
      context.fillStyle = css(color, between(0.15, 0.8, random));
      context.fillRect(x, y, cell * 0.62, cell * 0.8);
    }
  }
}

function drawSign(context: Canvas2d, x: number, y: number, size: number, input: SceneInput): void {
  const { random } = input;
  const color = pick(lampColors(input), random);
  const tall = size * between(1.6, 3.6, random);
  const glow = paintGlow(tall * 0.9, color, 0.55);
  context.save();
  context.globalCompositeOperation = 'lighter';
  context.drawImage(glow, x - glow.width / 2, y + tall / 2 - glow.height / 2);
  context.restore();
  context.fillStyle = css(color, 0.22);
  context.beginPath();
  context.roundRect(x - size / 2, y, size, tall, size * 0.16);
  context.fill();
  context.strokeStyle = css(mix(color, white, 0.35));
  context.lineWidth = Math.max(1.5, size * 0.07);
  context.stroke();
  // Strokes that read as writing from afar, in no language.
  context.lineWidth = Math.max(1, size * 0.085);
  context.strokeStyle = css(mix(color, white, 0.6));
  const glyph = size * 0.56;
  for (let top = y + size * 0.25; top + glyph < y + tall; top += size * 0.72) {
    for (let stroke = 0; stroke < 4; stroke += 1) {
      const upright = random() < 0.45;
      const a = between(-0.5, 0.5, random) * glyph;
      const from = between(-0.5, -0.1, random) * glyph;
      const to = between(0.1, 0.5, random) * glyph;
      context.beginPath();
      context.moveTo(x + (upright ? a : from), top + glyph / 2 + (upright ? from : a));
      context.lineTo(x + (upright ? a : to), top + glyph / 2 + (upright ? to : a));
      context.stroke();
    }
  }
}

/** The houses of one depth on both sides of the street, and under them what the wet street shows of them. */
function paintRow(input: SceneInput, index: number, horizon: number): OffscreenCanvas {
  const { width, height, random } = input;
  const unit = Math.min(width, height);
  const depth = index / (rowCount - 1);
  const sharp = paint(width, horizon, (context) => {
    for (const side of [-1, 1]) {
      const centre = width / 2;
      const opening = unit * (0.04 + 0.12 * index) + (depth === 1 ? width * 0.24 - unit * 0.12 : 0);
      let from = opening;
      while (from < width / 2 + unit * 0.1) {
        const wide = unit * between(0.09, 0.2, random) * (0.55 + depth * 1.1);
        const tall = Math.min(
          horizon * 1.05,
          (unit * between(0.2, 0.42, random) + horizon * 0.12 * depth) * (0.75 + depth * 1.1),
        );
        const x = side > 0 ? centre + from : centre - from - wide;
        drawHouse(context, { x, y: horizon - tall, width: wide - unit * 0.003, height: tall }, depth, input);
        if (index === 1 && random() < 0.85) {
          const size = unit * (0.02 + 0.035 * depth);
          const signX = side > 0 ? x + size * 0.2 : x + wide - size * 0.2;
          drawSign(context, signX, horizon - tall * between(0.45, 0.8, random), size, input);
        }
        from += wide;
      }
    }
  });
  // The lens is focused on the middle distance.
  const upper = depth === 0.5 ? sharp : blur(sharp, unit * (depth === 0 ? 0.0018 : 0.0045));
  const mirrored = blur(upper, unit * 0.005);
  return paint(width, height, (context) => {
    context.drawImage(upper, 0, 0);
    context.save();
    context.translate(0, horizon);
    context.scale(1, -((height - horizon) / horizon) * 1.35);
    context.globalAlpha = 0.72;
    context.drawImage(mirrored, 0, -horizon);
    context.restore();
  });
}

export const makeCity: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const horizon = Math.round(height * 0.61);
  const back = paintSky(
    width,
    height,
    [
      [0, palette.sky[0]],
      [0.35, palette.sky[1]],
      [0.61, palette.sky[2]],
      [0.66, mix(palette.sky[2], palette.near, 0.45)],
      [1, palette.near],
    ],
    random,
  );
  const haze = paintGlow(unit * 0.8, mix(palette.light, palette.sky[2], 0.3), 0.75);
  shine(back, haze, width / 2, horizon);
  const rows = Array.from({ length: rowCount }, (_, index) => paintRow(input, index, horizon));
  const lamps = Array.from({ length: 34 }, () => ({
    sprite: paintGlow(40, pick(lampColors(input), random), 0.75, 0.62),
    side: random() < 0.5 ? -1 : 1,
    place: random(),
    reach: between(0.25, 1, random),
    rise: between(0.02, 0.5, random),
    phase: random() * 6.28,
  }));
  const drops = Array.from({ length: 130 }, () => ({
    x: random(),
    y: random(),
    speed: between(1.1, 1.9, random),
    length: between(0.02, 0.055, random),
  }));
  return {
    draw(context, { progress, seconds }) {
      const walk = glide(progress);
      context.drawImage(back, 0, 0);
      for (const [index, row] of rows.entries()) {
        const scale = 1.004 + walk * (0.025 + 0.075 * (index / (rowCount - 1)) ** 1.5);
        const w = width * scale;
        const h = height * scale;
        context.drawImage(row, (width - w) / 2, horizon - horizon * scale, w, h);
      }
      // Lamps come towards the viewer from where the street ends.
      context.save();
      context.globalCompositeOperation = 'lighter';
      for (const lamp of lamps) {
        const near = ((lamp.place + seconds * 0.022) % 1) ** 2;
        const x = width / 2 + lamp.side * lamp.reach * width * (0.03 + near * 0.75);
        const rise = lamp.rise * horizon * (0.08 + near * 1.1);
        const size = unit * (0.006 + 0.075 * near);
        const fadeIn = Math.min(1, near * 12) * (1 - near) ** 0.8;
        context.globalAlpha = fadeIn * (0.5 + 0.12 * Math.sin(lamp.phase + seconds * 2));
        context.drawImage(lamp.sprite, x - size, horizon - rise - size, size * 2, size * 2);
        context.globalAlpha *= 0.4;
        context.drawImage(lamp.sprite, x - size * 0.8, horizon + rise * 0.5, size * 1.6, size * 4.5);
      }
      context.restore();
      context.strokeStyle = css(mix(palette.accent, white, 0.6), 0.16);
      context.lineWidth = Math.max(1, unit * 0.0016);
      context.beginPath();
      for (const drop of drops) {
        const y = ((drop.y + seconds * drop.speed) % 1.1) * height - height * 0.05;
        const x = drop.x * width * 1.1 - y * 0.06;
        context.moveTo(x, y);
        context.lineTo(x - drop.length * height * 0.06, y + drop.length * height);
      }
      context.stroke();
    },
  };
};

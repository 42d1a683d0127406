/** Folds of cloth, or of light: bands that roll slowly over one another. For prompts that name no place. */
import { css, mix, white } from '../color.ts';
import { blur, createMotes, createProfile, drawPlane, paint, paintGlow, paintSky } from '../layers.ts';
import type { Canvas2d, Plane } from '../layers.ts';
import { glide } from '../motion.ts';
import { between } from '../random.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

const foldCount = 7;

function paintFold(input: SceneInput, index: number, travel: number): Plane {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const depth = index / (foldCount - 1);
  const wide = width + travel;
  const profile = createProfile(random);
  const slope = between(-0.18, 0.18, random) * unit;
  const amplitude = unit * between(0.2, 0.34, random);
  const stretch = unit * between(0.55, 0.9, random);
  const base = height * (0.2 + 0.82 * depth);
  const crest = (x: number): number =>
    base + slope * (x / wide - 0.5) - amplitude * (profile(x / stretch + index * 5.1, 1) - 0.35);
  const top = Math.floor(base - amplitude * 0.8 - Math.abs(slope));
  // Light at the middle folds, darkness before and behind them.
  const glow = Math.sin(Math.PI * (0.12 + 0.76 * depth)) ** 1.6;
  const body = mix(mix(palette.sky[0], palette.sky[1], 0.35 + 0.65 * glow), palette.sky[2], glow * 0.7);
  const dark = mix(palette.near, palette.sky[0], 0.5);
  // The next folds hide the rest.
  const end = Math.min(
    height + unit * 0.03,
    Math.ceil(base + height * 0.3 + amplitude * 0.5 + Math.abs(slope)),
  );
  const trace = (context: Canvas2d, shift: number): void => {
    context.beginPath();
    context.moveTo(-20, end + 20);
    for (let x = -20; x <= wide + 20; x += 4) context.lineTo(x, crest(x) + shift);
    context.lineTo(wide + 20, end + 20);
    context.closePath();
  };
  const shadow = paint(wide, end - top, (context) => {
    context.translate(0, -top);
    context.fillStyle = css(palette.near, 0.55);
    trace(context, -unit * 0.012);
    context.fill();
  });
  const canvas = paint(wide, end - top, (context) => {
    // Its shadow on the fold behind.
    context.drawImage(blur(shadow, unit * 0.03), 0, 0);
    context.translate(0, -top);
    trace(context, 0);
    context.fillStyle = css(dark);
    context.fill();
    context.clip();
    // The sheen follows the crest: many thin bands from light to dark.
    const bands = 150;
    const deep = unit * between(0.34, 0.46, random);
    for (let band = 0; band < bands; band += 1) {
      const t = band / bands;
      const sheen = Math.exp(-(((t - 0.13) / 0.1) ** 2)) * (0.2 + 0.55 * glow);
      const color = mix(mix(mix(body, dark, t ** 0.8), palette.light, sheen), white, sheen * 0.12);
      trace(context, deep * t);
      context.fillStyle = css(color);
      context.fill();
    }
    context.strokeStyle = css(mix(palette.light, white, 0.25), 0.25 + 0.3 * glow);
    context.lineWidth = unit * 0.0022;
    context.beginPath();
    for (let x = 0; x <= wide; x += 4) context.lineTo(x, crest(x) + 1);
    context.stroke();
  });
  return { canvas, top, travel };
}

export const makeSilk: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const back = paintSky(
    width,
    height,
    [
      [0, palette.near],
      [0.5, palette.sky[0]],
      [1, palette.sky[1]],
    ],
    random,
  );
  const folds = Array.from({ length: foldCount }, (_, index) => ({
    plane: paintFold(input, index, width * between(0.18, 0.34, random)),
    direction: index % 2 === 0 ? 1 : -1,
  }));
  const glow = paintGlow(unit * 0.55, palette.accent, 0.4);
  const motes = createMotes(input, 50, random, palette.light);
  return {
    draw(context, { progress, seconds }) {
      const pan = glide(progress);
      context.drawImage(back, 0, 0);
      for (const [index, fold] of folds.entries()) {
        drawPlane(context, fold.plane, fold.direction > 0 ? pan : 1 - pan);
        if (index !== 3) continue;
        context.save();
        context.globalCompositeOperation = 'screen';
        const x = width * (0.25 + 0.5 * pan);
        context.drawImage(glow, x - glow.width / 2, height * 0.45 - glow.height / 2);
        context.restore();
      }
      motes(context, seconds, 0.5);
    },
  };
};

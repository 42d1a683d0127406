/** Dunes under a hot sky: a lit and a shaded flank each, ripples in the sand, dust in the light. */
import { css, mix, white } from '../color.ts';
import {
  createMotes,
  createProfile,
  drawPlane,
  paint,
  paintClouds,
  paintGlow,
  paintSky,
  shine,
} from '../layers.ts';
import type { Plane } from '../layers.ts';
import { glide } from '../motion.ts';
import { between } from '../random.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

const duneCount = 5;

/** Nothing of a dune's crest is lower than this. */
function baseOf(index: number, height: number): number {
  return height * (0.6 + 0.34 * (index / (duneCount - 1)) ** 1.2);
}

function paintDune(input: SceneInput, index: number, travel: number, sunSide: 1 | -1): Plane {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const depth = index / (duneCount - 1);
  const wide = width + travel;
  const profile = createProfile(random);
  const amplitude = unit * (0.07 + 0.2 * depth);
  const stretch = unit * (0.42 + 0.6 * depth);
  const base = baseOf(index, height);
  // The next dune hides the rest.
  const end = Math.min(height, Math.ceil(baseOf(index + 1, height)) + 2);
  const crest = (x: number): number => base - amplitude * profile(x / stretch + index * 7.3, 2) * 1.5;
  const top = Math.floor(base - amplitude * 1.6);
  const lit = mix(mix(palette.sky[2], palette.far, 0.35 + 0.65 * depth), palette.light, 0.16);
  const deep = mix(palette.far, palette.near, 0.12 + 0.72 * depth);
  const canvas = paint(wide, end - top, (context) => {
    context.translate(0, -top);
    context.beginPath();
    context.moveTo(0, height + 2);
    for (let x = 0; x <= wide + 3; x += 3) context.lineTo(x, crest(x));
    context.lineTo(wide + 3, height + 2);
    context.closePath();
    const gradient = context.createLinearGradient(
      0,
      base - amplitude * 1.3,
      0,
      base + unit * (0.12 + 0.25 * depth),
    );
    gradient.addColorStop(0, css(lit));
    gradient.addColorStop(1, css(mix(lit, deep, 0.75)));
    context.fillStyle = gradient;
    context.fill();
    context.clip();
    // The flank away from the sun: from each top a shade runs down along a curve.
    for (let x = stretch * 0.1; x < wide; x += stretch * 0.05) {
      const isTop = crest(x) < crest(x - stretch * 0.05) && crest(x) <= crest(x + stretch * 0.05);
      if (!isTop) continue;
      const reach = stretch * between(0.55, 0.9, random);
      const foot = height * 0.5 + unit * 0.7;
      const away = -sunSide;
      context.beginPath();
      context.moveTo(x, crest(x) - 1);
      for (let step = 0; step <= 40; step += 1) {
        const along = x + (away * reach * step) / 40;
        context.lineTo(along, crest(along) - 1);
      }
      context.lineTo(x + away * reach * 1.4, foot);
      context.lineTo(x - away * stretch * 0.1, foot);
      context.bezierCurveTo(
        x + away * stretch * 0.34,
        crest(x) + amplitude * 1.9,
        x - away * stretch * 0.2,
        crest(x) + amplitude * 0.8,
        x,
        crest(x) - 1,
      );
      const shade = context.createLinearGradient(x, 0, x + away * reach * 1.1, 0);
      shade.addColorStop(0, css(deep, 0.85));
      shade.addColorStop(0.75, css(deep, 0.45));
      shade.addColorStop(1, css(deep, 0));
      context.fillStyle = shade;
      context.fill();
    }
    // Ripples, only where they would be seen.
    context.lineWidth = Math.max(1, unit * 0.0016);
    for (let row = 1; row < 9 + depth * 26; row += 1) {
      const down = row * unit * (0.006 + 0.008 * depth);
      context.strokeStyle = css(
        row % 2 === 0 ? palette.light : deep,
        (0.05 + 0.1 * depth) * between(0.4, 1, random),
      );
      context.beginPath();
      for (let x = 0; x <= wide; x += 9) {
        const wave =
          Math.sin(x / (unit * 0.021) + row * 1.9) * unit * 0.0016 +
          Math.sin(x / (unit * 0.083) + row) * unit * 0.004;
        context.lineTo(x, crest(x) + down + wave * (1 + depth));
      }
      context.stroke();
    }
    context.strokeStyle = css(mix(palette.light, white, 0.2), 0.35);
    context.lineWidth = unit * 0.002;
    context.beginPath();
    for (let x = 0; x <= wide; x += 3) context.lineTo(x, crest(x) + 1);
    context.stroke();
  });
  return { canvas, top, travel };
}

export const makeDunes: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const sky = paintSky(
    width,
    height,
    [
      [0, palette.sky[0]],
      [0.34, palette.sky[1]],
      [0.6, palette.sky[2]],
      [1, palette.sky[2]],
    ],
    random,
  );
  const sunX = width * (random() < 0.5 ? between(0.16, 0.34, random) : between(0.66, 0.84, random));
  const sunSide = sunX < width / 2 ? -1 : 1;
  const sunY = height * between(0.34, 0.46, random);
  const glow = paintGlow(unit * 0.75, palette.light, 0.65);
  shine(sky, glow, sunX, sunY);
  const disc = paintGlow(unit * 0.085, mix(palette.light, white, 0.55), 1, 0.86);
  const clouds: Plane = {
    canvas: paintClouds({
      width: width * 1.4,
      height: height * 0.34,
      color: mix(palette.sky[2], palette.light, 0.5),
      cloudWidth: unit * 1.1,
      cloudHeight: unit * 0.07,
      low: 0.46,
      high: 0.8,
      alpha: 0.5,
      random,
    }),
    top: height * 0.1,
    travel: width * 0.4,
  };
  const dust: Plane = {
    canvas: paintClouds({
      width: width * 1.6,
      height: unit * 0.3,
      color: mix(palette.sky[2], palette.light, 0.6),
      cloudWidth: unit * 0.9,
      cloudHeight: unit * 0.16,
      low: 0.36,
      high: 0.85,
      alpha: 0.6,
      random,
    }),
    top: height * 0.6 - unit * 0.12,
    travel: width * 0.6,
  };
  const dunes = Array.from({ length: duneCount }, (_, index) =>
    paintDune(input, index, width * (0.03 + 0.19 * (index / (duneCount - 1)) ** 1.4), sunSide),
  );
  const motes = createMotes(input, 40, random, palette.light);
  const forward = random() < 0.5;
  return {
    draw(context, { progress, seconds }) {
      const pan = forward ? glide(progress) : 1 - glide(progress);
      context.drawImage(sky, 0, 0);
      drawPlane(context, clouds, 0.2 + progress * 0.08);
      context.drawImage(disc, sunX - disc.width / 2, sunY - disc.height / 2);
      for (const [index, dune] of dunes.entries()) {
        drawPlane(context, dune, pan);
        if (index === 1) drawPlane(context, dust, 0.2 + progress * 0.3);
      }
      motes(context, seconds, 0.3);
    },
  };
};

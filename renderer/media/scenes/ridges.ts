/** Mountain ridges in haze, one behind the other, with a low sun and a valley of mist. */
import { css, mix } from '../color.ts';
import { createProfile, drawPlane, paint, paintClouds, paintGlow, paintSky } from '../layers.ts';
import type { Plane } from '../layers.ts';
import { glide, smoothstep } from '../motion.ts';
import { between } from '../random.ts';
import { traceConifers } from './conifer.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

const ridgeCount = 6;

/** Where a ridge stands: nothing of it is higher than its crest, nothing of its crest lower than this. */
function baseOf(index: number, width: number, height: number): number {
  const depth = index / (ridgeCount - 1);
  return height * (0.57 + 0.4 * depth ** 1.15) + Math.min(width, height) * 0.04;
}

function paintRidge(input: SceneInput, index: number, travel: number): Plane {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const depth = index / (ridgeCount - 1);
  const wide = width + travel;
  const profile = createProfile(random);
  const amplitude = unit * (0.36 - 0.17 * depth);
  const stretch = unit * (0.62 - 0.2 * depth);
  const base = baseOf(index, width, height);
  // The next ridge hides the rest.
  const end = Math.min(height, Math.ceil(baseOf(index + 1, width, height)) + 2);
  const crest = (x: number): number => {
    const noise = profile(x / stretch + index * 11, 7);
    // Folding the noise makes peaks; the near ridges are rounder.
    const peaks = 1 - Math.abs(noise * 2 - 1);
    return base - amplitude * (peaks * (1 - depth * 0.75) + noise * (0.15 + depth * 0.6));
  };
  const top = Math.floor(base - amplitude * 1.15 - unit * 0.12);
  const bottom = Math.min(height, Math.ceil(base + unit * 0.2));
  const body = mix(palette.far, palette.near, depth ** 1.25);
  const haze = mix(mix(palette.sky[2], palette.far, 0.25), body, 0.06 + depth * 0.66);
  const canvas = paint(wide, end - top, (context) => {
    context.translate(0, -top);
    context.beginPath();
    context.moveTo(0, height + 2);
    for (let x = 0; x <= wide + 3; x += 3) context.lineTo(x, crest(x));
    context.lineTo(wide + 3, height + 2);
    context.closePath();
    const gradient = context.createLinearGradient(0, base - amplitude, 0, bottom);
    gradient.addColorStop(0, css(body));
    gradient.addColorStop(1, css(haze));
    context.fillStyle = gradient;
    context.fill();
    context.save();
    context.clip();
    // The light grazes the slopes: a few strokes fall from the crest.
    context.lineWidth = unit * 0.0045;
    for (let x = 0; x < wide; x += unit * 0.008) {
      const slope = crest(x + 8) - crest(x - 8);
      if (Math.abs(slope) < 2) continue;
      const lit = slope > 0 ? palette.light : palette.near;
      context.strokeStyle = css(lit, (0.02 + 0.07 * random()) * (1 - depth));
      const y = crest(x);
      const fall = unit * between(0.02, 0.11, random);
      const aside = Math.sign(slope) * fall * between(0.35, 0.8, random);
      context.beginPath();
      context.moveTo(x, y);
      context.quadraticCurveTo(x + aside * 0.2, y + fall * 0.6, x + aside, y + fall);
      context.stroke();
    }
    context.restore();
    if (depth > 0.55) {
      context.fillStyle = css(body);
      const size = unit * (depth > 0.9 ? 0.15 : depth > 0.75 ? 0.07 : 0.035);
      const grove = createProfile(random);
      traceConifers(
        context,
        wide,
        crest,
        size,
        (x) => smoothstep(0.38, 0.62, grove(x / (unit * 0.3), 2)),
        random,
      );
    }
  });
  return { canvas, top, travel };
}

export const makeRidges: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const horizon = 0.6;
  const sky = paintSky(
    width,
    height,
    [
      [0, palette.sky[0]],
      [horizon * 0.55, palette.sky[1]],
      [horizon, palette.sky[2]],
      [1, palette.sky[2]],
    ],
    random,
  );
  const sunX = width * between(0.25, 0.75, random);
  const sunY = height * (horizon - between(0.32, 0.44, random));
  const sunRadius = unit * (palette.mood === 'night' ? 0.042 : 0.055);
  const glow = paintGlow(unit * 0.62, palette.light, palette.mood === 'day' ? 0.5 : 0.6);
  const disc = paintGlow(sunRadius * 1.15, mix(palette.light, [255, 255, 255], 0.5), 1, 0.8);
  const clouds: Plane = {
    canvas: paintClouds({
      width: width * 1.5,
      height: height * 0.42,
      color: mix(palette.light, palette.accent, 0.35),
      cloudWidth: unit * 0.75,
      cloudHeight: unit * 0.13,
      low: 0.44,
      high: 0.72,
      alpha: 0.6,
      random,
    }),
    top: height * 0.03,
    travel: width * 0.5,
  };
  const mists = [0, 1].map((index): Plane => ({
    canvas: paintClouds({
      width: width * 1.6,
      height: unit * 0.34,
      color: mix(palette.sky[2], palette.light, 0.3),
      cloudWidth: unit * 0.6,
      cloudHeight: unit * 0.2,
      low: 0.3,
      high: 0.75,
      alpha: 0.85 - index * 0.25,
      random,
    }),
    top: height * (0.57 + index * 0.16),
    travel: width * 0.6,
  }));
  const ridges = Array.from({ length: ridgeCount }, (_, index) =>
    paintRidge(input, index, width * (0.02 + 0.17 * (index / (ridgeCount - 1)) ** 1.5)),
  );
  const forward = random() < 0.5;
  return {
    draw(context, { progress }) {
      const pan = forward ? glide(progress) : 1 - glide(progress);
      context.drawImage(sky, 0, 0);
      const x = sunX - pan * width * 0.015;
      const y = sunY - progress * unit * 0.02;
      context.save();
      context.globalCompositeOperation = 'screen';
      context.drawImage(glow, x - glow.width / 2, y - glow.height / 2);
      context.restore();
      context.drawImage(disc, x - disc.width / 2, y - disc.height / 2);
      drawPlane(context, clouds, 0.2 + pan * 0.12);
      for (const [index, ridge] of ridges.entries()) {
        drawPlane(context, ridge, pan);
        const mist = index === 1 ? mists[0] : index === 3 ? mists[1] : undefined;
        if (mist !== undefined) drawPlane(context, mist, 0.25 + progress * 0.16 + index * 0.06);
      }
    },
  };
};

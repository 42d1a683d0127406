/** The sea with a low sun: a path of glitter, bands of waves, a far island, a small sail. */
import { css, mix, white } from '../color.ts';
import { createProfile, drawPlane, paint, paintClouds, paintGlow, paintSky, shine } from '../layers.ts';
import type { Canvas2d, Plane } from '../layers.ts';
import { glide } from '../motion.ts';
import { between } from '../random.ts';
import type { SceneInput, SceneMaker } from './scene-input.ts';

interface Glint {
  x: number;
  y: number;
  width: number;
  height: number;
  phase: number;
  speed: number;
}

/** Lights on the water: narrow at the horizon, wider and looser towards the viewer. */
function createGlints(input: SceneInput, horizon: number, sunX: number): Glint[] {
  const { height, random } = input;
  const unit = Math.min(input.width, height);
  return Array.from({ length: 900 }, () => {
    const near = random() ** 2;
    const spread = (random() + random() + random() - 1.5) / 1.5;
    return {
      x: sunX + spread * unit * (0.085 + 0.34 * near),
      y: horizon + 2 + near * (height - horizon) * 0.98,
      width: unit * (0.008 + 0.05 * near) * between(0.5, 1.3, random),
      height: Math.max(1, unit * (0.0016 + 0.0052 * near)),
      phase: random() * 6.28,
      speed: between(1.1, 3.2, random),
    };
  });
}

/** One band of water: many flat strokes, lighter and darker than the water itself. */
function paintWaves(input: SceneInput, top: number, bottom: number, near: number, travel: number): Plane {
  const { width, palette, random } = input;
  const unit = Math.min(width, input.height);
  const wide = width + travel;
  const canvas = paint(wide, bottom - top, (context) => {
    const count = (wide / unit) * 230;
    for (let stroke = 0; stroke < count; stroke += 1) {
      const y = between(0, bottom - top, random);
      // Thins out at both edges, so that neighbouring bands run into one another.
      const edge = Math.sin((Math.PI * y) / (bottom - top));
      const light = random() < 0.45;
      context.fillStyle = css(light ? palette.sky[2] : palette.near, (light ? 0.2 : 0.2) * edge * random());
      const x = between(-unit * 0.1, wide, random);
      const length = unit * (0.025 + 0.15 * near) * between(0.4, 1.4, random);
      context.beginPath();
      context.ellipse(x + length / 2, y, length / 2, unit * (0.0015 + 0.006 * near), 0, 0, Math.PI * 2);
      context.fill();
    }
  });
  return { canvas, top, travel };
}

function paintIsland(input: SceneInput, horizon: number, travel: number): Plane {
  const { width, palette, random } = input;
  const unit = Math.min(width, input.height);
  const tall = Math.ceil(unit * 0.16);
  const profile = createProfile(random);
  const centre = random() < 0.5 ? between(0, 0.25, random) : between(0.75, 1, random);
  const canvas = paint(width + travel, tall, (context) => {
    for (const [rank, color] of [mix(palette.far, palette.sky[2], 0.45), palette.far].entries()) {
      context.fillStyle = css(color);
      context.beginPath();
      context.moveTo(0, tall);
      for (let x = 0; x <= width + travel; x += 3) {
        const away = Math.abs(x / (width + travel) - centre + rank * 0.07) / (0.5 - rank * 0.14);
        const hump = Math.max(0, 1 - away ** 1.6);
        context.lineTo(x, tall - hump * tall * (0.25 + 0.65 * profile(x / (unit * 0.24) + rank * 9, 6)));
      }
      context.lineTo(width + travel, tall);
      context.fill();
    }
  });
  return { canvas, top: Math.round(horizon - tall + 1), travel };
}

function drawSail(context: Canvas2d, x: number, y: number, size: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x, y - size);
  context.quadraticCurveTo(x + size * 0.42, y - size * 0.5, x + size * 0.46, y - size * 0.12);
  context.lineTo(x + size * 0.02, y - size * 0.12);
  context.closePath();
  context.moveTo(x - size * 0.03, y - size * 0.86);
  context.quadraticCurveTo(x - size * 0.22, y - size * 0.4, x - size * 0.32, y - size * 0.12);
  context.lineTo(x - size * 0.03, y - size * 0.12);
  context.closePath();
  context.moveTo(x - size * 0.4, y - size * 0.08);
  context.lineTo(x + size * 0.52, y - size * 0.08);
  context.quadraticCurveTo(x + size * 0.4, y + size * 0.03, x + size * 0.25, y + size * 0.03);
  context.lineTo(x - size * 0.25, y + size * 0.03);
  context.closePath();
  context.fill();
}

/** The sun or moon, its glow, and under it the light on the water, in which the glints will dance. */
function paintSun(
  back: OffscreenCanvas,
  sun: {
    horizon: number;
    sunX: number;
    sunY: number;
    disc: OffscreenCanvas;
    glow: OffscreenCanvas;
    path: OffscreenCanvas;
  },
): void {
  const { horizon, sunX, sunY, disc, glow, path } = sun;
  const context = back.getContext('2d');
  if (context === null) throw new Error('This system offers no canvas to draw on.');
  const deep = back.height - horizon;
  const wide = path.width * 0.44;
  context.save();
  context.beginPath();
  context.rect(0, 0, back.width, horizon);
  context.clip();
  context.drawImage(disc, sunX - disc.width / 2, sunY - disc.height / 2);
  context.restore();
  shine(back, glow, sunX, sunY);
  context.save();
  context.beginPath();
  context.rect(0, horizon, back.width, deep);
  context.clip();
  context.globalCompositeOperation = 'screen';
  context.drawImage(path, sunX - wide / 2, horizon - deep, wide, deep * 2);
  context.restore();
}

export const makeSea: SceneMaker = (input) => {
  const { width, height, palette, random } = input;
  const unit = Math.min(width, height);
  const horizon = Math.round(height * between(0.52, 0.58, random));
  const night = palette.mood === 'night';
  const water = mix(palette.sky[1], palette.near, 0.55);
  const back = paintSky(
    width,
    height,
    [
      [0, palette.sky[0]],
      [(horizon / height) * 0.6, palette.sky[1]],
      [horizon / height - 0.001, palette.sky[2]],
      [horizon / height, mix(palette.sky[2], water, 0.35)],
      [horizon / height + 0.12, water],
      [1, mix(palette.near, water, 0.45)],
    ],
    random,
  );
  const sunX = width * between(0.3, 0.7, random);
  const sunY = horizon - unit * (night ? between(0.24, 0.34, random) : between(0.06, 0.12, random));
  const glow = paintGlow(unit * 0.7, palette.light, night ? 0.4 : 0.6);
  const disc = paintGlow(unit * (night ? 0.05 : 0.075), mix(palette.light, white, 0.5), 1, 0.86);
  paintSun(back, {
    horizon,
    sunX,
    sunY,
    disc,
    glow,
    path: paintGlow(unit * 0.5, palette.light, night ? 0.35 : 0.5),
  });
  const clouds: Plane[] = [0, 1].map((index) => ({
    canvas: paintClouds({
      width: width * 1.4,
      height: (horizon - unit * 0.05) * (index === 0 ? 0.9 : 0.5),
      color: index === 0 ? mix(palette.accent, palette.light, 0.4) : mix(palette.sky[1], palette.sky[0], 0.4),
      cloudWidth: unit * (index === 0 ? 0.9 : 0.5),
      cloudHeight: unit * (index === 0 ? 0.11 : 0.06),
      low: 0.42,
      high: 0.75,
      alpha: (index === 0 ? 0.6 : 0.4) * (night ? 0.5 : 1),
      random,
    }),
    top: index === 0 ? 0 : horizon * 0.42,
    travel: width * 0.4,
  }));
  const island = paintIsland(input, horizon, width * 0.05);
  const bands = [0, 1, 2, 3, 4].map((index) => {
    const from = horizon + (height - horizon) * (index / 5) ** 1.5;
    const to = horizon + (height - horizon) * ((index + 1.5) / 5) ** 1.5;
    return paintWaves(
      input,
      Math.round(from),
      Math.round(Math.min(to, height + unit * 0.05)),
      (index + 1) / 5,
      width * 0.14,
    );
  });
  const glints = createGlints(input, horizon, sunX);
  const glint = paintGlow(16, mix(palette.light, white, 0.45), 1, 0.25);
  const sailFrom = between(0.2, 0.8, random);
  const direction = random() < 0.5 ? 1 : -1;
  const sailColor = css(mix(palette.near, palette.far, 0.25));
  return {
    draw(context, { progress, seconds }) {
      const pan = glide(progress);
      context.drawImage(back, 0, 0);
      for (const [index, cloud] of clouds.entries())
        drawPlane(context, cloud, 0.2 + progress * 0.1 * (index + 1));
      drawPlane(context, island, direction > 0 ? pan : 1 - pan);
      for (const [index, band] of bands.entries()) {
        const sway = Math.sin(seconds * (0.55 - index * 0.04) + index * 1.7);
        drawPlane(context, band, 0.5 + direction * (pan - 0.5) * (0.3 + index * 0.16) + sway * 0.025);
      }
      context.save();
      context.globalCompositeOperation = 'lighter';
      for (const each of glints) {
        const flash = Math.sin(each.phase + seconds * each.speed);
        if (flash < 0) continue;
        context.globalAlpha = flash * (night ? 0.55 : 0.75);
        const stretch = each.width * (0.5 + 0.5 * flash);
        const bob = Math.sin(seconds * 0.9 + each.y * 0.03) * each.height;
        context.drawImage(glint, each.x - stretch / 2, each.y + bob - each.height, stretch, each.height * 2);
      }
      context.restore();
      const sailX = width * (sailFrom + direction * progress * 0.05);
      drawSail(
        context,
        sailX,
        horizon + unit * 0.03 + Math.sin(seconds * 1.1) * unit * 0.0018,
        unit * 0.075,
        sailColor,
      );
    },
  };
};

import type { Canvas2d } from '../layers.ts';
import { between } from '../random.ts';
import type { Random } from '../random.ts';

/** Adds the outline of a conifer to the current path. Its foot stands on `x`, `y`. */
function traceConifer(context: Canvas2d, x: number, y: number, height: number, random: Random): void {
  const half = height * between(0.15, 0.21, random);
  const tiers = 7;
  const lean = between(-0.02, 0.02, random) * height;
  const side = (direction: 1 | -1, tier: number): void => {
    const t = tier / tiers;
    const reach = half * t ** 0.85 * between(0.8, 1.1, random);
    const level = y - height * (1 - t) * 0.96;
    context.lineTo(x + lean * (1 - t) + direction * reach, level + height * 0.035);
    context.lineTo(x + lean * (1 - t) + direction * reach * 0.42, level);
  };
  context.moveTo(x + lean, y - height);
  for (let tier = 1; tier <= tiers; tier += 1) side(1, tier);
  context.lineTo(x + height * 0.02, y + height * 0.08);
  context.lineTo(x - height * 0.02, y + height * 0.08);
  for (let tier = tiers; tier >= 1; tier -= 1) {
    const t = tier / tiers;
    const reach = half * t ** 0.85 * between(0.8, 1.1, random);
    const level = y - height * (1 - t) * 0.96;
    context.lineTo(x + lean * (1 - t) - reach * 0.42, level);
    context.lineTo(x + lean * (1 - t) - reach, level + height * 0.035);
  }
  context.closePath();
}

/** A row of conifers of mixed heights along a line, denser in groves. */
export function traceConifers(
  context: Canvas2d,
  width: number,
  groundAt: (x: number) => number,
  size: number,
  density: (x: number) => number,
  random: Random,
): void {
  context.beginPath();
  for (let x = -size; x < width + size; x += size * between(0.12, 0.32, random)) {
    if (random() > density(x)) continue;
    traceConifer(context, x, groundAt(x) + size * 0.06, size * between(0.45, 1.05, random), random);
  }
  context.fill();
}

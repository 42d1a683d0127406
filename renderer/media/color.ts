/** Red, green, blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`. */
export function hex(code: string): Rgb {
  const bits = Number.parseInt(code.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** From `a` (amount 0) to `b` (amount 1). */
export function mix(a: Rgb, b: Rgb, amount: number): Rgb {
  return [a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount, a[2] + (b[2] - a[2]) * amount];
}

/** A CSS colour. Alpha from 0 to 1. */
export function css(color: Rgb, alpha = 1): string {
  return `rgba(${Math.round(color[0])}, ${Math.round(color[1])}, ${Math.round(color[2])}, ${alpha})`;
}

export const white: Rgb = [255, 255, 255];

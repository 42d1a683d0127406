/** Whether a row of measurements grows: its second quarter beside its last. The first is the app's warming up. */
import { percentile } from '../bench/measure.ts';

export interface Growth {
  /** Median of the second quarter. */
  early: number;
  /** Median of the last quarter. */
  late: number;
  grew: number;
  /** Of the line through all but the first quarter, per sample. */
  slope: number;
}

/** Of the line with the least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let together = 0;
  let alone = 0;
  for (const [index, value] of values.entries()) {
    together += (index - middle) * (value - mean);
    alone += (index - middle) ** 2;
  }
  return together / alone;
}

export function growthOf(values: readonly number[]): Growth {
  const quarter = Math.floor(values.length / 4);
  const early = percentile(values.slice(quarter, 2 * quarter), 0.5);
  const late = percentile(values.slice(-quarter), 0.5);
  return { early, late, grew: late - early, slope: slopeOf(values.slice(quarter)) };
}

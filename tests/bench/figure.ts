/** What a figure of the bench is, and how it is printed. */
import { percentile } from './measure.ts';

export interface BenchOptions {
  /** How often each is measured. */
  runs: number;
}

export interface Figure {
  name: string;
  /** Each measurement. */
  values: readonly number[];
  unit: 'ms' | 'MB' | 'MB/s' | 'kB' | '%';
  /** What it is compared with, measured in the same run, in the same unit. */
  beside: { name: string; values: readonly number[] };
  /** As the project states it; null where it states none. */
  goal: string | null;
  isMet?: (median: number, ratio: number) => boolean;
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

const digits = { ms: 1, MB: 1, 'MB/s': 0, kB: 1, '%': 2 };

function spread(values: readonly number[], unit: Figure['unit']): string {
  const show = (value: number) => value.toFixed(digits[unit]);
  if (values.length === 1) return `${show(median(values))} ${unit}`;
  return `${show(median(values))} (${show(Math.min(...values))} – ${show(Math.max(...values))}) ${unit}`;
}

/** The figures as a table in Markdown: medians with the least and the most. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, values, unit, beside, goal, isMet }) => {
    const ratio = median(values) / median(beside.values);
    return [
      name,
      spread(values, unit),
      `${beside.name}: ${spread(beside.values, unit)}`,
      ratio.toFixed(ratio < 0.1 ? 4 : 2),
      goal === null ? 'none' : `${goal}: ${isMet?.(median(values), ratio) === true ? 'met' : 'missed'}`,
    ];
  });
  const head = ['Figure', 'Median (min – max)', 'Beside', 'Ratio', 'Goal'];
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

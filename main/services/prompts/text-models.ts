/** The text models that are asked for versions of a prompt, as data. */
import type { TextUsage } from '../../backends/gemini-text.ts';

interface TextPrice {
  /** From when it holds, milliseconds since 1970. */
  from: number;
  /** USD for a million tokens. */
  input: number;
  output: number;
}

export interface TextModel {
  id: string;
  label: string;
  /** Oldest first. */
  prices: readonly [TextPrice, ...TextPrice[]];
}

/** The first that the service still has is asked. Source of prices: published price lists for the Gemini API, 2026-11-27. */
export const textModels: readonly [TextModel, ...TextModel[]] = [
  {
    id: 'gemini-3.8-flash',
    label: 'Gemini 3.8 Flash',
    prices: [
      { from: 0, input: 0.75, output: 3.75 },
      // The first price is said to end with the year.
      { from: Date.UTC(2027, 0, 1), input: 1.5, output: 7.5 },
    ],
  },
  {
    id: 'gemini-3.1-flash-lite',
    label: 'Gemini 3.1 Flash-Lite',
    prices: [{ from: 0, input: 0.25, output: 1.5 }],
  },
];

/** USD for some tokens at a time, to a hundredth of a cent, upwards. */
export function textUsd({ prices }: TextModel, usage: TextUsage, now: number): number {
  const { input, output } = prices.findLast(({ from }) => now >= from) ?? prices[0];
  const usd = (usage.inputTokens * input + usage.outputTokens * output) / 1_000_000;
  return Math.ceil(usd * 10_000 - 1e-9) / 10_000;
}

import { littleTimeMs } from '../../../preload/contract/domain.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export function isShort(leftMs: number): boolean {
  return leftMs < littleTimeMs;
}

/** A stretch of time in its two largest parts: `1 day 3 h`, `5 h 12 min`, `8 min`. Rounded down. */
export function stretchWords(ms: number, text: Dictionary, format: Format): string {
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms % dayMs) / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const { card } = text;
  if (days > 0) return `${card.days(format.number(days), days)} ${card.hours(format.number(hours))}`;
  if (hours > 0) return `${card.hours(format.number(hours))} ${card.minutes(format.number(minutes))}`;
  return card.minutes(format.number(minutes));
}

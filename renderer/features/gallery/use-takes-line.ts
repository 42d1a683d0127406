import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { shapeWords } from './shape-words.ts';
import { summaryOfTakes } from './take-groups.ts';

/**
 * `4 takes · 2 of 4 ready · $12.80 in all · 16:9 · 720p · 8 s`, and `short` for the width of one card:
 * `2 of 4 ready · $12.80`. In the queue, where none is ready: `4 takes · $12.80 in all · 16:9 · 720p · 8 s`.
 */
export function useTakesLine(
  takes: readonly Operation[],
): Record<'full' | 'short' | 'queued' | 'settings', string> {
  const text = useText();
  const format = useFormat();
  const { ready, failed, usd } = summaryOfTakes(takes);
  const total = format.number(takes.length);
  const request = takes[0]?.request;
  const hasEnded = ready + failed === takes.length;
  const count = text.takes.count(total);
  const progress = hasEnded ? null : text.takes.ready(format.number(ready), total);
  const failures = failed === 0 ? null : text.takes.failed(format.number(failed));
  const price = usd === null ? text.card.demo : usd === 0 ? null : format.usd(usd);
  const settings = request && shapeWords(request, text);
  const join = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
  const sum = usd ? text.queue.inAll(format.usd(usd)) : price;
  return {
    full: join(count, progress, failures, sum, settings),
    queued: join(count, sum, settings),
    short: join(progress ?? count, failures, price),
    settings: settings ?? '',
  };
}

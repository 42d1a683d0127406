import type { Operation } from '../../../preload/contract/domain.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import { isVideo } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { shapeWords } from './shape-words.ts';

/**
 * `16:9 · 720p · 8 s · $3.20`, and what is unusual: `Extended`, `Take 2 of 4`; of an extended clip
 * `16:9 · 720p · 22 s · 3 parts`. A run that failed names no price here:
 * its error says what was charged. Among its takes, which have their settings in common: `Take 2 of 4 · $3.20`.
 */
export function useSettingsLine(operation: Operation, isInGroup = false): string {
  const { request, service, status, estimatedUsd, group } = operation;
  const text = useText();
  const format = useFormat();
  const { card } = text;
  const imageModes: Partial<Record<Mode, string | null>> = text.images.modes;
  const price = service === 'demo' ? card.demo : status === 'error' ? null : format.usd(estimatedUsd);
  const take = group && card.take(format.number(group.take), format.number(group.takes));
  if (isInGroup) return [take, price].filter((part) => part !== null).join(' · ');
  // The price of its last part would look like that of all.
  if (request.mode === 'extend' && operation.clip !== null) {
    const { durationSeconds } = operation.clip;
    const seconds = durationSeconds === null ? request.duration : format.number(Math.round(durationSeconds));
    const extended = card.parts(format.number(operation.extensions + 1));
    return [card.settings(request.aspectRatio, request.resolution, seconds), extended, take]
      .filter((part) => part !== null)
      .join(' · ');
  }
  const parts = [
    shapeWords(request, text),
    price,
    isVideo(request) ? card.modes[request.mode] : imageModes[request.mode],
    take,
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(' · ');
}

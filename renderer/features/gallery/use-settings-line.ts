import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';

/** `16:9 · 720p · 8 s · $3.20`. A run that failed names no price here: its error says what was charged. */
export function useSettingsLine({ request, service, status, estimatedUsd }: Operation): string {
  const text = useText();
  const format = useFormat();
  const settings = text.card.settings(request.aspectRatio, request.resolution, request.duration);
  if (service === 'demo') return text.card.withPrice(settings, text.card.demo);
  return status === 'error' ? settings : text.card.withPrice(settings, format.usd(estimatedUsd));
}

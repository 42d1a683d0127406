import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useFilters } from './filters-store.ts';

/** The words for what the gallery shows: clips or images. */
export function useMade(): Dictionary['made']['video'] {
  const text = useText();
  const medium = useFilters((state) => state.medium);
  return text.made[medium];
}

/** Keeps what the gallery shows, mode and filters, through a reload. A new start shows everything. */
import { wholeLibrary } from '../../preload/contract/library.ts';
import { mediums } from '../../preload/contract/mediums.ts';
import { useFilters } from '../features/gallery/filters-store.ts';
import type { Filters } from '../features/gallery/filters-store.ts';
import { keep, keepOn, oneOf, readKept } from '../lib/kept.ts';
import { useUi } from '../lib/ui-store.ts';

const key = 'view';

function write(): void {
  const { medium, filters, others } = useFilters.getState();
  keep(sessionStorage, key, { mode: medium, filters, others });
}

/** The app wrote them itself, in this run: only their outline is checked. */
function filtersOf(value: unknown): Filters {
  return typeof value === 'object' && value !== null ? { ...wholeLibrary, ...value } : wholeLibrary;
}

/** Brings back what was kept and keeps it from then on. Gives the function that ends this. */
export function keepView(): () => void {
  const kept = readKept(sessionStorage, key);
  useUi.getState().setMode(oneOf(mediums, kept['mode']) ?? 'video');
  useFilters.setState({ filters: filtersOf(kept['filters']), others: filtersOf(kept['others']) });
  return keepOn(useFilters.subscribe, write);
}

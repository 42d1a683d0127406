import { useMemo } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModelNames } from '../../lib/queries.ts';
import { setFilters } from './filter-list.ts';
import type { SetFilter } from './filter-list.ts';
import { useFilters } from './filters-store.ts';

export function useSetFilters(): SetFilter[] {
  const text = useText();
  const format = useFormat();
  const models = useModelNames();
  const filters = useFilters((state) => state.filters);
  return useMemo(() => setFilters(filters, { text, format, models }), [filters, text, format, models]);
}

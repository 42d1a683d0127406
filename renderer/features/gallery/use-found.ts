import { useEffect } from 'react';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { isFiltered, useFilters } from './filters-store.ts';
import { useLibrary } from './library-source.ts';
import { useMade } from './use-made.ts';

/** How long somebody has to stop typing before the number is read out, milliseconds. */
const pauseMs = 600;

/** Tells a screen reader how many were found, once the typing pauses. */
export function useFound(): void {
  const made = useMade();
  const format = useFormat();
  const total = useLibrary((state) => state.total);
  const filters = useFilters((state) => state.filters);
  useEffect(() => {
    if (total === null || !isFiltered(filters)) return undefined;
    const timer = setTimeout(() => {
      useUi.getState().announce(made.found(format.number(total), total));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [total, filters, made, format]);
}

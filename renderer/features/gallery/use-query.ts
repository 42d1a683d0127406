import { useLayoutEffect, useMemo } from 'react';
import type { LibraryQuery } from '../../../preload/contract/library.ts';
import { useSessionScope } from '../sessions/use-session-scope.ts';
import { useFilters } from './filters-store.ts';
import { showQuery } from './library-source.ts';
import { clearSelection } from './selection-store.ts';

/** What the gallery shows: the filters within the session that is open, or within all. */
export function useQueryShown(): void {
  const { sessionId, isKnown } = useSessionScope();
  const filters = useFilters((state) => state.filters);
  const medium = useFilters((state) => state.medium);
  const query = useMemo<LibraryQuery>(
    () => ({ ...filters, medium, sessionId }),
    [filters, medium, sessionId],
  );
  // Before the window is drawn: clips are never seen among images.
  useLayoutEffect(() => {
    if (!isKnown) return;
    // What is selected may not be in sight any more: nobody deletes what they do not see.
    clearSelection();
    showQuery(query);
  }, [query, isKnown]);
}

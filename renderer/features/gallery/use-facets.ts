import { useQuery } from '@tanstack/react-query';
import type { LibraryFacets } from '../../../preload/contract/library.ts';
import { callOrThrow } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';
import { useSessionScope } from '../sessions/use-session-scope.ts';
import { useFilters } from './filters-store.ts';

/** How many of each there are in what is shown, whatever the filters. */
export function useFacets() {
  const { sessionId, isKnown } = useSessionScope();
  const medium = useFilters((state) => state.medium);
  return useQuery<LibraryFacets>({
    queryKey: [...queryKeys.facets, medium, sessionId],
    enabled: isKnown,
    queryFn: () => callOrThrow(() => window.zoetrope.library.facets({ sessionId, medium })),
    // The numbers of before stay until the new ones are there.
    placeholderData: (before) => before,
  });
}

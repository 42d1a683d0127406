import { useEffect, useEffectEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';
import { useUi } from '../../lib/ui-store.ts';
import { bringIntoScope } from '../sessions/bring-into-scope.ts';
import { isFiltered, useFilters } from './filters-store.ts';
import { useLibrary } from './library-source.ts';
import { revealCards } from './reveal-cards.ts';

/** Brings the cards into sight that were asked for, wherever they are in the library. */
export function useRevealInGrid(scrollTo: (index: number, align: 'auto' | 'center') => void): void {
  const client = useQueryClient();
  const shownIds = useUi((state) => state.shownIds);
  const query = useLibrary((state) => state.query);
  const scroll = useEffectEvent((index: number) => {
    scrollTo(index, 'center');
  });

  useEffect(() => {
    const [operationId] = shownIds;
    if (operationId === undefined || query === null) return undefined;
    const over = new AbortController();
    void (async () => {
      await bringIntoScope(client, operationId);
      const found = await call(() => window.zoetrope.library.position({ query, operationId }));
      if (over.signal.aborted) return;
      const index = found.ok ? found.value.index : null;
      if (index !== null) scroll(index);
      // The query changes with them, and this begins anew.
      else if (isFiltered(useFilters.getState().filters)) useFilters.getState().clear();
      over.signal.addEventListener('abort', revealCards(shownIds, useUi.getState().cardsShown));
    })();
    return () => {
      over.abort();
    };
  }, [client, shownIds, query]);
}

import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';
import { useUi } from '../../lib/ui-store.ts';
import { revealCards } from '../gallery/reveal-cards.ts';
import { bringIntoScope } from '../sessions/bring-into-scope.ts';

/** Brings the cards into sight that a clicked notification speaks of. */
export function useShownCards(): void {
  const client = useQueryClient();
  const shownIds = useUi((state) => state.shownIds);

  useEffect(() => {
    // The click may have opened this very window.
    void call(() => window.zoetrope.app.shown()).then((result) => {
      if (result.ok && result.value.operationIds.length > 0) {
        useUi.getState().showCards(result.value.operationIds);
      }
    });
  }, []);

  useEffect(() => {
    if (shownIds.length === 0) return undefined;
    void bringIntoScope(client, shownIds[0] ?? '');
    return revealCards(shownIds, useUi.getState().cardsShown);
  }, [client, shownIds]);
}

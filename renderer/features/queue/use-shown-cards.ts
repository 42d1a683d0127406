import { useEffect } from 'react';
import { call } from '../../lib/call.ts';
import { useUi } from '../../lib/ui-store.ts';

/** Asks for the cards that a clicked notification speaks of; the gallery brings them into sight. */
export function useShownCards(): void {
  useEffect(() => {
    // The click may have opened this very window.
    void call(() => window.zoetrope.app.shown()).then((result) => {
      if (result.ok && result.value.operationIds.length > 0) {
        useUi.getState().showCards(result.value.operationIds);
      }
    });
  }, []);
}

import { useEffect } from 'react';
import { call } from '../../lib/call.ts';
import { useUi } from '../../lib/ui-store.ts';

/** Brings these cards into sight, in the mode of the first one. */
export async function showOperations(operationIds: readonly string[]): Promise<void> {
  const [operationId] = operationIds;
  if (operationId === undefined) return;
  const found = await call(() => window.zoetrope.operations.get({ operationId }));
  const { mode, showCards } = useUi.getState();
  showCards(operationIds, found.ok ? found.value.request.medium : mode);
}

/** Asks for the cards that a clicked notification speaks of; the gallery brings them into sight. */
export function useShownCards(): void {
  useEffect(() => {
    // The click may have opened this very window.
    void call(() => window.zoetrope.app.shown()).then((result) => {
      if (result.ok) void showOperations(result.value.operationIds);
    });
  }, []);
}

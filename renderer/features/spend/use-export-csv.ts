import { useCallback } from 'react';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';

/** Asks where the ledger goes and says when it is there. Gives what went wrong, for whoever asked to say it. */
export function useExportCsv(): () => Promise<AppError | null> {
  const { saved } = useText().toasts;
  return useCallback(async () => {
    const result = await call(() => window.zoetrope.spend.exportCsv());
    if (!result.ok) return result.error;
    if (result.value.saved) useUi.getState().addToast({ kind: 'success', title: saved });
    return null;
  }, [saved]);
}

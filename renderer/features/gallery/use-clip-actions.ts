import { useMemo } from 'react';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';

export interface ClipActions {
  download: (operationId: string) => Promise<void>;
  showInFolder: (operationId: string) => Promise<void>;
  /** Puts the file on the system's clipboard. */
  copyFile: (operationId: string) => Promise<void>;
}

/** What can be done with a clip's file, on a card and in the player. */
export function useClipActions(): ClipActions {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const words = { text, format };
    return {
      download: async (operationId) => {
        const result = await call(() => window.zoetrope.clips.download({ operationId }));
        if (!result.ok) showError(result.error, words);
        else if (result.value.saved) useUi.getState().addToast({ kind: 'success', title: text.toasts.saved });
      },
      showInFolder: async (operationId) => {
        const result = await call(() => window.zoetrope.clips.showInFolder({ operationId }));
        if (!result.ok) showError(result.error, words);
      },
      copyFile: async (operationId) => {
        const result = await call(() => window.zoetrope.clips.copyFile({ operationId }));
        if (!result.ok) showError(result.error, words);
        else useUi.getState().addToast({ kind: 'success', title: text.details.fileCopied });
      },
    };
  }, [text, format]);
}

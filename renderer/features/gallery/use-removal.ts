import { useMemo } from 'react';
import { undoMs } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useSessionScope } from '../sessions/use-session-scope.ts';
import { useFilters } from './filters-store.ts';
import { libraryTouched } from './library-source.ts';

export interface Removal {
  /** Deletes at once; resolves to whether it did. The message that follows (`words`) offers Undo. */
  remove: (operationIds: string[], words?: string) => Promise<boolean>;
  clearFinished: () => Promise<void>;
}

/** The message goes a little before main's own time is up, so that its Undo is never too late. */
const undoToastMs = undoMs - 300;

interface Context {
  text: Dictionary;
  format: Format;
}

async function restore(context: Context, operationIds: string[]): Promise<void> {
  const result = await call(() => window.zoetrope.operations.restore({ operationIds }));
  if (!result.ok) {
    showError(result.error, context, context.text.toasts.notRestored);
    return;
  }
  libraryTouched();
  useUi.getState().addToast({ kind: 'success', title: context.text.toasts.restored, durationMs: 2000 });
}

function removed(context: Context, result: Result<{ operationIds: string[] }>, words?: string): boolean {
  const { text, format } = context;
  if (!result.ok) {
    showError(result.error, context);
    return false;
  }
  const { operationIds } = result.value;
  if (operationIds.length === 0) {
    useUi.getState().addToast({ title: text.toasts.nothingToClear });
    return false;
  }
  libraryTouched();
  useUi.getState().addToast({
    title: words ?? text.toasts.deleted(format.number(operationIds.length), operationIds.length),
    durationMs: undoToastMs,
    undoes: true,
    action: {
      label: text.toasts.undo,
      run: () => {
        void restore(context, operationIds);
      },
    },
  });
  return true;
}

export function useRemoval(): Removal {
  const text = useText();
  const format = useFormat();
  const { sessionId } = useSessionScope();
  const medium = useFilters((state) => state.medium);
  return useMemo(() => {
    const context = { text, format };
    return {
      remove: async (operationIds, words) =>
        removed(context, await call(() => window.zoetrope.operations.remove({ operationIds })), words),
      clearFinished: async () => {
        removed(context, await call(() => window.zoetrope.operations.clearFinished({ sessionId, medium })));
      },
    };
  }, [text, format, medium, sessionId]);
}

import { useMemo } from 'react';
import { undoMs } from '../../../preload/contract/domain.ts';
import type { Selection } from '../../../preload/contract/library.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useMade } from './use-made.ts';
import { libraryTouched } from './library-source.ts';

export interface Bulk {
  /** Hides all that is selected and not being made; its message offers one Undo for all of it. */
  remove: (selection: Selection) => Promise<boolean>;
  /** Asks for a folder; resolves when copying has begun or the user thought better of it. */
  download: (selection: Selection) => Promise<void>;
  cancelDownload: (jobId: string) => Promise<void>;
  /** The ids of a selection, for calls that take nothing else; null when there are more than `most`. */
  idsOf: (selection: Selection, most: number) => Promise<string[] | null>;
}

/** As many as one move takes (the contract's `moveClips`). */
export const mostMoved = 500;

/** The message goes a little before main's own time is up, so that its Undo is never too late. */
const undoToastMs = undoMs - 300;

/** What can be done with many clips at once. Each says by itself what became of it. */
export function useBulk(): Bulk {
  const text = useText();
  const made = useMade();
  const format = useFormat();
  return useMemo(() => {
    const { addToast } = useUi.getState();
    const words = { text, format };
    const undo = async (undoToken: string): Promise<void> => {
      const result = await call(() => window.zoetrope.library.restore({ undoToken }));
      libraryTouched();
      if (result.ok) addToast({ kind: 'success', title: text.toasts.restored, durationMs: 2000 });
      else showError(result.error, words, text.toasts.notRestored);
    };
    return {
      async remove(selection) {
        const result = await call(() => window.zoetrope.library.remove({ selection }));
        libraryTouched();
        if (!result.ok) {
          showError(result.error, words);
          return false;
        }
        const { count, skipped, undoToken } = result.value;
        const kept = skipped > 0 ? made.skipped(format.number(skipped), skipped) : null;
        if (count === 0) {
          addToast({ title: text.toasts.nothingToClear, message: kept });
          return false;
        }
        addToast({
          title: text.toasts.deleted(format.number(count), count),
          message: kept,
          durationMs: undoToastMs,
          undoes: true,
          action: { label: text.toasts.undo, run: () => void undo(undoToken) },
        });
        return true;
      },
      async download(selection) {
        const result = await call(() => window.zoetrope.library.download({ selection }));
        if (!result.ok) showError(result.error, words);
        else if (result.value.saved && result.value.jobId === undefined) {
          addToast({ kind: 'success', title: text.toasts.saved });
        }
      },
      async cancelDownload(jobId) {
        const result = await call(() => window.zoetrope.library.cancelDownload({ jobId }));
        if (!result.ok) showError(result.error, words);
      },
      async idsOf(selection, most) {
        if ('operationIds' in selection) {
          return selection.operationIds.length > most ? null : selection.operationIds;
        }
        const { query, except } = selection;
        const limit = most + except.length + 1;
        const answer = await call(() =>
          window.zoetrope.library.ids({ query, offset: 0, limit: Math.min(limit, 1000) }),
        );
        if (!answer.ok) {
          showError(answer.error, words);
          return [];
        }
        const ids = answer.value.operationIds.filter((id) => !except.includes(id));
        return ids.length > most ? null : ids;
      },
    };
  }, [text, made, format]);
}

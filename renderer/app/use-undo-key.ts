import { useEffect } from 'react';
import { useUi } from '../lib/ui-store.ts';

/** Ctrl+Z or ⌘Z takes the last deletion back while its message is there; in a text it stays the text's own. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!wanted || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement)
        return;
      const { toasts, dismissToast } = useUi.getState();
      const toast = toasts.findLast((candidate) => candidate.undoes);
      if (toast === undefined) return;
      event.preventDefault();
      dismissToast(toast.id);
      toast.action?.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';

/** Puts words on the clipboard and says so. */
export function useCopyText(): (words: string) => Promise<void> {
  const text = useText().details;
  return async (words) => {
    const { addToast } = useUi.getState();
    try {
      await navigator.clipboard.writeText(words);
      addToast({ kind: 'success', title: text.copied, durationMs: 2000 });
    } catch (error) {
      console.warn('The clipboard took nothing', error);
      addToast({ kind: 'error', title: text.copyFailed });
    }
  };
}

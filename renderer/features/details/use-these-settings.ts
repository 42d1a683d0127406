import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { keepForUndo } from '../compose/draft-undo.ts';
import { keepImageForUndo } from '../images/image-draft-undo.ts';
import { putBack } from '../compose/put-back.ts';

/** Puts an operation's whole request into the composer; what was being written there comes back with Undo. */
export function useTheseSettings(): (operation: Operation) => Promise<void> {
  const text = useText();
  const format = useFormat();
  return async (operation) => {
    const undo = operation.request.medium === 'image' ? keepImageForUndo() : keepForUndo();
    await putBack(operation, text, format);
    useUi.getState().addToast({
      title: text.details.replaced,
      ...(undo === null ? {} : { action: { label: text.toasts.undo, run: undo } }),
    });
  };
}

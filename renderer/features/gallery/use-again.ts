import { useState } from 'react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { showError } from '../../lib/show-error.ts';
import { useFormat } from '../../lib/queries.ts';
import { libraryTouched } from './library-source.ts';

/** Sends the request of an ended operation once more; the new card takes the old one's place in the gallery. */
export function useAgain(operation: Operation): {
  /** @param model another one, to which main translates the request; default: its own */
  again: (model?: string) => Promise<void>;
  isBusy: boolean;
} {
  const text = useText();
  const format = useFormat();
  // Stays busy after success: a second press would be a second paid request.
  const [isBusy, setBusy] = useState(false);

  async function again(model?: string): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const operationId = operation.id;
    const result = await call(() => window.zoetrope.operations.again({ operationId, model, replaces: true }));
    if (!result.ok) {
      showError(result.error, { text, format });
      setBusy(false);
      return;
    }
    libraryTouched();
  }

  return { again, isBusy };
}

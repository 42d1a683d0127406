import type { Operation } from '../../../preload/contract/domain.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { holdWords } from '../gallery/status-words.ts';

/** Why an operation waits although it might be its turn: a budget, or a refusal that may pass. Null for neither. */
export function useWaitWords(operation: Operation, isPaused: boolean): string | null {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const hold = holdWords(operation, text, format);
  if (hold !== null) return hold;
  if (operation.error === null) return null;
  const { title } = errorWords(operation.error, text, format);
  if (isPaused) return text.card.nextTryPaused(title);
  const waitSeconds = operation.retryAt === null ? 0 : Math.ceil((operation.retryAt - now) / 1000);
  return waitSeconds > 0
    ? text.card.nextTry(title, format.elapsed(waitSeconds))
    : text.card.nextTryNow(title);
}

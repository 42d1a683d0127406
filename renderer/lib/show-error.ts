import type { AppError } from '../../preload/contract/result.ts';
import { errorWords } from './error-words.ts';
import type { Format } from './format.ts';
import type { Dictionary } from './i18n/text.ts';
import { useUi } from './ui-store.ts';

/** Says in a message what went wrong. @param title default: the error's own */
export function showError(
  error: AppError,
  { text, format }: { text: Dictionary; format: Format },
  title?: string,
): void {
  const words = errorWords(error, text, format);
  useUi.getState().addToast({ kind: 'error', title: title ?? words.title, message: words.message });
}

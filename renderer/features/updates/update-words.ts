import type { UpdateState } from '../../../preload/contract/updates.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

/** How it stands with new versions, in a sentence; empty where nothing is known yet. */
export function updateWords(state: UpdateState, text: Dictionary, format: Format): string {
  const words = text.updates;
  if (state.error !== null) return errorWords(state.error, text, format).message;
  const version = state.version ?? '';
  switch (state.phase) {
    case 'idle':
      return '';
    case 'checking':
      return words.checking;
    case 'none':
      return words.none;
    case 'available':
      return state.offer === 'page' ? words.toGet(version) : words.toDownload(version);
    case 'downloading':
      return words.downloading(version, format.percent(state.fraction ?? 0));
    case 'ready':
      return state.atQuit ? words.atQuit(version) : words.ready(version);
  }
}

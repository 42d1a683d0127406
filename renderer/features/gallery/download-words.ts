/** What is said when the copying of several clips has ended. Pure. */
import type { DownloadProgress } from '../../../preload/contract/library.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

export interface EndWords {
  kind: 'success' | 'info' | 'error';
  title: string;
  message: string | null;
}

export function downloadEnd(progress: DownloadProgress, text: Dictionary, format: Format): EndWords {
  const { done, total, failed, cancelled, diskFull } = progress;
  const { library } = text;
  const title = cancelled
    ? library.copyCancelled(format.number(done), format.number(total))
    : library.copied(format.number(done), done);
  if (diskFull) return { kind: 'error', title, message: library.copyDiskFull };
  if (failed > 0) return { kind: 'error', title, message: library.copyFailed(format.number(failed), failed) };
  return { kind: cancelled ? 'info' : 'success', title, message: null };
}

import { isVideo } from '../../../preload/contract/domain.ts';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

/** `16:9 · 720p · 8 s`; of an image, which has no length, `16:9 · 1K`. */
export function shapeWords(request: Operation['request'], text: Dictionary): string {
  const { aspectRatio, resolution, duration } = request;
  return isVideo(request)
    ? text.card.settings(aspectRatio, resolution, duration)
    : [aspectRatio, resolution].join(' · ');
}

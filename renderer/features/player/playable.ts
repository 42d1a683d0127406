import type { ClipInfo, Operation } from '../../../preload/contract/domain.ts';

/** What has a file: a clip to play or an image to look at. */
export type Playable = Operation & { clip: ClipInfo };

export function isPlayable(operation: Operation): operation is Playable {
  return operation.clip !== null;
}

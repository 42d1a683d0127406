import type { ImageType } from '../../preload/contract/domain.ts';

/** An image's bytes as the user gave them. */
export interface StartImage {
  mimeType: ImageType;
  data: Uint8Array;
}

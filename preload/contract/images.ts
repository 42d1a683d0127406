/** Image mode: what can be asked for, what the models do, and what goes with what. Main and the form share it. */
import type { ImageType } from './domain.ts';
import type { ImageAspectRatio, ImageSize } from './mediums.ts';
import type { ImageModelInfo } from './models.ts';

export const imageLimits = {
  /** Images that one request may hold beside its prompt. */
  inputs: 3,
  takes: 4,
} as const;

/** How a sentence about an image begins that the service's filter held back. */
export const imageBlocked = 'Image generation blocked';

export interface ImageShape {
  aspectRatio: ImageAspectRatio;
  size: ImageSize;
}

export interface ImageWish extends ImageShape {
  inputs: number;
}

export type ImageRefusal =
  | { field: 'aspectRatio'; allowed: readonly ImageAspectRatio[] }
  | { field: 'size'; allowed: readonly ImageSize[] }
  | { field: 'inputs'; most: number };

/** Everything in a request that the model does not do; empty when it does all of it. */
export function checkImageWish(model: ImageModelInfo, wish: ImageWish): ImageRefusal[] {
  const found: ImageRefusal[] = [];
  if (!model.aspectRatios.includes(wish.aspectRatio)) {
    found.push({ field: 'aspectRatio', allowed: model.aspectRatios });
  }
  if (!model.sizes.includes(wish.size)) found.push({ field: 'size', allowed: model.sizes });
  if (wish.inputs > model.mostInputs) found.push({ field: 'inputs', most: model.mostInputs });
  return found;
}

/** USD for one image; null when the model's price for this size is not known. */
export function estimateImageUsd(model: Pick<ImageModelInfo, 'usdPerImage'>, size: string): number | null {
  return (model.usdPerImage as Record<string, number | undefined>)[size] ?? null;
}

/** The ending of an image's file, without the dot. */
export const imageEndings: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

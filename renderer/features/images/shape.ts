/** What of a wanted shape a model makes. Pure. */
import type { ImageShape } from '../../../preload/contract/images.ts';
import { imageSizes } from '../../../preload/contract/mediums.ts';
import type { ImageAspectRatio } from '../../../preload/contract/mediums.ts';
import type { ImageModelInfo } from '../../../preload/contract/models.ts';

export const firstShape: ImageShape = { aspectRatio: '16:9', size: '1K' };

/** Width by height. */
export function ratioOf(aspectRatio: ImageAspectRatio): number {
  const [width, height] = aspectRatio.split(':').map(Number);
  return (width ?? 1) / (height ?? 1);
}

/** As many times wider or narrower, as a distance. */
function distance(one: number, other: number): number {
  return Math.abs(Math.log(one / other));
}

/** The one of `list` that looks most like it. `list` is not empty. */
function nearestRatio<Ratio extends ImageAspectRatio>(
  list: readonly Ratio[],
  ratio: number,
): Ratio | undefined {
  return list.toSorted((one, other) => distance(ratioOf(one), ratio) - distance(ratioOf(other), ratio))[0];
}

/** What is wanted, or what comes closest to it: never a larger image than was wanted, where there is one. */
export function settledShape(model: ImageModelInfo | null, wanted: ImageShape): ImageShape {
  if (model === null) return wanted;
  const { aspectRatios, sizes } = model;
  const aspectRatio = aspectRatios.includes(wanted.aspectRatio)
    ? wanted.aspectRatio
    : (nearestRatio(aspectRatios, ratioOf(wanted.aspectRatio)) ?? wanted.aspectRatio);
  const upTo = imageSizes.slice(0, imageSizes.indexOf(wanted.size) + 1);
  const size = sizes.findLast((each) => upTo.includes(each)) ?? sizes[0] ?? wanted.size;
  return { aspectRatio, size };
}

/** What can be made, and the choices that an image has. Types and constants only. */
/** What an operation makes. An image has no duration: its `duration` is `imageDuration`. */
export const mediums = ['video', 'image'] as const;
export type Medium = (typeof mediums)[number];

export const imageDuration = '0';
export type ImageDuration = typeof imageDuration;

/** From tall to wide. */
export const imageAspectRatios = [
  '1:8',
  '1:4',
  '9:16',
  '2:3',
  '3:4',
  '4:5',
  '1:1',
  '5:4',
  '4:3',
  '3:2',
  '16:9',
  '21:9',
  '4:1',
  '8:1',
] as const;
export type ImageAspectRatio = (typeof imageAspectRatios)[number];

/** In the service's own words, in order of size: pixels on a side of a square image, about. */
export const imageSizes = ['512', '1K', '2K', '4K'] as const;
export type ImageSize = (typeof imageSizes)[number];

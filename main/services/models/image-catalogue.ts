/** The image models that the app knows, as data. What a key really has, only the service can say. */
import { imageAspectRatios } from '../../../preload/contract/mediums.ts';
import type { ImageAspectRatio } from '../../../preload/contract/mediums.ts';
import type { ImageModelInfo } from '../../../preload/contract/models.ts';

/** Only Flash makes the very long shapes. */
const usual = imageAspectRatios.filter(
  (ratio) => !['1:8', '1:4', '4:1', '8:1'].includes(ratio),
) satisfies ImageAspectRatio[];

const shared = {
  service: 'gemini',
  mostInputs: 3,
  priceDate: '2026-11-27',
  priceSource: 'Published price lists for the Gemini API, per image',
} as const;

/** The first that a key has is its default. */
export const imageModels: readonly [ImageModelInfo, ...ImageModelInfo[]] = [
  {
    id: 'gemini-3.1-flash-image',
    label: 'Gemini 3.1 Flash Image',
    ...shared,
    aspectRatios: imageAspectRatios,
    sizes: ['512', '1K', '2K', '4K'],
    usdPerImage: { '512': 0.045, '1K': 0.067, '2K': 0.101, '4K': 0.151 },
  },
  {
    id: 'gemini-3-pro-image',
    label: 'Gemini 3 Pro Image',
    ...shared,
    aspectRatios: usual,
    sizes: ['1K', '2K', '4K'],
    usdPerImage: { '1K': 0.134, '2K': 0.134, '4K': 0.24 },
  },
  {
    id: 'gemini-3.1-flash-lite-image',
    label: 'Gemini 3.1 Flash Lite Image',
    ...shared,
    aspectRatios: usual,
    sizes: ['1K'],
    usdPerImage: { '1K': 0.034 },
  },
];

export function findImageModel(id: string): ImageModelInfo | null {
  return imageModels.find((model) => model.id === id) ?? null;
}

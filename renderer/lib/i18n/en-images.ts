/** The words of image mode, in English. */
import type { ImageSize } from '../../../preload/contract/mediums.ts';
import { plural } from './en-plural.ts';

const sizes: Record<ImageSize, string> = { '512': '512', '1K': '1K', '2K': '2K', '4K': '4K' };

export const images = {
  label: 'New image',
  placeholder: 'What is in the picture, where, in what light, and in which style',
  refinePlaceholder: 'What is to be different: make it night, add snow, move the boat to the left',
  inputs: 'Made of',
  inputsHint: 'Images to change or to combine. Say in the prompt what becomes of them.',
  refines: 'Changes this image',
  refinesHint: 'The prompt says what is to be different; the rest stays. The image from before is kept.',
  leaveSource: 'Begin a new image instead',
  sourceNotPutBack:
    'The image that it was made of is not in the library any more. Choose another one, or begin anew.',
  size: 'Size',
  sizes,
  sizeInstead: (model: string, size: string) =>
    `${model} does not make the size you chose, so it is ${size} now.`,
  ratioInstead: (model: string, ratio: string) =>
    `${model} does not make the shape you chose, so it is ${ratio} now.`,
  takesHint: 'The same request several times. Each take is an image of its own and has its own price.',
  priceSum: (count: string, value: number, price: string) =>
    `${count} ${plural(value, 'image', 'images')} × ${price}`,
  demoPrice: 'Demo image',
  generateBy: {
    make: 'Generate Image',
    change: 'Change Image',
    combine: 'Combine Images',
    refine: 'Change Image',
  },
  perImage: (price: string) => `${price} an image`,
  perImageUpTo: (from: string, to: string) => `${from} to ${to} an image`,
  open: (prompt: string) => `Open: ${prompt}`,
  refine: 'Change…',
  refineHint: 'Go on from this image: say what is to be different',
  animate: 'Animate',
  animateHint: 'Makes this image the first frame of the next clip',
  useAs: 'Use as…',
  uses: {
    last: 'Last frame of the next clip',
    reference: 'Reference for the next clip',
    input: 'Part of a new image',
  },
  frameToImage: 'Change this frame',
  frameToImageHint: 'The picture that you see is taken into image mode, to be changed or combined',
  versions: 'Versions',
  version: (number: string, prompt: string) => `Version ${number}: ${prompt}`,
  viewer: 'Image',
  /** How it came about, where that is unusual. */
  modes: { text: null, references: 'From images', edit: 'Changed' },
  blocked: 'Image generation blocked',
  choose: 'Add images',
  chooseHint: 'or drop them anywhere, or paste. PNG, JPEG, WebP up to 20 MB.',
  demoExplained: 'Images are drawn on this computer, free and watermarked.',
  failed: 'This image cannot be shown',
  failedHint: 'Look whether the file is still in the library folder. If it is there, it may be damaged.',
  usual: 'usually under half a minute',
  usualDemo: 'usually a few seconds',
  saving: 'saving the image',
  emptyTitle: 'Begin with a still',
  emptyBody:
    'Write what is to be seen, or drop images anywhere to change or combine them. What you like becomes the first frame of a clip with one press.',
  examples: [
    'A red wooden rowing boat on a still mountain lake at dawn, thin fog over the water, long shadows, photographed on medium format film',
    'Product photograph of a ribbed glass carafe on pale stone, hard window light from the left, soft caustics on the wall',
    'Cut paper diorama of a night market in the rain, layered card, warm lamps, a single figure with a yellow umbrella',
    'Portrait of an old lighthouse keeper in a knitted jumper, looking past the camera, overcast sea light, shallow depth of field',
  ],
  drop: 'Drop images to change or combine them',
  dropHint: 'PNG, JPEG or WebP up to 20 MB. A clip from Zoetrope gives its settings back.',
  prices: 'Prices per image',
};

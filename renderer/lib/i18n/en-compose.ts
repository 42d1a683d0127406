import type { Mode, PersonGeneration } from '../../../preload/contract/modes.ts';
import { plural } from './en-plural.ts';

/** Writing a request. */
export const compose = {
  label: 'New clip',
  prompt: 'Prompt',
  promptPlaceholder: 'What happens, where, in what light, and how the camera moves',
  length: (length: string, limit: string) => `${length} / ${limit}`,
  tooLong: (over: string, count: number) =>
    `${over} ${plural(count, 'character', 'characters')} too many. Shorten the text to generate.`,
  promptMissing: 'Write a prompt first',
  way: 'Begin with',
  ways: { start: 'Prompt or image', frames: 'Two frames', references: 'References' },
  frameMissing: {
    first: 'Choose the first frame, or begin with a prompt alone',
    last: 'Choose the last frame, or begin with the first one alone',
  },
  referenceMissing: 'Choose a reference image, or begin with a prompt alone',
  source: { extend: 'Extend this clip', edit: 'Change this clip' },
  sourceLeft: {
    extend: (stretch: string) => `Google can extend it for ${stretch} more.`,
    edit: (stretch: string) => `Google can change it for ${stretch} more.`,
  },
  sourceHint: {
    extend: 'The prompt says what happens next. You get the whole clip, longer by 7 seconds.',
    edit: 'The prompt says what is to be different. The clip keeps its length and shape.',
  },
  sourceRefused: { extend: 'This clip cannot be extended', edit: 'This clip cannot be changed' },
  noSourceModel: {
    extend: 'No model that your key has can extend this clip',
    edit: 'No model that your key has can change this clip',
  },
  sourceInstead: 'Or continue from its last frame: open it in the player.',
  sourceNotPutBack:
    'The clip that it was made of is not in the library any more. Choose another one, or begin anew.',
  leaveSource: 'Begin a new clip instead',
  sourceShape: {
    extend: 'An extension keeps the clip’s shape.',
    edit: 'The clip keeps its length and shape.',
  },
  noModel: 'No model can be used just now',
  noModelHint: 'Look at the list of models above, or add another key in Settings.',
  more: 'People, seed, sound',
  people: 'People',
  peopleDefault: 'As Google has it',
  peopleChoices: {
    allow_all: 'Everybody, children too',
    allow_adult: 'Adults only',
    dont_allow: 'Nobody',
  } satisfies Record<PersonGeneration, string>,
  peopleHint: (everybody: boolean): string =>
    everybody
      ? 'In the EU, the UK, Switzerland, the Middle East and North Africa Google allows adults only.'
      : 'With images Google allows adults at most.',
  seed: 'Seed',
  seedPlaceholder: 'Another one each time',
  seedHint: 'The same seed and the same words give a similar clip.',
  badSeed: (most: string) => `A whole number from 0 to ${most}, or nothing.`,
  sound: 'With sound',
  takes: 'Takes',
  take: (count: string) => `${count}×`,
  takesHint: 'The same request several times. Each take is a clip of its own and has its own price.',
  aspectRatio: 'Aspect ratio',
  resolution: 'Resolution',
  duration: 'Duration',
  seconds: (seconds: string) => `${seconds} s`,
  negativePrompt: 'Negative prompt',
  negativePlaceholder: 'What to avoid: blur, text, extra limbs',
  forced: {
    aspectRatio: (value: string) => `the aspect ratio is now ${value}`,
    resolution: (value: string) => `the resolution is now ${value}`,
    duration: (seconds: string) => `the duration is now ${seconds} s`,
  },
  restored: {
    aspectRatio: (value: string) => `The aspect ratio is ${value} again.`,
    resolution: (value: string) => `The resolution is ${value} again.`,
    duration: (seconds: string) => `The duration is ${seconds} s again.`,
  },
  /** A rule's sentence, and what it has changed. */
  because: (rule: string, now: string) => `${rule.replace(/\.$/, '')}, so ${now}.`,
  now: (now: string) => `${now.charAt(0).toUpperCase()}${now.slice(1)}.`,
  priceSum: (seconds: string, perSecond: string, takes: string | null) =>
    `${takes === null ? '' : `${takes} × `}${seconds} s × ${perSecond}`,
  priceLabel: 'Price of this run',
  priceRead: (date: string) => `Price as of ${date}`,
  priceUnknown: 'Price not known',
  free: 'Free',
  demoPrice: 'Demo clip',
  generateBy: {
    text: 'Generate Video',
    image: 'Generate from Image',
    frames: 'Generate from Frames',
    references: 'Generate from References',
    extend: 'Extend Clip',
    edit: 'Change Clip',
  } satisfies Record<Mode, string>,
  sending: 'Sending the request',
  added: 'Added to the gallery',
  imageStillChecking: 'What it begins with is still being checked. Press again in a moment.',
  imageNotPutBack: 'An image could not be put back. Please choose it again.',
};

/** The wells for images. */
export const image = {
  slots: { first: 'First frame', last: 'Last frame', reference: 'Reference', input: 'Image' },
  choose: { first: 'Choose an image', last: 'Choose an image', reference: 'Add', input: 'Add' },
  chooseHint: 'or drop it anywhere, or paste. PNG, JPEG, WebP up to 20 MB.',
  inputs: {
    first: 'Image file for the first frame',
    last: 'Image file for the last frame',
    reference: 'Image files for references',
    input: 'Image files to change or combine',
  },
  checking: 'Checking the image',
  alts: {
    first: (name: string) => `First frame: ${name}`,
    last: (name: string) => `Last frame: ${name}`,
    reference: (name: string) => `Reference: ${name}`,
    input: (name: string) => `Image: ${name}`,
  },
  removeNamed: (name: string) => `Remove ${name}`,
  swap: 'Swap the two frames',
  loop: 'Loop: end as it begins',
  isLoop: 'The clip ends as it begins: it can be played in a loop.',
  references: 'Reference images',
  referencesHint: 'People, things or a style that are to be in the clip. Speak of them in the prompt.',
  ofMost: (count: string, most: string) => `${count} / ${most}`,
  unused: (count: string, value: number) =>
    value === 1 ? 'The last one is not sent.' : `The last ${count} are not sent.`,
  tooMany: {
    references: (most: string, value: number) =>
      value === 0
        ? 'This model takes no reference images. None was taken.'
        : `This model takes ${most} reference ${plural(value, 'image', 'images')}. Take one away first. None was taken.`,
    inputs: (most: string, value: number) =>
      `An image is made of at most ${most} ${plural(value, 'image', 'images')}. Take one away first. None was taken.`,
  },
  facts: (pixels: string, size: string) => `${pixels}, ${size}`,
  replace: 'Replace',
  remove: 'Remove',
  dismissProblem: 'Dismiss this message',
  kept: 'The image from before is still there.',
  drop: 'Drop the image to use it as the first frame',
  dropHint: 'PNG, JPEG or WebP up to 20 MB. A clip from Zoetrope gives its settings back.',
  several: (count: string) => `${count} files at once: please give one image at a time. None was taken.`,
  folder: (name: string) => `“${name}” is a folder. Drop an image out of it.`,
  empty: (name: string) => `“${name}” is empty: the file has no content.`,
  tooLarge: (name: string, size: string, limit: string) =>
    `“${name}” has ${size}, the limit is ${limit}. Save it smaller, for example as JPEG.`,
  unreadable: (name: string) => `“${name}” could not be read. Is it still there?`,
  undecodable: (name: string) =>
    `“${name}” looks like an image, but it cannot be shown: it may be damaged or cut off. Save it again.`,
};

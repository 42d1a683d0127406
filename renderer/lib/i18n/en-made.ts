/** The words for what was made, clips and images, in English. */
import { plural } from './en-plural.ts';

function counted(one: string, other: string) {
  return (count: string, value: number): string => `${count} ${plural(value, one, other)}`;
}

const clips = counted('clip', 'clips');
const images = counted('image', 'images');

const stays = (value: number): string =>
  `${plural(value, 'is', 'are')} still being made and ${plural(value, 'stays', 'stay')}.`;

export const made = {
  video: {
    label: 'Clips',
    count: clips,
    clearFinishedHint: 'Removes every clip and error that has ended from the gallery',
    loading: 'Loading your clips',
    failed: 'Your clips could not be listed',
    search: 'Search clips',
    found: (count: string, value: number) => `${clips(count, value)} found`,
    nothingFound: 'No clip matches',
    hidden: 'The new clip is hidden by your filters',
    skipped: (count: string, value: number) => `${clips(count, value)} ${stays(value)}`,
    tooManyToMove: 'At most 500 clips can be moved at once. Select fewer.',
    previous: 'Previous clip',
    next: 'Next clip',
    cancelTitle: 'Cancel this clip?',
    cancelAfter:
      'Zoetrope stops following it. From its card you can follow it again, as long as the service keeps it: that sends nothing and costs nothing more.',
    cancelGoOn: 'Cancel the clip',
    duplicateTitle: 'Make this clip again?',
    withInput: 'First frame',
  },
  image: {
    label: 'Images',
    count: images,
    clearFinishedHint: 'Removes every image and error that has ended from the gallery',
    loading: 'Loading your images',
    failed: 'Your images could not be listed',
    search: 'Search images',
    found: (count: string, value: number) => `${images(count, value)} found`,
    nothingFound: 'No image matches',
    hidden: 'The new image is hidden by your filters',
    skipped: (count: string, value: number) => `${images(count, value)} ${stays(value)}`,
    tooManyToMove: 'At most 500 images can be moved at once. Select fewer.',
    previous: 'Previous image',
    next: 'Next image',
    cancelTitle: 'Cancel this image?',
    cancelAfter: 'If it comes all the same, it is kept in your library: it is paid for.',
    cancelGoOn: 'Cancel the image',
    duplicateTitle: 'Make this image again?',
    withInput: 'Made of',
  },
};

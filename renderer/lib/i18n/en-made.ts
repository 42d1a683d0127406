/** The words for what was made, clips and images, in English. */
import { plural } from './en-plural.ts';

function words(one: string, many: string) {
  const counted = (count: string, value: number): string => `${count} ${plural(value, one, many)}`;
  return {
    label: many.charAt(0).toUpperCase() + many.slice(1),
    count: counted,
    clearFinishedHint: `Removes every ${one} and error that has ended from the gallery`,
    loading: `Loading your ${many}`,
    failed: `Your ${many} could not be listed`,
    search: `Search ${many}`,
    found: (count: string, value: number) => `${counted(count, value)} found`,
    nothingFound: `No ${one} matches`,
    hidden: `The new ${one} is hidden by your filters`,
    skipped: (count: string, value: number) =>
      `${counted(count, value)} ${plural(value, 'is', 'are')} still being made and ${plural(value, 'stays', 'stay')}.`,
    tooManyToMove: `At most 500 ${many} can be moved at once. Select fewer.`,
    previous: `Previous ${one}`,
    next: `Next ${one}`,
    cancelTitle: `Cancel this ${one}?`,
    cancelGoOn: `Cancel the ${one}`,
    duplicateTitle: `Make this ${one} again?`,
  };
}

export const made = {
  video: {
    ...words('clip', 'clips'),
    cancelAfter:
      'Zoetrope stops following it. From its card you can follow it again, as long as the service keeps it: that sends nothing and costs nothing more.',
    withInput: 'First frame',
  },
  image: {
    ...words('image', 'images'),
    cancelAfter: 'If it comes all the same, it is kept in your library: it is paid for.',
    withInput: 'Made of',
  },
};

import { plural } from './en-plural.ts';

/** Reading the documents inside the app. */
export const help = {
  title: 'Help',
  contents: 'Contents',
  search: 'Search in help',
  found: (count: number) => (count === 0 ? 'Nothing found' : `${count} ${plural(count, 'place', 'places')}`),
};

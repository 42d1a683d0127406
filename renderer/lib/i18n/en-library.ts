/** The words of finding and keeping clips, in English. */
import type { SortOrder, StatusGroup } from '../../../preload/contract/library.ts';

const plurals = new Intl.PluralRules('en');

function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}

const clips = (count: string, value: number): string => `${count} ${plural(value, 'clip', 'clips')}`;

const sorts: Record<SortOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  rating: 'Best rated',
  longest: 'Longest first',
  name: 'Prompt A–Z',
};

const statuses: Record<StatusGroup, string> = {
  under_way: 'Being made',
  completed: 'Finished',
  failed: 'Failed',
};

export const library = {
  searchPlaceholder: 'Search prompts, names, sessions',
  clearSearch: 'Clear the search',
  sort: 'Order',
  sorts,
  filters: 'Filters',
  filtersSet: (count: string) => `Filters, ${count} set`,
  status: 'Status',
  statuses,
  favourites: 'Favourites',
  favouritesOnly: 'Favourites only',
  anyImage: 'Any',
  withImage: 'With image',
  withoutImage: 'Without image',
  model: 'Model',
  aspectRatio: 'Aspect ratio',
  resolution: 'Resolution',
  duration: 'Duration',
  seconds: (seconds: string) => `${seconds} s`,
  rating: 'Rating',
  anyRating: 'Any',
  atLeast: (stars: string) => `${stars}★ and up`,
  date: 'Made',
  dates: { any: 'Any time', today: 'Today', week: '7 days', month: '30 days', between: 'Between' },
  from: 'From',
  until: 'To',
  since: (day: string) => `From ${day}`,
  before: (day: string) => `To ${day}`,
  clearFilters: 'Clear filters',
  removeFilter: (name: string) => `Remove filter: ${name}`,
  nothingFoundBody: 'Try fewer words or fewer filters. Everything is still there.',
  showIt: 'Show it',
  select: (prompt: string) => `Select: ${prompt}`,
  selected: (count: string) => `${count} selected`,
  selectAll: 'Select all',
  clearSelection: 'Clear selection',
  tooMany: 'At most 1,000 can be selected one by one. “Select all” takes any number.',
  download: 'Download',
  favourite: 'Favourite',
  addFavourite: 'Add to favourites',
  removeFavourite: 'Remove from favourites',
  move: 'Move…',
  remove: 'Delete',
  copying: (done: string, total: string) => `Copying ${done} of ${total}`,
  cancel: 'Cancel',
  copied: (count: string, value: number) => `${clips(count, value)} copied.`,
  copyCancelled: (done: string, total: string) => `Stopped: ${done} of ${total} copied.`,
  copyFailed: (count: string, value: number) =>
    `${clips(count, value)} could not be copied: the file is missing or could not be written.`,
  copyDiskFull: 'The disk is full, so the rest was not copied. Free some space and try again.',
  rate: (stars: string) => `Rate ${stars}`,
  rated: (stars: number) => (stars === 0 ? 'Not rated' : `Rated ${stars} of 5`),
  details: 'Details',
  keys: 'Arrow keys move, X selects, Shift with arrows selects a range, F is favourite, 0 to 5 rates, I shows details.',
};

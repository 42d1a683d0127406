import { plural } from './en-plural.ts';

/** Examples, templates and negative prompts. */
export const prompts = {
  examples: 'Examples',
  examplesHint: 'Examples, your templates, negative prompts',
  title: 'Examples and templates',
  kind: 'Show',
  kinds: { example: 'Examples', template: 'My templates', negative: 'Negative prompts' },
  search: 'Search',
  searchPlaceholder: {
    example: 'Search examples: rain, dialogue, drone',
    template: 'Search your templates',
    negative: 'Search negative prompts',
  },
  list: 'Found',
  noneFound: (words: string) => `Nothing has “${words}” in it.`,
  noTemplates: 'No templates yet',
  noTemplatesHint:
    'Keep a prompt that you use again and again. What changes goes in braces: {city=Lisbon} is asked for each time.',
  settings: (aspectRatio: string, resolution: string, seconds: string) =>
    `${aspectRatio} · ${resolution} · ${seconds} s`,
  negative: 'Negative prompt',
  bring: 'Bring',
  why: 'Why it works',
  use: 'Insert',
  addNegative: 'Add to negative prompt',
  edit: 'Edit',
  remove: 'Remove',
  removed: 'Template removed.',
  newTemplate: 'New template',
  import: 'Import',
  export: 'Export',
  imported: (added: string, count: number, known: string, knownCount: number) =>
    [
      count === 0 ? 'No new templates.' : `${added} ${plural(count, 'template', 'templates')} added.`,
      knownCount === 0 ? '' : `${known} ${plural(knownCount, 'was', 'were')} there already.`,
    ]
      .filter((words) => words !== '')
      .join(' '),
  openedTitle: 'Add these templates?',
  openedFrom: (fileName: string) => `From “${fileName}”.`,
  openedHint: (count: string, n: number, known: string, knownCount: number) =>
    knownCount === 0
      ? `${count} ${plural(n, 'template', 'templates')}. Nothing is added before you say so.`
      : `${count} ${plural(n, 'template', 'templates')}, ${known} of which you have already. Nothing is added before you say so.`,
  openedMore: (count: string) => `And ${count} more.`,
  openedAllKnown: 'You have all of these already.',
  openedAdd: 'Add templates',
  openedLeave: 'Leave it',
  openedClose: 'Close',
  openedTrouble: 'These templates cannot be added',
  templateName: 'Name',
  templatePrompt: 'Prompt, with what changes in {braces}',
  withSettings: (settings: string) => `With the settings of the composer: ${settings}`,
  save: 'Save template',
  cancel: 'Cancel',
  needed: 'Fill this in first.',
  fill: 'Fill in',
  inserted: 'The prompt is in the composer.',
  insertedWithImages: (images: string) => `The prompt is in the composer. Now choose: ${images}`,
  negativeAdded: 'Added to the negative prompt.',
  keys: '↑ ↓ choose · Enter inserts · Esc closes',
  noRecent: 'There are no prompts of before yet.',
  recent: (position: string, count: string) => `Earlier prompt ${position} of ${count}`,
};

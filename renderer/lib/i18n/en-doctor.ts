/** What went wrong at a service and what helps, in English. */
import { failures } from '../../../preload/contract/failures.ts';
import type { FailureId, Remedy } from '../../../preload/contract/failures.ts';

const remedies: Record<Remedy, string> = {
  key: 'Open Settings',
  'get-key': 'Get a key',
  'key-limits': 'Keys at Google',
  'enable-api': 'Turn on the API',
  'enable-agent-platform': 'Turn on the API',
  billing: 'Billing at Google',
  usage: 'Usage at Google',
  regions: 'List of countries',
  status: 'Is it down?',
};

export const doctor = {
  /** Null for what a newer version of the app wrote down. */
  title: (id: FailureId): string | null => (Object.hasOwn(failures, id) ? failures[id].title : null),
  remedies,
};

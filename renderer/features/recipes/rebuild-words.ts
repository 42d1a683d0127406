import type { RebuildResult } from '../../../preload/contract/rebuild.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';

/** What going through the library folder came to, in one sentence. Pure. */
export function rebuildWords(result: RebuildResult, text: Dictionary, format: Format): string {
  const { recipes } = text;
  const parts = (['added', 'relinked', 'known', 'foreign', 'unreadable'] as const)
    .filter((kind) => result[kind] > 0)
    .map((kind) => recipes[kind](format.number(result[kind]), result[kind]));
  const all = parts.length === 0 ? recipes.nothing : `${parts.join(', ')}.`;
  return result.cancelled ? `${recipes.cancelled} ${all}` : all;
}

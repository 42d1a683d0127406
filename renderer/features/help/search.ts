import { plain } from '../../lib/plain.ts';
import type { HelpDocument, HelpSection } from './documents.ts';

export interface Found {
  document: HelpDocument;
  section: HelpSection;
  /** The words around the first one that was found; empty where it is in the title. */
  excerpt: string;
}

/** Sections that are shown for one search. */
const mostFound = 40;
const excerptCharacters = 110;

function excerptOf(text: string, at: number): string {
  const from = Math.max(0, at - excerptCharacters / 3);
  const cut = text.slice(from, from + excerptCharacters).replaceAll(/[\s|`*_#>-]+/g, ' ');
  return `${from > 0 ? '…' : ''}${cut.trim()}…`;
}

/** Sections with all of the words, those first that have one in their title. */
export function searchHelp(documents: readonly HelpDocument[], query: string): Found[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  if (first === '') return [];
  const inTitle: Found[] = [];
  const inText: Found[] = [];
  for (const document of documents) {
    for (const section of document.sections) {
      const { haystack } = section;
      if (!words.every((word) => haystack.includes(word))) continue;
      const title = plain(section.title);
      if (words.some((word) => title.includes(word))) inTitle.push({ document, section, excerpt: '' });
      else inText.push({ document, section, excerpt: excerptOf(section.text, haystack.indexOf(first)) });
    }
  }
  return [...inTitle, ...inText].slice(0, mostFound);
}

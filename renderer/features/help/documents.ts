/** The project's own documents, as they are in `docs/`, bundled with the app: help needs no network. */
import { marked } from 'marked';
import type { Token, Tokens } from 'marked';
import { plain } from '../../lib/plain.ts';

const sources = import.meta.glob<string>(
  [
    '../../../docs/{USER_GUIDE,PROMPT_EXAMPLES,PROMPT_EXAMPLES.fr,TROUBLESHOOTING,VIDEO_API_DOCS,INTEGRATION_GUIDE}.md',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** In the order in which they are offered. */
const order = ['USER_GUIDE', 'PROMPT_EXAMPLES', 'TROUBLESHOOTING', 'VIDEO_API_DOCS', 'INTEGRATION_GUIDE'];

export interface HelpSection {
  /** Unique among all documents. */
  id: string;
  title: string;
  /** 1 for the document's own head. */
  level: number;
  tokens: Token[];
  /** All its words. */
  text: string;
  /** The same as they are searched, plain. */
  haystack: string;
}

export interface HelpDocument {
  /** The file's name without its ending: `PROMPT_EXAMPLES`. */
  name: string;
  title: string;
  /** BCP 47. */
  language: string;
  sections: HelpSection[];
}

/** As the web makes anchors of headings. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** Cuts a document at its headings. @param name without the folder and the ending */
export function readDocument(name: string, source: string, language = 'en'): HelpDocument {
  const sections: Omit<HelpSection, 'haystack'>[] = [];
  for (const token of marked.lexer(source)) {
    if (isHeading(token) && token.depth <= 3) {
      const title = token.text.replaceAll('`', '');
      sections.push({ id: `${name}#${anchorOf(title)}`, title, level: token.depth, tokens: [], text: title });
    } else {
      const section = sections.at(-1);
      // Comments are for who reads the file.
      if (section === undefined || token.type === 'html' || token.type === 'space') continue;
      section.tokens.push(token);
      section.text += `\n${token.raw}`;
    }
  }
  return {
    ...{ name, language },
    title: sections[0]?.title ?? name,
    sections: sections.map((section) => ({ ...section, haystack: plain(section.text) })),
  };
}

/** What can be read in a language: the document in it where there is one, else in English. */
export function documentsFor(language: string): HelpDocument[] {
  const found = new Map(
    Object.entries(sources).map(([path, source]) => [path.split('/').at(-1)?.replace(/\.md$/, ''), source]),
  );
  const wanted = language.split('-')[0] ?? 'en';
  return order.flatMap((name) => {
    const translated = found.get(`${name}.${wanted}`);
    if (translated !== undefined) return [readDocument(name, translated, wanted)];
    const source = found.get(name);
    return source === undefined ? [] : [readDocument(name, source)];
  });
}

/** Text as the search index keeps it, and as it is asked. Both go through here, or they would not find each other. */

/** Scripts written without spaces: every character is a word of its own, and a row of them a phrase. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]/gu;
const pictures = /\p{Extended_Pictographic}/gu;
const privateUse = /\p{Co}/gu;
const beyondAscii = /[^\0-\x7f]/;

/** Marks that no user can type into a search: they are taken out of every text first. */
const sessionMark = '\ue000';
const pictureMark = '\ue001';

/** The token that stands for a session in the index; its name is looked up when somebody searches. */
function sessionToken(sessionId: string): string {
  return sessionMark + Buffer.from(sessionId).toString('hex').toUpperCase();
}

/**
 * Prepares a text for FTS5's `unicode61`, which folds case and accents and splits at everything that is neither
 * letter nor digit: emoji, which it would drop, become words, and characters of Chinese, Japanese and Korean are set
 * apart, so that any part of such a text is found.
 */
export function searchText(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(privateUse, ' ')
    .replace(pictures, (picture) => ` ${pictureMark}${(picture.codePointAt(0) ?? 0).toString(16)} `)
    .replace(unspaced, ' $& ');
}

/** What a prompt is sorted by: its first letters without case, accents and leading marks. */
export function sortText(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s+/gu, ' ')
    .slice(0, 48);
}

/** One thing to look for. */
interface Term {
  /** As the user wrote it. */
  text: string;
  /** The last word may be a beginning only. */
  isPrefix: boolean;
}

const searchable = /[\p{L}\p{N}\ue001]/u;

/** Splits what a user typed into words and quoted phrases. A quotation mark that is not closed reaches to the end. */
function searchTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(/["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^\s"“”„«»]+/gu)) {
    const [whole, phrase, closing] = match;
    const isPhrase = phrase !== undefined;
    const content = isPhrase ? phrase : whole.replace(/\.mp4$/iu, '');
    if (!searchable.test(searchText(content))) continue;
    const isLast = match.index + whole.length === text.trimEnd().length;
    terms.push({ text: content, isPrefix: isLast && (!isPhrase || closing === '') });
  }
  return terms;
}

/** A term as an FTS5 string. Everything between quotation marks is text to FTS5, whatever it looks like. */
function quoted({ text, isPrefix }: Term): string {
  return `"${searchText(text).replaceAll('"', ' ').replaceAll('\0', ' ')}"${isPrefix ? ' *' : ''}`;
}

function words(text: string): string[] {
  return (
    searchText(text)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\ue001]+/gu) ?? []
  );
}

/** Whether a term is found in a text, by the same rules as in the index. */
function isIn(term: Term, text: string): boolean {
  const wanted = words(term.text);
  const there = words(text);
  const last = wanted.length - 1;
  return there.some((_, start) =>
    wanted.every((word, index) => {
      const other = there[start + index];
      return index === last && term.isPrefix ? other?.startsWith(word) : other === word;
    }),
  );
}

export interface SessionName {
  id: string;
  name: string;
}

/** Sessions that a search can name at once; a word that more of them share is not what tells them apart. */
const mostSessions = 200;

/**
 * What a user typed as an FTS5 query, or null when there is nothing in it to look for. `sessionId` narrows it to one
 * session. A word that is in the name of a session finds all that belongs to the session.
 */
export function matchExpression(
  text: string,
  sessionId: string | null,
  sessions: () => readonly SessionName[],
): string | null {
  const terms = searchTerms(text);
  if (terms.length === 0) return null;
  const known = sessions();
  const parts = terms.map((term) => {
    const named = known.filter(({ name }) => isIn(term, name)).slice(0, mostSessions);
    return `(${[quoted(term), ...named.map(({ id }) => `"${sessionToken(id)}"`)].join(' OR ')})`;
  });
  if (sessionId !== null) parts.push(`"${sessionToken(sessionId)}"`);
  return parts.join(' AND ');
}

/** Finding commands by a few letters, with or without accents. */
import { plain } from '../../lib/plain.ts';

export interface Findable {
  id: string;
  words: string;
  /** Why it cannot be done now; null when it can. */
  because: string | null;
}

const isStart = (words: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(words[at - 1] ?? '');

/** How well one word was found: a word's start, then inside, then its letters in this order; null: not at all. */
function scoreOf(words: string, wanted: string): number | null {
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (isStart(words, at)) return at === 0 ? 4 : 3;
  }
  if (words.includes(wanted)) return 2;
  let from = 0;
  for (const [index, letter] of Array.from(wanted).entries()) {
    const at = words.indexOf(letter, from);
    // The first letter begins a word: else nearly everything is found somehow.
    if (at < 0 || (index === 0 && !isStart(words, at))) return null;
    from = at + 1;
  }
  return 1;
}

/**
 * Those that have every word of the query, the best first. For none: all of them, the recent ones first and what cannot
 * be done last.
 */
export function findCommands<Command extends Findable>(
  all: readonly Command[],
  query: string,
  recent: readonly string[],
): Command[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  const recency = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? 0 : recent.length - at;
  };
  return all
    .map((command) => {
      const words = plain(command.words);
      const scores = wanted.map((each) => scoreOf(words, each));
      if (scores.includes(null)) return null;
      const sum = scores.reduce<number>((total, score) => total + (score ?? 0), 0);
      const isLast = wanted.length === 0 && command.because !== null;
      return { command, score: isLast ? -1 : sum * 10 + recency(command.id) };
    })
    .filter((found) => found !== null)
    .toSorted((one, other) => other.score - one.score)
    .map(({ command }) => command);
}

/** French sets spaces before `: ; ! ? %` and inside `« »`; a line must not break there. */

const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

/** The same words with spaces that do not break where French has them. */
function withFrenchSpaces(words: string): string {
  return words
    .replaceAll('« ', `«${noBreak}`)
    .replaceAll(' »', `${noBreak}»`)
    .replaceAll(/ (?=:(?:\s|$))/g, noBreak)
    .replaceAll(/ (?=[;!?](?:\s|[\u00A0»]|$))/g, narrowNoBreak)
    .replaceAll(/(?<=\d) (?=(?:%|s|h|min|USD)(?![\p{L}\d]))/gu, noBreak);
}

/** A dictionary whose every word has its spaces set, those that its functions give too. */
export function inFrench<Words>(words: Words): Words {
  if (typeof words === 'string') return withFrenchSpaces(words) as Words;
  if (typeof words === 'function') {
    const say = words as unknown as (...values: unknown[]) => unknown;
    return ((...values: unknown[]) => inFrench(say(...values))) as Words;
  }
  if (Array.isArray(words)) return words.map((each: unknown) => inFrench(each)) as Words;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, inFrench(value)])) as Words;
}

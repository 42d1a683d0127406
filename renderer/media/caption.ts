/** Sets a prompt in a few lines. Knows no canvas: the caller says how wide a text is. */

/** Gives the width of a text, in the unit of `maxWidth`. */
export type Measure = (text: string) => number;

/** More than three lines of any script can hold; keeps a huge prompt from costing time. */
const maxUnits = 600;

/** Scripts that may break between any two characters. */
const breaksAnywhere = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** Must not begin a line. */
const closing = /^[\p{Pe}\p{Pf}、。，．：；？！…‥・ー々,.:;?!%)\]}]/u;
/** Must not end a line. */
const opening = /[\p{Ps}\p{Pi}]$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), (each) => each.segment);
}

/** One line of plain text: no control characters, no newlines, no runs of spaces. */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether the text is written from right to left, by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{Letter}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** The pieces between which a line may break. A space stays at the end of its piece. */
function pieces(text: string): string[] {
  const result: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = result.at(-1);
    const mayBreak =
      last === undefined ||
      (segment !== ' ' &&
        (last.endsWith(' ') ||
          ((breaksAnywhere.test(segment) || breaksAnywhere.test(last)) &&
            !closing.test(segment) &&
            !opening.test(last))));
    if (mayBreak) result.push(segment);
    else result[result.length - 1] = last + segment;
  }
  return result;
}

/** Cuts a piece that is wider than a line, such as a URL, between characters. */
function cut(piece: string, maxWidth: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= maxWidth) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of characters(piece)) {
    if (part !== '' && measure((part + character).trimEnd()) > maxWidth) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Fills lines one after another. */
function fill(all: readonly string[], maxWidth: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of all.flatMap((each) => cut(each, maxWidth, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > maxWidth) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Shortens a line until it fits with an ellipsis, after a whole word where that costs little room. */
function withEllipsis(line: string, maxWidth: number, measure: Measure): string {
  const left = characters(line);
  const whole = left.length;
  while (left.length > 0 && measure(`${left.join('').trimEnd()}…`) > maxWidth) left.pop();
  const lastSpace = left.lastIndexOf(' ');
  if (left.length < whole && lastSpace > left.length * 0.6) left.length = lastSpace;
  return `${left.join('').replace(/[\s\p{Punctuation}]+$/u, '')}…`;
}

/**
 * Breaks a text into at most `maxLines` lines, none wider than `maxWidth`. What does not fit ends in an ellipsis;
 * what does fit is spread evenly, so that no single word is left on the last line.
 */
export function wrapCaption(text: string, maxWidth: number, maxLines: number, measure: Measure): string[] {
  const clean = plainLine(text);
  const short = characters(clean.slice(0, maxUnits * 2))
    .slice(0, maxUnits)
    .join('');
  const all = pieces(short);
  const lines = fill(all, maxWidth, measure);
  if (lines.length > maxLines || short.length < clean.length) {
    const kept = lines.slice(0, maxLines);
    return [...kept.slice(0, -1), withEllipsis(kept.at(-1) ?? '', maxWidth, measure)];
  }
  let low = maxWidth / lines.length;
  let high = maxWidth;
  for (let round = 0; round < 8; round += 1) {
    const width = (low + high) / 2;
    if (fill(all, width, measure).length > lines.length) low = width;
    else high = width;
  }
  return fill(all, high, measure);
}

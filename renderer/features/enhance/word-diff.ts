/** What differs between two texts, word by word. */

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  /** Words with the spaces behind them. */
  text: string;
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const bare = (word: string): string =>
  word
    .trim()
    .replace(/[.,;:]$/, '')
    .toLowerCase();

/** The longest common run of words from each pair of places on (Wagner and Fischer). */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const isSame = bare(before[row] ?? '') === bare(after[column] ?? '');
      const longest = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      const line = table[row];
      if (line !== undefined) line[column] = longest;
    }
  }
  return table;
}

/** `after` in pieces, with what of `before` is not in it any more. Marks at a word's end and capitals do not count. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, made] = [wordsOf(before), wordsOf(after)];
  const table = commonFrom(old, made);
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let row = 0;
  let column = 0;
  while (row < old.length || column < made.length) {
    const [word = '', next = ''] = [old[row], made[column]];
    if (row < old.length && column < made.length && bare(word) === bare(next)) {
      add('same', next);
      row += 1;
      column += 1;
    } else if (row < old.length && (column >= made.length || at(row + 1, column) >= at(row, column + 1))) {
      add('removed', word);
      row += 1;
    } else {
      add('added', next);
      column += 1;
    }
  }
  return pieces;
}

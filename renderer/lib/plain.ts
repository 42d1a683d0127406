/** Words as they are searched: lower case, without accents. Composed letters stay as many as they were. */
export function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

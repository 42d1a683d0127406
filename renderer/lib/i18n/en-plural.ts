const plurals = new Intl.PluralRules('en');

export function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}

/** `2 clips` */
export function clips(count: string, value: number): string {
  return `${count} ${plural(value, 'clip', 'clips')}`;
}

const plurals = new Intl.PluralRules('en');

export function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}

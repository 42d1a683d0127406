/** What a template asks for: `{name}` or `{name=default}`. */

export interface Variable {
  name: string;
  /** Empty: it has to be filled in. */
  standard: string;
}

const pattern = /\{\s*([\p{L}_][\p{L}\p{N}_ -]{0,39}?)\s*(?:=([^{}]*))?\}/gu;

/** The variables of some texts in the order in which they come; one that comes again counts once, with its first default. */
export function variablesOf(...texts: readonly string[]): Variable[] {
  const found = new Map<string, string>();
  for (const text of texts) {
    for (const [, name = '', standard = ''] of text.matchAll(pattern)) {
      const known = found.get(name);
      if (known === undefined || known === '') found.set(name, standard.trim());
    }
  }
  return Array.from(found, ([name, standard]) => ({ name, standard }));
}

/** The text with its variables' values in their places. One without a value stays as it is. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : '';
    return value === undefined || value === '' ? whole : value;
  });
}

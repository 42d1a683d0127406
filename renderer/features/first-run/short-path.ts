/** A path of at most `most` characters where that is possible: its first and last folders stay, `…` takes the place of the others. */
export function shortPath(path: string, most: number): string {
  if (path.length <= most) return path;
  const separator = path.includes('\\') ? '\\' : '/';
  const [first = '', ...rest] = path.split(separator);
  // An absolute path of Unix begins with nothing before its first slash.
  const head = first === '' ? `${separator}${rest.shift() ?? ''}` : first;
  const last = rest.pop();
  if (last === undefined) return path;
  let tail = last;
  for (const folder of rest.toReversed()) {
    const longer = `${folder}${separator}${tail}`;
    if (head.length + longer.length + 3 > most) break;
    tail = longer;
  }
  return `${head}${separator}…${separator}${tail}`;
}

import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Entry = readonly [key: string, value: unknown];

/** Every word with its path: `card.queued`, `gallery.examples.0`. */
function entriesOf(value: unknown, key: string): Entry[] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, each]) =>
    entriesOf(each, key === '' ? name : `${key}.${name}`),
  );
}

const english = new Map(entriesOf(en, ''));
const french = new Map(entriesOf(fr, ''));

/** What a function says for made-up values; null where it needs a particular one. */
function said(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'function') return null;
  try {
    const words: unknown = (value as (...values: unknown[]) => unknown)('2', '3', '4', '5');
    return typeof words === 'string' ? words : null;
  } catch {
    return null;
  }
}

const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.*', '!./*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('French has every key that English has, and no other', () => {
  expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test('nothing is left out, and functions stay functions', () => {
  for (const [key, value] of english) {
    expect(typeof french.get(key), key).toBe(typeof value);
    if (said(value)) expect(said(french.get(key)), key).toBeTruthy();
  }
});

test('each word of the dictionary is used somewhere', () => {
  const code = Object.values(sources).join('\n');
  const used = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const unused = [...english.keys()].filter((key) => {
    // Tables are looked up by a value: they are used when their own name is.
    const names = key.split('.').filter((name) => !/^\d+$/.test(name));
    const last = names.at(-1) ?? '';
    return !(used.has(last) || (names.length > 2 && used.has(names.at(-2) ?? '')) || isTable(names[0] ?? ''));
  });
  expect(unused).toEqual([]);
});

/** Looked up by an error's code. */
const isTable = (section: string) => section === 'errors';

test('no space before : ; ! ? and inside « » lets a line break', () => {
  const breaking = [...french].filter(([, value]) => / [:;!?»](?:\s|$)|« /.test(said(value) ?? ''));
  expect(breaking.map(([key]) => key)).toEqual([]);
});

test('French is not English that was left standing', () => {
  const same = [...french]
    .filter(
      ([key, value]) => typeof value === 'string' && value === english.get(key) && / \w+ \w/.test(value),
    )
    .map(([key]) => key);
  expect(same).toEqual([]);
});

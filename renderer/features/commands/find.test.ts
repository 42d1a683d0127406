import { expect, test } from 'vitest';
import { findCommands } from './find.ts';

const all = ['Settings…', 'Show queue', 'Dark theme', 'Générer', 'Choisir le modèle…'].map((words) => ({
  id: words,
  words,
  because: null,
}));
const found = (query: string, recent: string[] = []) => findCommands(all, query, recent).map(({ id }) => id);

test('accents and capitals do not matter, neither in the query nor in the name', () => {
  expect(found('gener')).toEqual(['Générer']);
  expect(found('MODÈLE')).toEqual(['Choisir le modèle…']);
});

test('every word of the query must be found, in any order', () => {
  expect(found('theme dark')).toEqual(['Dark theme']);
  expect(found('theme light')).toEqual([]);
});

test('a few letters are enough, the beginnings of words first', () => {
  expect(found('sh')).toEqual(['Show queue']);
  expect(found('stngs')).toEqual(['Settings…']);
  expect(found('zzz')).toEqual([]);
});

test('without a query all are there, those used last first', () => {
  expect(found('', ['Dark theme', 'Show queue']).slice(0, 2)).toEqual(['Dark theme', 'Show queue']);
  expect(found('')).toHaveLength(all.length);
});

test('what cannot be done comes last, unless it is what was asked for', () => {
  const some = [{ id: 'undo', words: 'Undo delete', because: 'Nothing to undo' }, ...all];
  expect(findCommands(some, '', ['undo']).at(-1)?.id).toBe('undo');
  expect(findCommands(some, 'undo', [])[0]?.id).toBe('undo');
});

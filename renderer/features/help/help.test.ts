import { expect, it } from 'vitest';
import { documentsFor, readDocument } from './documents.ts';
import { searchHelp } from './search.ts';

const sample = `# A guide

<!-- Not for readers. -->

First words.

## Où ça commence

Les éléments \`réels\`.

### Deeper & deeper

| A | B |
| - | - |
| one | two |
`;

it('a document is cut at its headings, with an anchor for each', () => {
  const { title, sections } = readDocument('GUIDE', sample, 'fr');
  expect(title).toBe('A guide');
  expect(sections.map(({ id, level }) => [id, level])).toEqual([
    ['GUIDE#a-guide', 1],
    ['GUIDE#où-ça-commence', 2],
    ['GUIDE#deeper--deeper', 3],
  ]);
  expect(sections[0]?.text).not.toContain('Not for readers');
});

it('is searched without case and accents, titles first; all words have to be there', () => {
  const documents = [readDocument('GUIDE', sample), readDocument('OTHER', '# Other\n\nIt begins: COMMENCE.')];
  const ids = (query: string) => searchHelp(documents, query).map(({ section }) => section.id);
  expect(ids('commence')).toEqual(['GUIDE#où-ça-commence', 'OTHER#other']);
  expect(ids('ELEMENTS reels')).toEqual(['GUIDE#où-ça-commence']);
  expect(ids('two one')).toEqual(['GUIDE#deeper--deeper']);
  expect(ids('one nothing')).toEqual([]);
  expect(ids('  ')).toEqual([]);
  expect(searchHelp(documents, 'réels')[0]?.excerpt).toContain('réels');
});

it('links inside of the documents lead somewhere', () => {
  const documents = documentsFor('en');
  expect(documents.map(({ title }) => title)).toContain('Troubleshooting');
  const ids = new Set(documents.flatMap(({ sections }) => sections.map(({ id }) => id)));
  const broken = documents.flatMap(({ name, sections }) =>
    sections.flatMap(({ text }) =>
      [...text.matchAll(/\]\((?:\.\.\/)?(?:docs\/)?([A-Z_]+)?(?:\.md)?#([^)]+)\)/g)]
        .map(([, file = name, anchor = '']) => `${file}#${anchor}`)
        .filter((id) => documents.some((each) => id.startsWith(`${each.name}#`)) && !ids.has(id)),
    ),
  );
  expect(broken).toEqual([]);
});

import { expect, test } from 'vitest';
import { speechOf } from './speech.ts';
import { wordsOf } from './words.ts';

test.each([
  ['system', ['fr-CA', 'en-US'], 'fr', 'fr', 'fr'],
  ['system', ['de-DE', 'fr-FR', 'en-US'], 'de', 'fr', 'de'],
  ['system', ['de-DE'], 'de', 'en', 'de'],
  ['system', ['C'], 'en-US', 'en', 'en-US'],
  ['system', ['fr_FR.UTF-8'], 'fr', 'fr', 'fr'],
  ['system', [], 'en-GB', 'en', 'en-GB'],
  ['fr', ['en-US'], 'en-US', 'fr', 'fr-FR'],
  ['fr', ['en-US'], 'fr-CH', 'fr', 'fr-CH'],
  ['en', ['fr-FR'], 'fr', 'en', 'en-US'],
] as const)(
  '%s on a system of %j in %s speaks %s and counts in %s',
  (choice, languages, locale, ...wanted) => {
    const speech = speechOf(choice, { languages, locale });
    expect([speech.language, speech.locale]).toEqual(wanted);
  },
);

test('the question before closing is asked in French, with spaces that do not break', () => {
  expect(wordsOf('fr').closing.closeTitle).toBe('Fermer Zoetrope\u202F?');
});

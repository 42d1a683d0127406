import { expect, test } from 'vitest';
import { failureIds, failures } from '../failures.ts';
import { frenchOf } from './translate.ts';

test.each(failureIds)('what went wrong (%s) and what helps are said in French', (id) => {
  const { happened, todo } = failures[id];
  const french = frenchOf(`${happened} ${todo}`);
  expect(french).not.toContain(happened);
  expect(french).not.toContain(todo);
});

test('the service’s own words stay as they are, between sentences in French', () => {
  expect(frenchOf('The service is overloaded at the moment. Quota of region X ran dry. Try again.')).toBe(
    'Le service est surchargé en ce moment. Quota of region X ran dry. Réessayez.',
  );
  expect(frenchOf('Nobody knows this.')).toBe('Nobody knows this.');
  expect(frenchOf('')).toBe('');
});

test('values inside a sentence are said in French too', () => {
  expect(
    frenchOf('This clip is not finished yet and cannot be extended. Wait until it is in the gallery.'),
  ).toBe(
    'Ce clip n’est pas encore terminé et ne peut pas être prolongé. Attendez qu’il soit dans la galerie.',
  );
  expect(frenchOf('Veo 3.1 makes clips of 4, 6 or 8 seconds. Set the duration to 8. Nothing was sent.')).toBe(
    'Veo 3.1 fait des clips de 4, 6 ou 8 secondes. Réglez la durée sur 8 s. Rien n’a été envoyé.',
  );
});

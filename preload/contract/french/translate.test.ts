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

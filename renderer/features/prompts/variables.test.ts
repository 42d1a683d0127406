import { expect, it } from 'vitest';
import { filled, variablesOf } from './variables.ts';

it('finds each variable once, in order, with its default', () => {
  expect(variablesOf('{city=Lisbon} at {time}, {city}', '{ fog level = low }')).toEqual([
    { name: 'city', standard: 'Lisbon' },
    { name: 'time', standard: '' },
    { name: 'fog level', standard: 'low' },
  ]);
  expect(variablesOf('{time} and {time=dawn}')).toEqual([{ name: 'time', standard: 'dawn' }]);
});

it('leaves braces alone that are no variables', () => {
  expect(variablesOf('a {} b {1} c {"x": 2} d { e')).toEqual([]);
});

it('puts values into all their places, a value with a dollar sign or braces too', () => {
  expect(filled('{city=Lisbon} and {city}, {time}', { city: '$& {time}' })).toBe(
    '$& {time} and $& {time}, {time}',
  );
});

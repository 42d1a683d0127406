import { expect, test } from 'vitest';
import { createGraphicsWatch } from './graphics-watch.ts';

const minutes = 60_000;

function bench() {
  const told: string[] = [];
  return { told, watch: createGraphicsWatch(() => told.push('unreliable')) };
}

test('one loss now and then is nothing', () => {
  const { told, watch } = bench();
  for (let at = 0; at < 60; at += 10) watch.lost(at * minutes);
  expect(told).toEqual([]);
});

test('two within ten minutes are told, once', () => {
  const { told, watch } = bench();
  for (const at of [0, 9, 10, 11]) watch.lost(at * minutes);
  expect(told).toEqual(['unreliable']);
});

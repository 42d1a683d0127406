import { expect, test } from 'vitest';
import { choosePalette, palettes } from './palette.ts';
import { createRandom, hashText } from './random.ts';
import { chooseScene } from './scene-choice.ts';

function choose(prompt: string) {
  return chooseScene(prompt, createRandom(hashText(prompt)));
}

test.each([
  ['A lion walks through tall grass at sunset', 'dunes', 'warm'],
  ['Neon alley, reflections, a cat crosses slowly', 'city', 'night'],
  ['Moss and ferns breathe in the forest, morning', 'forest', 'day'],
  ['Northern lights and stars over a quiet lake', 'aurora', 'night'],
  ['A PAPER BOAT drifts over the lake', 'sea', null],
])('"%s" gets the scene %s and the light %s', (prompt, kind, mood) => {
  expect(choose(prompt)).toEqual({ kind, mood });
});

test('prompts without known words are spread over all scenes, and each keeps its own', () => {
  const kinds = Array.from({ length: 200 }, (_, index) => choose(`Subject ${index}`).kind);
  expect(new Set(kinds)).toEqual(new Set(Object.keys(palettes)));
  expect(choose('Subject 5')).toEqual(choose('Subject 5'));
});

test('an empty prompt and one without letters still get a scene', () => {
  expect(Object.keys(palettes)).toContain(choose('').kind);
  expect(Object.keys(palettes)).toContain(choose('🦁 123 !!').kind);
});

test('the palette has the wanted mood where the scene offers it, else any of the scene', () => {
  expect(choosePalette('sea', 'night', createRandom(1)).mood).toBe('night');
  expect(palettes.aurora).toContain(choosePalette('aurora', 'warm', createRandom(1)));
});

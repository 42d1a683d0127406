import { expect, test } from 'vitest';
import { closingWords } from './closing-words.ts';

const own = { phase: 'processing', service: 'gemini' } as const;

test('nothing under way: nothing to say', () => {
  expect(closingWords([])).toBeNull();
});

test('clips that the service makes are fetched at the next start', () => {
  expect(closingWords([own, { phase: 'downloading', service: 'gemini' }])).toBe(
    '2 clips are being made. They go on at the service; Zoetrope fetches them at the next start (the service keeps them for two days).',
  );
  expect(closingWords([own])).toMatch(/^1 clip is being made\. It goes on .* fetches it .* keeps it /);
});

test('an image that is being sent is lost when the app does not wait for it', () => {
  const image = { phase: 'submitting', service: 'gemini', medium: 'image' } as const;
  expect(closingWords([image])).toMatch(/^1 image is being made\. It comes in the service’s answer.*lost/);
  expect(closingWords([{ ...image, phase: 'queued' }])).toMatch(/^1 clip is waiting/);
  expect(closingWords([{ ...image, service: 'demo' }])).toBeNull();
});

test('demo clips and waiting ones are told apart: no service makes them meanwhile', () => {
  expect(
    closingWords([
      { phase: 'processing', service: 'demo' },
      { phase: 'queued', service: 'gemini' },
      { phase: 'queued', service: 'demo' },
    ]),
  ).toBe(
    '1 demo clip is being drawn. It goes on at the next start.\n\n2 clips are waiting to be sent, at the next start. Nothing is charged before that.',
  );
});

test('what waits in a paused queue waits for the user, not for the next start', () => {
  expect(closingWords([{ phase: 'queued', service: 'gemini' }], true)).toBe(
    '1 clip is waiting to be sent, until you resume the queue. Nothing is charged before that.',
  );
});

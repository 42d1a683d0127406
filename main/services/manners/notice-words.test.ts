import { expect, test } from 'vitest';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { Medium } from '../../../preload/contract/mediums.ts';
import { fr } from '../../words/fr.ts';
import { noticeWords } from './notice-words.ts';

const ended = (phase: Phase, prompt = 'A fox', medium: Medium = 'video') => ({
  ...{ id: prompt, phase, prompt, error: null, medium },
});

test.each([
  [['completed'], 'Your clip is ready'],
  [['unknown'], 'A clip needs your decision'],
  [['blocked'], 'A clip was blocked'],
  [['expired'], 'A clip has expired'],
  [['error'], 'A clip failed'],
  [['completed', 'completed'], '2 clips are ready'],
  [['error', 'unknown', 'blocked'], '3 clips need a look'],
  [['completed', 'error'], '1 clip is ready, 1 needs a look'],
  [['completed', 'error', 'completed', 'expired'], '2 clips are ready, 2 need a look'],
] as const)('%j is told as "%s"', (phases, title) => {
  expect(noticeWords(phases.map((phase) => ended(phase)))?.title).toBe(title);
});

test('images are told of as images, and together with clips as neither', () => {
  const image = (phase: Phase) => ended(phase, 'A fox', 'image');
  expect(noticeWords([image('completed')])?.title).toBe('Your image is ready');
  expect(noticeWords([image('blocked')], fr)?.title).toBe('Une image a été bloquée');
  expect(noticeWords([image('completed'), image('error')])?.title).toBe('1 image is ready, 1 needs a look');
  expect(noticeWords([image('completed'), ended('completed')])?.title).toBe('2 creations are ready');
});

test('what has not ended is not told', () => {
  expect(noticeWords([ended('processing'), ended('queued')])).toBeNull();
  expect(noticeWords([])).toBeNull();
});

test('a failure says which clip and what happened', () => {
  const error = { code: 'blocked' as const, message: 'Not charged. Change the prompt.', retryable: false };
  expect(noticeWords([{ ...ended('blocked', 'A fox\n in the  snow'), error }])?.body).toBe(
    'A fox in the snow\nNot charged. Change the prompt.',
  );
});

test('long prompts and many clips are cut, whole characters at a time', () => {
  const [line = ''] = noticeWords([ended('completed', '🦊'.repeat(200))])?.body.split('\n') ?? [];
  expect(line).toBe(`${'🦊'.repeat(79)}…`);
  const many = ['one', 'two', 'three', 'four'].map((prompt) => ended('completed', prompt));
  expect(noticeWords(many)?.body).toBe('one\ntwo\nthree\n…');
});

test('a window in French has notifications in French, the reason too', () => {
  const error = {
    code: 'service_unavailable' as const,
    message: 'The service is overloaded at the moment. Try again in a few minutes.',
    retryable: true,
  };
  expect(noticeWords([{ ...ended('error', 'Un renard'), error }], fr)).toEqual({
    title: 'Un clip a échoué',
    body: 'Un renard\nLe service est surchargé en ce moment. Réessayez dans quelques minutes.',
  });
  expect(noticeWords([ended('completed'), ended('error')], fr)?.title).toBe('1 clip est prêt, 1 à regarder');
});

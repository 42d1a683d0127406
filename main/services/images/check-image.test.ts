import { expect, test } from 'vitest';
import { limits } from '../../../preload/contract/domain.ts';
import { checkImage } from './check-image.ts';
import { fixture, joined } from './fixtures.ts';

const text = (content: string) => new TextEncoder().encode(content);

test('an image is known by its content, whatever its name says', () => {
  const data = fixture('lossy.webp');
  expect(checkImage('holiday.png', data)).toEqual({
    ok: true,
    value: {
      name: 'holiday.png',
      mimeType: 'image/webp',
      width: 96,
      height: 54,
      sizeBytes: data.byteLength,
    },
  });
});

test.each([
  ['empty', new Uint8Array(), 'This file is empty.'],
  [
    'an SVG named .png',
    text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'is not a PNG',
  ],
  ['text', text('Dear diary, today I made a film.'), 'is not a PNG, JPEG or WebP image'],
  ['a GIF', fixture('still.gif'), 'is not a PNG, JPEG or WebP image'],
  ['an MP4', text('\0\0\0\x20ftypisom'), 'is not a PNG, JPEG or WebP image'],
  ['a cut-off PNG', fixture('still.png').subarray(0, 300), 'damaged or only partly there'],
  ['a cut-off JPEG', fixture('still.jpg').subarray(0, 900), 'damaged or only partly there'],
  ['a cut-off WebP', fixture('lossy.webp').subarray(0, 900), 'damaged or only partly there'],
])('%s is refused in words', (_what, data, words) => {
  const verdict = checkImage('frame.png', data);
  expect(verdict).toMatchObject({
    ok: false,
    error: {
      code: 'invalid_image',
      retryable: false,
      details: { fields: ['image_file'], charged: false },
    },
  });
  expect(verdict.ok ? '' : verdict.error.message).toContain(words);
});

test('20 MB is the limit, to the byte', () => {
  const largest = joined(fixture('still.png'));
  const data = new Uint8Array(limits.imageBytes);
  data.set(largest);
  expect(checkImage('large.png', data).ok).toBe(true);

  const over = new Uint8Array(limits.imageBytes + 1);
  over.set(largest);
  const verdict = checkImage('large.png', over);
  expect(verdict.ok ? '' : verdict.error.message).toContain('over 20 MB');
});

test('a small file that unfolds to an enormous picture is refused before anybody draws it', () => {
  const bomb = joined(fixture('still.png'));
  const sides = new DataView(bomb.buffer, bomb.byteOffset);
  sides.setUint32(16, 10_000);
  sides.setUint32(20, 10_000);
  expect(checkImage('large.png', bomb).ok).toBe(true);
  sides.setUint32(20, 10_001);
  const verdict = checkImage('bomb.png', bomb);
  expect(verdict.ok ? '' : verdict.error.message).toContain('more than 100 megapixels');
});

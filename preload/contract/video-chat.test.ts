import { describe, expect, it } from 'vitest';
import { generateSchema, generateWithImageSchema, statusSchema } from './video-chat.ts';

const image_file = { name: 'lion.png', mime_type: 'image/png', data: new Uint8Array([1]) };

describe('a request to generate', () => {
  it('needs a prompt only, and has the original’s defaults', () => {
    expect(generateSchema.parse({ prompt: ' lion ' })).toEqual({
      prompt: 'lion',
      aspect_ratio: '16:9',
      resolution: '720p',
      duration: '8',
    });
  });

  it.each([
    ['nothing', undefined],
    ['an empty prompt', { prompt: '' }],
    ['a prompt of spaces', { prompt: ' \n\t ' }],
    ['a prompt of 100,000 characters', { prompt: 'x'.repeat(100_000) }],
    ['a prompt that is a number', { prompt: 7 }],
    ['an aspect ratio that no model has', { prompt: 'lion', aspect_ratio: '4:3' }],
    ['an unknown resolution', { prompt: 'lion', resolution: '480p' }],
    ['a duration as a number', { prompt: 'lion', duration: 8 }],
    ['a duration that no model has', { prompt: 'lion', duration: '16' }],
    ['an unknown field', { prompt: 'lion', frames_per_second: 24 }],
    ['a field that reaches for the prototype', JSON.parse('{"prompt":"lion","__proto__x":1}')],
    ['an image where none belongs', { prompt: 'lion', image_file }],
  ])('is refused with %s', (_what, request) => {
    expect(generateSchema.safeParse(request).success).toBe(false);
  });

  it('takes a prompt up to the limit', () => {
    expect(generateSchema.safeParse({ prompt: 'x'.repeat(4000) }).success).toBe(true);
    expect(generateSchema.safeParse({ prompt: 'x'.repeat(4001) }).success).toBe(false);
  });
});

describe('a request with an image', () => {
  const withImage = (change: object) =>
    generateWithImageSchema.safeParse({ prompt: 'lion', image_file: { ...image_file, ...change } }).success;

  it('takes the image’s bytes', () => {
    expect(withImage({})).toBe(true);
    expect(withImage({ data: new Uint8Array(20 * 1024 * 1024) })).toBe(true);
  });

  it.each([
    ['no bytes', { data: new Uint8Array(0) }],
    ['more than 20 MB', { data: new Uint8Array(20 * 1024 * 1024 + 1) }],
    ['bytes that are a string', { data: 'iVBOR' }],
    ['bytes that are a list', { data: [1, 2, 3] }],
    ['a type that no model takes', { mime_type: 'image/svg+xml' }],
    ['no name', { name: '' }],
    ['a path of its own', { path: '/etc/passwd' }],
  ])('is refused with %s', (_what, change) => {
    expect(withImage(change)).toBe(false);
  });

  it('is refused without one', () => {
    expect(generateWithImageSchema.safeParse({ prompt: 'lion' }).success).toBe(false);
  });
});

it('a status is asked for by one id', () => {
  expect(statusSchema.safeParse({ operation_id: 'a' }).success).toBe(true);
  for (const wrong of [
    {},
    { operation_id: '' },
    { operation_id: 5 },
    { operation_id: 'a', all: true },
    null,
  ]) {
    expect(statusSchema.safeParse(wrong).success).toBe(false);
  }
});

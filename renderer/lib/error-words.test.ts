import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../preload/contract/error-codes.ts';
import { errorWords } from './error-words.ts';
import { fakeError } from './fake-bridge.ts';
import { createFormat } from './format.ts';
import { en } from './i18n/en.ts';

const format = createFormat('en-US');

describe('errors in words', () => {
  it.each(errorCodes)('%s has a title, and main’s sentence is kept', (code) => {
    const words = errorWords(fakeError(code, 'Main says so.'), en, format);
    expect(words.title.length).toBeGreaterThan(3);
    expect(words.message).toBe('Main says so.');
  });

  it('says what a blocked clip was blocked for, and that it cost nothing', () => {
    const error = fakeError('blocked', 'Video generation blocked. Change the prompt.', {
      charged: false,
      serviceMessage: 'audio filter',
    });
    expect(errorWords(error, en, format, 3.2).extras).toEqual([
      'The service says: audio filter',
      'Not charged.',
    ]);
  });

  it('does not repeat the title at the head of the sentence below it', () => {
    const error = fakeError('blocked', 'Video generation blocked: the audio filter stopped it.');
    expect(errorWords(error, en, format)).toMatchObject({
      title: 'Video generation blocked',
      message: 'The audio filter stopped it.',
    });
  });

  it('does not say twice what main has said', () => {
    const error = fakeError('blocked', 'The audio filter stopped it. Not charged.', {
      charged: false,
      serviceMessage: 'The audio filter stopped it.',
    });
    expect(errorWords(error, en, format, 3.2).extras).not.toContain('Not charged.');
    expect(errorWords(error, en, format, 3.2).extras.join()).not.toContain('The service says');
  });

  it('says what an uncertain run may have cost', () => {
    const error = fakeError('unknown_outcome', 'The connection broke.');
    expect(errorWords(error, en, format, 3.2).extras).toEqual(['It may have cost $3.20.']);
  });

  it('speaks of no money after a demo run', () => {
    const charged = fakeError('expired', 'It is gone.', { charged: true });
    expect(errorWords(charged, en, format, 0).extras).toEqual([]);
    const unknown = fakeError('unknown_outcome', 'The connection broke.');
    expect(errorWords(unknown, en, format, 0).extras).toEqual([]);
  });

  it('says how long to wait', () => {
    const error = fakeError('rate_limited', 'Too many requests.', { retryAfterSeconds: 22.4 });
    expect(errorWords(error, en, format).extras).toEqual(['Wait 23 seconds before the next try.']);
  });
});

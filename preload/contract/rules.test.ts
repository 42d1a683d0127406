import { describe, expect, it } from 'vitest';
import { phases } from './domain.ts';
import type { ModelInfo } from './models.ts';
import { ruleWords } from './rule-words.ts';
import { check, durationsFor, estimateUsd, resolutionsFor, settle, statusOf } from './rules.ts';
import type { Wish } from './rules.ts';

const model: ModelInfo = {
  id: 'm',
  service: 'gemini',
  label: 'M',
  modes: ['text', 'image', 'extend', 'references'],
  aspectRatios: ['16:9', '9:16'],
  resolutions: ['720p', '1080p'],
  durations: ['4', '6', '8'],
  limits: [
    { when: { resolutions: ['1080p'] }, durations: ['8'] },
    { when: { modes: ['references'] }, durations: ['8'] },
    { when: { modes: ['extend'] }, durations: ['8'], resolutions: ['720p'] },
  ],
  mostReferences: 3,
  people: { text: ['allow_all', 'allow_adult'], image: ['allow_adult'] },
  takesNegativePrompt: false,
  takesSeed: false,
  canBeSilent: false,
  extension: null,
  usdPerSecond: { '720p': 0.1 },
  priceDate: '2026-11-22',
  priceSource: 'a list',
  factsDate: '2026-11-22',
  factsSource: 'a page',
};

const wish: Wish = {
  mode: 'text',
  aspectRatio: '16:9',
  resolution: '720p',
  duration: '8',
  hasNegativePrompt: false,
  references: 0,
  personGeneration: null,
  seed: null,
  audio: true,
};

describe('what goes together', () => {
  it('is narrowed by the resolution and by the mode, and says by which', () => {
    expect(durationsFor(model, 'text', '720p')).toEqual({ values: ['4', '6', '8'], because: null });
    expect(durationsFor(model, 'text', '1080p')).toEqual({
      values: ['8'],
      because: { resolution: '1080p' },
    });
    expect(durationsFor(model, 'references', '720p')).toEqual({
      values: ['8'],
      because: { mode: 'references' },
    });
    expect(resolutionsFor(model, 'extend')).toEqual({ values: ['720p'], because: { mode: 'extend' } });
  });

  it('settles on the nearest: no larger a picture, no shorter a clip', () => {
    const shape = { aspectRatio: '9:16', resolution: '4k', duration: '5' } as const;
    expect(settle(model, 'text', shape)).toEqual({ ...shape, resolution: '1080p', duration: '8' });
    expect(settle(model, 'text', { ...shape, resolution: '360p' })).toEqual({
      ...shape,
      resolution: '720p',
      duration: '6',
    });
    expect(settle(model, 'text', { ...shape, resolution: '720p', duration: '15' }).duration).toBe('8');
  });
});

describe('each refusal has its sentence', () => {
  it.each([
    [{ resolution: '1080p', duration: '4' }, '1080p needs 8 seconds.'],
    [{ mode: 'references', duration: '4' }, 'Reference images need 8 seconds.'],
    [{ duration: '5' }, 'M makes clips of 4, 6 or 8 seconds.'],
    [{ resolution: '4k', duration: '8' }, 'M does not make 4k; it makes 720p or 1080p.'],
    [{ mode: 'extend', resolution: '1080p' }, 'Extending a clip needs 720p.'],
    [{ mode: 'edit' }, 'M cannot change clips.'],
    [{ mode: 'references', references: 4 }, 'M takes at most 3 reference images.'],
    [{ hasNegativePrompt: true }, 'M takes no negative prompt. Say in the prompt what you want instead.'],
    [{ personGeneration: 'dont_allow' }, 'M takes for people here: everybody or adults only.'],
    [{ mode: 'extend', personGeneration: 'allow_all' }, 'M has no setting for people.'],
    [{ seed: 7 }, 'M takes no seed.'],
    [{ audio: false }, 'M always makes sound.'],
  ] as const)('%j: %s', (change, words) => {
    expect(check(model, { ...wish, ...change }).map((each) => ruleWords(each, model.label))).toEqual([words]);
  });

  it('and what is fine has none', () => {
    expect(check(model, wish)).toEqual([]);
  });

  it('a row of seconds is a row', () => {
    const long = { ...model, durations: ['3', '4', '5', '6'] } as const;
    const [refusal] = check(long, { ...wish, duration: '15' });
    expect(refusal && ruleWords(refusal, 'M')).toBe('M makes clips of 3 to 6 seconds.');
  });
});

describe('the price of one clip', () => {
  it('is the seconds times the price of one, in exact cents', () => {
    expect(model.durations.map((duration) => estimateUsd(model, '720p', duration))).toEqual([0.4, 0.6, 0.8]);
  });

  it('is not made up where it is not known', () => {
    expect(estimateUsd(model, '1080p', '8')).toBeNull();
  });
});

it('every phase has one of the original’s four statuses', () => {
  expect(phases.map((phase) => [phase, statusOf(phase)])).toEqual([
    ['queued', 'pending'],
    ['submitting', 'pending'],
    ['processing', 'processing'],
    ['downloading', 'processing'],
    ['completed', 'completed'],
    ['blocked', 'error'],
    ['unknown', 'error'],
    ['expired', 'error'],
    ['error', 'error'],
  ]);
});

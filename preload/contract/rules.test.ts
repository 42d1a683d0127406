import { describe, expect, it } from 'vitest';
import { durations, phases, resolutions } from './domain.ts';
import type { ModelInfo } from './domain.ts';
import { durationsFor, estimateUsd, forcedDuration, statusOf } from './rules.ts';

const model: ModelInfo = {
  id: 'm',
  label: 'M',
  usdPerSecond: { '720p': 0.1 },
  priceDate: '2026-11-22',
  priceSource: 'a list',
};

describe('the rules of Veo', () => {
  it('have 1080p in 8 seconds only', () => {
    expect(durationsFor('1080p')).toEqual(['8']);
    expect(durationsFor('720p')).toEqual(['4', '6', '8']);
  });

  it('force a duration exactly where the wanted one cannot be had', () => {
    for (const resolution of resolutions) {
      for (const duration of durations) {
        const forced = forcedDuration(resolution, duration);
        expect(forced === null).toBe(durationsFor(resolution).includes(duration));
        if (forced !== null) expect(durationsFor(resolution)).toContain(forced);
      }
    }
  });
});

describe('the price of one clip', () => {
  it('is the seconds times the price of one, in exact cents', () => {
    expect(durations.map((duration) => estimateUsd(model, '720p', duration))).toEqual([0.4, 0.6, 0.8]);
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

import { expect, it } from 'vitest';
import { durations, resolutions } from '../../../preload/contract/domain.ts';
import { durationsFor, estimateUsd } from '../../../preload/contract/rules.ts';
import { defaultModel, findModel, models } from './catalogue.ts';

it('has a price with a date and a source for everything that can be asked for', () => {
  for (const model of models) {
    expect(model.priceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(model.priceSource).not.toBe('');
    for (const resolution of resolutions) {
      for (const duration of durationsFor(resolution))
        expect(estimateUsd(model, resolution, duration)).toBeGreaterThan(0);
    }
  }
});

it('prices the default model as published: 0.40 USD a second', () => {
  expect(defaultModel.id).toBe('veo-3.1-generate-preview');
  expect(durations.map((duration) => estimateUsd(defaultModel, '720p', duration))).toEqual([1.6, 2.4, 3.2]);
});

it('knows no model that is not listed', () => {
  expect(findModel('veo-3.1-fast-generate-preview')?.label).toBe('Veo 3.1 Fast');
  expect(findModel('toString')).toBeNull();
});

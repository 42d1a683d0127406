import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import { modes, personGenerations } from '../../../preload/contract/modes.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import {
  check,
  durationsFor,
  estimateUsd,
  peopleFor,
  resolutionsFor,
  settle,
} from '../../../preload/contract/rules.ts';
import type { Shape, Wish } from '../../../preload/contract/rules.ts';
import { refuseWish } from '../generation/wishes.ts';
import { defaultModel, findModel, models } from './catalogue.ts';

const everyModel = fc.constantFrom(...models);
const everyShape: fc.Arbitrary<Shape> = fc.record({
  aspectRatio: fc.constantFrom(...aspectRatios),
  resolution: fc.constantFrom(...resolutions),
  duration: fc.constantFrom(...durations),
});

/** What the form can hold: only what it offers for the model and the mode, whatever was wanted. */
const everyFormState: fc.Arbitrary<{ model: ModelInfo; wish: Wish }> = everyModel.chain((model) =>
  fc.constantFrom(...model.modes).chain((mode) =>
    fc
      .record({
        shape: everyShape,
        hasNegativePrompt: fc.boolean(),
        references: fc.nat({ max: model.mostReferences }),
        personGeneration: fc.constantFrom(null, ...peopleFor(model, mode)),
        seed: fc.option(fc.nat()),
        audio: fc.boolean(),
      })
      .map(({ shape, hasNegativePrompt, references, personGeneration, seed, audio }) => ({
        model,
        wish: {
          mode,
          ...settle(model, mode, shape),
          hasNegativePrompt: hasNegativePrompt && model.takesNegativePrompt,
          references,
          personGeneration,
          seed: model.takesSeed ? seed : null,
          audio: audio || !model.canBeSilent,
        },
      })),
  ),
);

/** Anything at all that the contract's schema lets through. */
const everyRequest: fc.Arbitrary<{ model: ModelInfo; wish: Wish }> = fc.record({
  model: everyModel,
  wish: fc
    .record({
      mode: fc.constantFrom(...modes),
      shape: everyShape,
      hasNegativePrompt: fc.boolean(),
      references: fc.nat({ max: 8 }),
      personGeneration: fc.constantFrom(null, ...personGenerations),
      seed: fc.option(fc.nat()),
      audio: fc.boolean(),
    })
    .map(({ shape, ...wish }) => ({ ...wish, ...shape })),
});

it('nothing that the form allows is refused by main', () => {
  fc.assert(
    fc.property(everyFormState, ({ model, wish }) => {
      expect(refuseWish(model, wish)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

it('nothing that main takes is out of the form’s reach', () => {
  fc.assert(
    fc.property(everyRequest, ({ model, wish }) => {
      if (refuseWish(model, wish) !== null) return;
      const { mode, aspectRatio, resolution, duration } = wish;
      expect(model.modes).toContain(mode);
      expect(resolutionsFor(model, mode).values).toContain(resolution);
      expect(durationsFor(model, mode, resolution).values).toContain(duration);
      expect(settle(model, mode, wish)).toEqual({ aspectRatio, resolution, duration });
      if (wish.personGeneration !== null) {
        expect(peopleFor(model, mode)).toContain(wish.personGeneration);
      }
    }),
    { numRuns: 5000 },
  );
});

it('every refusal says why in words and names its field', () => {
  fc.assert(
    fc.property(everyRequest, ({ model, wish }) => {
      const refused = refuseWish(model, wish);
      if (refused?.ok !== false) return;
      const { message, details } = refused.error;
      expect(message).toMatch(/\. Nothing was sent\.$/);
      expect(message).not.toMatch(/undefined|null|NaN|\[object/);
      expect(details).toMatchObject({ charged: false });
      expect(details?.fields).toHaveLength(check(model, wish).length);
    }),
    { numRuns: 2000 },
  );
});

it('settling changes nothing that the model makes, and is at rest after once', () => {
  fc.assert(
    fc.property(everyModel, fc.constantFrom(...modes), everyShape, (model, mode, shape) => {
      const settled = settle(model, mode, shape);
      expect(settle(model, mode, settled)).toEqual(settled);
      if (resolutionsFor(model, mode).values.includes(shape.resolution)) {
        expect(settled.resolution).toBe(shape.resolution);
      }
    }),
  );
});

it('has a price with a date and a source for everything that can be asked for', () => {
  for (const model of models) {
    expect(model.priceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(model.factsDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(model.priceSource).not.toBe('');
    expect(model.factsSource).not.toBe('');
    for (const mode of model.modes) {
      for (const resolution of resolutionsFor(model, mode).values) {
        for (const duration of durationsFor(model, mode, resolution).values) {
          expect(estimateUsd(model, resolution, duration)).toBeGreaterThan(0);
        }
      }
    }
  }
});

it('prices the default model as published: 0.40 USD a second', () => {
  expect(defaultModel.id).toBe('veo-3.1-generate-preview');
  expect(defaultModel.durations.map((duration) => estimateUsd(defaultModel, '720p', duration))).toEqual([
    1.6, 2.4, 3.2,
  ]);
});

it('knows no model that is not listed, and each one once', () => {
  expect(findModel('veo-3.1-fast-generate-preview')?.label).toBe('Veo 3.1 Fast');
  expect(findModel('toString')).toBeNull();
  expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  expect(new Set(models.map(({ label }) => label)).size).toBe(models.length);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkImageWish } from '../../../preload/contract/images.ts';
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import type { ImageModelInfo } from '../../../preload/contract/models.ts';
import { settledShape } from './shape.ts';

const model: ImageModelInfo = {
  ...{ id: 'some', service: 'gemini', label: 'Some model', mostInputs: 3, usdPerImage: {} },
  ...{ priceDate: '2026-11-27', priceSource: 'A list' },
  aspectRatios: ['9:16', '1:1', '21:9'],
  sizes: ['1K', '4K'],
};

const models = fc.record({
  aspectRatios: fc.subarray([...imageAspectRatios], { minLength: 1 }),
  sizes: fc.subarray([...imageSizes], { minLength: 1 }),
});

const shapes = fc.record({
  aspectRatio: fc.constantFrom(...imageAspectRatios),
  size: fc.constantFrom(...imageSizes),
});

test('whatever is wanted, main does not refuse what the form makes of it', () => {
  fc.assert(
    fc.property(models, shapes, (makes, wanted) => {
      const settled = settledShape({ ...model, ...makes }, wanted);
      expect(checkImageWish({ ...model, ...makes }, { ...settled, inputs: 0 })).toEqual([]);
    }),
  );
});

test('what the model makes stays as it is wanted', () => {
  fc.assert(
    fc.property(models, shapes, (makes, wanted) => {
      const settled = settledShape({ ...model, ...makes }, wanted);
      if (makes.aspectRatios.includes(wanted.aspectRatio)) {
        expect(settled.aspectRatio).toBe(wanted.aspectRatio);
      }
      if (makes.sizes.includes(wanted.size)) expect(settled.size).toBe(wanted.size);
    }),
  );
});

test('what it does not make becomes what looks most like it, and the largest size up to the wanted one', () => {
  expect(settledShape(model, { aspectRatio: '16:9', size: '2K' })).toEqual({
    aspectRatio: '21:9',
    size: '1K',
  });
  expect(settledShape(model, { aspectRatio: '4:5', size: '512' })).toEqual({
    aspectRatio: '1:1',
    size: '1K',
  });
  const small: ImageModelInfo = { ...model, sizes: ['512', '1K', '2K'] };
  expect(settledShape(small, { aspectRatio: '1:1', size: '4K' }).size).toBe('2K');
});

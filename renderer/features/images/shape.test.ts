import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkImageWish } from '../../../preload/contract/images.ts';
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import { imageModels } from '../../../main/services/models/image-catalogue.ts';
import { settledShape } from './shape.ts';

const shapes = fc.record({
  aspectRatio: fc.constantFrom(...imageAspectRatios),
  size: fc.constantFrom(...imageSizes),
});

test('whatever is wanted, main does not refuse what the form makes of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...imageModels), shapes, (model, wanted) => {
      expect(checkImageWish(model, { ...settledShape(model, wanted), inputs: 0 })).toEqual([]);
    }),
  );
});

test('what the model makes stays as it is wanted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...imageModels), shapes, (model, wanted) => {
      const settled = settledShape(model, wanted);
      if (model.aspectRatios.includes(wanted.aspectRatio))
        expect(settled.aspectRatio).toBe(wanted.aspectRatio);
      if (model.sizes.includes(wanted.size)) expect(settled.size).toBe(wanted.size);
    }),
  );
});

test('what it does not make becomes what looks most like it, and not a larger image where there is a smaller one', () => {
  const model = {
    ...imageModels[0],
    aspectRatios: ['9:16', '1:1', '21:9'] as const,
    sizes: ['1K', '4K'] as const,
  };
  expect(settledShape(model, { aspectRatio: '16:9', size: '2K' })).toEqual({
    aspectRatio: '21:9',
    size: '1K',
  });
  expect(settledShape(model, { aspectRatio: '4:5', size: '512' })).toEqual({
    aspectRatio: '1:1',
    size: '1K',
  });
});

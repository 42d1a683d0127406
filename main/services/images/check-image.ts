import type { ImageFacts } from '../../../preload/contract/domain.ts';
import { limits } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { imageFacts } from './image-facts.ts';

const refuse = (message: string): Result<never> =>
  fail({
    code: 'invalid_image',
    message,
    retryable: false,
    details: { fields: ['image_file'], charged: false },
  });

/** Says what an image is, or in words why it cannot be a first frame. `name` is only repeated. */
export function checkImage(name: string, data: Uint8Array): Result<ImageFacts> {
  if (data.byteLength === 0) return refuse('This file is empty. Choose a PNG, JPEG or WebP image.');
  if (data.byteLength > limits.imageBytes) {
    return refuse('This image is over 20 MB. Choose a smaller one, or save it with more compression.');
  }
  const verdict = imageFacts(data);
  switch (verdict.kind) {
    case 'image':
      if (verdict.width * verdict.height > limits.imagePixels) {
        return refuse(
          'This image has more than 100 megapixels. Choose a smaller one, or make it smaller in an image editor.',
        );
      }
      return ok({
        name,
        mimeType: verdict.mimeType,
        width: verdict.width,
        height: verdict.height,
        sizeBytes: data.byteLength,
      });
    case 'damaged':
      return refuse(
        'This image is damaged or only partly there. Open it in an image editor and save it again.',
      );
    case 'other':
      return refuse(
        'This file is not a PNG, JPEG or WebP image, whatever its name says. Choose another one.',
      );
  }
}

import { expect, test } from 'vitest';
import { fail, ok } from '../../preload/contract/result.ts';
import { clipRow, operationRow, testId, uploadRow, nothingMore } from '../storage/test-bench.ts';
import { mediaFile } from './media-file.ts';
import type { MediaFileDeps } from './media-file.ts';

/** Operation 1 has a clip with a poster, operation 2 a clip without one; upload 3 is a WebP. */
function deps(): MediaFileDeps {
  return {
    library: {
      find: (id) => {
        const number = [1, 2].find((one) => testId(one) === id);
        return number === undefined
          ? null
          : {
              operation: operationRow(number),
              marks: { favourite: false, rating: 0 },
              upload: null,
              clip: clipRow(number, { hasPoster: number === 1 }),
              ...nothingMore,
            };
      },
      clipFile: (id) =>
        [testId(1), testId(2)].includes(id)
          ? ok(`/library/${id}.mp4`)
          : fail({ code: 'operation_not_found', message: 'Operation not found', retryable: false }),
    },
    uploads: {
      find: (id) => (id === testId(3) ? uploadRow(3, { mimeType: 'image/webp', sha256: 'abc' }) : null),
    },
    media: {
      posterPath: (id) => `/data/posters/${id}.jpg`,
      uploadPath: (sha256) => `/data/uploads/${sha256}`,
    },
  };
}

test.each([
  [`media://clip/${testId(1)}`, `/library/${testId(1)}.mp4`, 'video/mp4'],
  [`media://clip/${testId(1)}?again=1#t=2`, `/library/${testId(1)}.mp4`, 'video/mp4'],
  [`media://poster/${testId(1)}`, `/data/posters/${testId(1)}.jpg`, 'image/jpeg'],
  [`media://upload/${testId(3)}`, '/data/uploads/abc', 'image/webp'],
])('%s', (url, file, mimeType) => {
  expect(mediaFile(url, deps())).toEqual({ file, mimeType });
});

test.each([
  ['no such clip', `media://clip/${testId(9)}`],
  ['no poster yet', `media://poster/${testId(2)}`],
  ['no such poster', `media://poster/${testId(9)}`],
  ['no such upload', `media://upload/${testId(1)}`],
  ['unknown host', `media://key/${testId(1)}`],
  ['no host', `media:///${testId(1)}`],
  ['no id', 'media://clip/'],
  ['nothing at all', 'media://clip'],
  ['a path', 'media://clip/etc/passwd'],
  ['an id and more', `media://clip/${testId(1)}/x`],
  ['an encoded path', `media://clip/..%2f${testId(1)}`],
  ['dots', 'media://clip/....................................'],
  ['upper case', `media://clip/${'A'.repeat(36)}`],
  ['a line end after the id', `media://clip/${testId(1)}%0A`],
])('%s is nothing: %s', (_what, url) => {
  expect(mediaFile(url, deps())).toBeNull();
});

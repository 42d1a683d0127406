import type { RecipeRequest } from '../../../preload/contract/rebuild.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import { readRecipe } from './recipe.ts';

/** Reads out of a movie's index (`moov`) what the clip was made of. */
export type ReadRequest = (moov: Uint8Array) => Promise<Result<RecipeRequest>>;

const messages = {
  none: 'This video was not made by Zoetrope, or its recipe was taken out of it. Nothing was changed.',
  unreadable: 'The recipe in this video is damaged, or of a newer Zoetrope. Nothing was changed.',
};

export function createReadRequest(media: Pick<MediaFiles, 'readUpload'>): ReadRequest {
  return async (moov) => {
    const read = readRecipe(moov);
    if (read.kind !== 'recipe') {
      return fail({
        code: 'invalid_request',
        message: messages[read.kind],
        retryable: false,
        details: { charged: false },
      });
    }
    const { request, firstFrame } = read.recipe;
    const data = firstFrame && (await media.readUpload(firstFrame.sha256).catch(() => null));
    return ok({
      ...request,
      image: firstFrame &&
        data && { name: firstFrame.name, mimeType: firstFrame.type, data: new Uint8Array(data) },
      imageIsGone: firstFrame !== null && data === null,
    });
  };
}

import type { RecipeImage, RecipeRequest } from '../../../preload/contract/rebuild.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import { extrasFrom, readRecipe } from './recipe.ts';
import type { Recipe } from './recipe-schema.ts';

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
    const { request, firstFrame, extras } = read.recipe;
    const { mode, personGeneration, seed, audio, sourceId, sourcePrompt } = extrasFrom(read.recipe);
    const toImage = async (given: Recipe['firstFrame']): Promise<RecipeImage | null> => {
      const data = given && (await media.readUpload(given.sha256).catch(() => null));
      return given && data && { name: given.name, mimeType: given.type, data: new Uint8Array(data) };
    };
    const given = [firstFrame, extras?.lastFrame ?? null, ...(extras?.references ?? [])];
    const found = await Promise.all(given.map(toImage));
    const [image = null, lastFrame = null, ...references] = found;
    return ok({
      ...request,
      ...{ mode, image, lastFrame, personGeneration, seed, audio },
      references: references.filter((each) => each !== null),
      imageIsGone: given.some((each, index) => each !== null && found[index] === null),
      source: sourceId === null ? null : { operationId: sourceId, prompt: sourcePrompt ?? '' },
    });
  };
}

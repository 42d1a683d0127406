import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import { checkImage } from '../services/images/check-image.ts';
import type { Library } from '../services/library.ts';
import type { Handlers } from './registry.ts';
import { started } from './started.ts';

export function imageHandlers(
  generation: Pick<GenerationService, 'submitImages'>,
  library: Pick<Library, 'madeImage' | 'conversation'>,
): Handlers<ZoetropeContract['images']> {
  return {
    check: ({ name, data }) => checkImage(name, data),
    generate: async ({ prompt, aspectRatio, size, model, sessionId, takes, images, refineOperationId }) =>
      started(
        await generation.submitImages({
          ...{ prompt, aspectRatio, size, takes },
          model: model ?? null,
          sessionId: sessionId ?? null,
          // Only what main looks at: a type that a window says is not believed.
          images: images.map(({ name, data }) => ({ name, data })),
          refineId: refineOperationId ?? null,
        }),
      ),
    file: ({ operationId }) => library.madeImage(operationId),
    versions({ operationId }) {
      const found = library.conversation(operationId);
      return found.ok ? ok({ operations: found.value }) : found;
    },
  };
}

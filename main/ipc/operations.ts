import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Library } from '../services/library.ts';
import type { Handlers } from './registry.ts';

const pageSize = 60;

export function operationHandlers(
  library: Library,
  generation: Pick<GenerationService, 'again'>,
): Handlers<ZoetropeContract['operations']> {
  return {
    list: ({ before, limit, sessionId }) =>
      ok(library.page(limit ?? pageSize, before ?? null, sessionId ?? null)),
    get: ({ operationId }) => library.get(operationId),
    image: ({ operationId, uploadId }) => library.image(operationId, uploadId ?? null),
    again: ({ operationId, model, replaces }) => {
      const id = generation.again(operationId, model);
      if (!id.ok) return id;
      // Before anybody asks for a page: nobody sees both.
      if (replaces === true) library.remove([operationId]);
      return ok({ operation_id: id.value, status: 'pending' });
    },
    remove: ({ operationIds }) => library.remove(operationIds),
    restore: ({ operationIds }) => library.restore(operationIds),
    clearFinished: ({ sessionId, medium }) => library.clearFinished(sessionId, medium),
  };
}

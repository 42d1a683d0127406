import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Library } from '../services/library.ts';
import type { Handlers } from './registry.ts';

const pageSize = 60;

export function operationHandlers(library: Library): Handlers<ZoetropeContract['operations']> {
  return {
    list: ({ before, limit }) => ok(library.page(limit ?? pageSize, before ?? null)),
    get: ({ operationId }) => library.get(operationId),
    image: ({ operationId }) => library.image(operationId),
    remove: ({ operationIds }) => library.remove(operationIds),
    restore: ({ operationIds }) => library.restore(operationIds),
    clearFinished: () => library.clearFinished(),
  };
}

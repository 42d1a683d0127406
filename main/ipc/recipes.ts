import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { RebuildResult } from '../../preload/contract/rebuild.ts';
import type { ReadRequest } from '../services/recipes/read-request.ts';
import type { Handlers } from './registry.ts';

export interface RecipeParts {
  readRequest: ReadRequest;
  rebuild(): Promise<RebuildResult>;
  cancelRebuild(): void;
}

export function recipeHandlers(parts: RecipeParts): Handlers<ZoetropeContract['recipes']> {
  return {
    read: ({ moov }) => parts.readRequest(moov),
    rebuild: async () => ok(await parts.rebuild()),
    cancelRebuild: () => {
      parts.cancelRebuild();
      return ok(null);
    },
  };
}

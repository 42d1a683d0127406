/** Puts together what is done with the recipes in the clips' own files. */
import type { RecipeParts } from '../ipc/recipes.ts';
import type { Clock } from '../services/clock.ts';
import type { Log } from '../services/log.ts';
import { createReadRequest } from '../services/recipes/read-request.ts';
import { createRebuild } from '../services/recipes/rebuild.ts';
import type { Sessions } from '../services/sessions.ts';
import type { Spend } from '../services/spend.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { Stores } from './stores.ts';

export interface RecipePartsDeps {
  stores: Stores;
  clock: Clock;
  log: Log;
  window: Pick<StudioWindow, 'send'>;
  sessions: Pick<Sessions, 'ensureSession'>;
  spend: Pick<Spend, 'record'>;
  libraryFolder(): string;
  libraryChanged(): void;
  /** Makes posters for those that came back. */
  posters(): void;
}

export interface RecipeServices extends RecipeParts {
  /** After damage: takes in the files that the restored database does not know. Gives how many came back. */
  takeUnknown(): Promise<number>;
  stop(): Promise<void>;
}

export function createRecipeParts(deps: RecipePartsDeps): RecipeServices {
  const { stores, clock, log, window } = deps;
  const rebuild = createRebuild({
    ...stores,
    clock,
    log,
    ensureSession: (id, name) => {
      deps.sessions.ensureSession(id, name);
    },
    written(operationId) {
      deps.spend.record(operationId);
      deps.libraryChanged();
    },
    progress: (progress) => {
      window.send('rebuildProgress', progress);
    },
  });
  /** Where clips are, and where they ever were. */
  const folders = (): string[] => {
    const current = deps.libraryFolder();
    stores.clips.rememberFolder(current);
    return [...new Set([current, ...stores.clips.folders()])];
  };
  return {
    readRequest: createReadRequest(stores.media),
    async rebuild() {
      const result = await rebuild.run(folders());
      deps.posters();
      return result;
    },
    cancelRebuild: () => {
      rebuild.cancel();
    },
    async takeUnknown() {
      const { added, relinked } = await rebuild.run(folders(), { beforeEngine: true });
      return added + relinked;
    },
    stop: () => rebuild.stop(),
  };
}

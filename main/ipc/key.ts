import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { Connection } from '../services/connection.ts';
import type { Handlers } from './registry.ts';

export function keyHandlers(
  connection: Connection,
  appState: AppStateService,
): Handlers<ZoetropeContract['key']> {
  return {
    set: async ({ key, keepWithoutKeyring }) => {
      const outcome = await connection.setKey(key, keepWithoutKeyring ?? false);
      return outcome.ok ? ok(appState.refresh()) : outcome;
    },
    remove: async () => {
      await connection.removeKey();
      return ok(appState.refresh());
    },
  };
}

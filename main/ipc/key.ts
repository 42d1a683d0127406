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
    set: async ({ key, baseUrl = null, keepWithoutKeyring = false }) => {
      const outcome = await connection.gemini.setKey({ key, baseUrl, keepWithoutKeyring });
      return outcome.ok ? ok(appState.refresh()) : outcome;
    },
    check: () => connection.gemini.check(),
    remove: async () => {
      await connection.remove('gemini');
      return ok(appState.refresh());
    },
  };
}

export function agentPlatformHandlers(
  connection: Connection,
  appState: AppStateService,
): Handlers<ZoetropeContract['agentPlatform']> {
  const { agentPlatform } = connection;
  return {
    setKey: async ({ key, baseUrl = null, keepWithoutKeyring = false }) => {
      const outcome = await agentPlatform.setKey({ key, baseUrl, keepWithoutKeyring });
      return outcome.ok ? ok(appState.refresh()) : outcome;
    },
    setProject: async ({ outputUri = null, baseUrl = null, ...place }) => {
      const outcome = await agentPlatform.setPlace({ ...place, outputUri, baseUrl });
      return outcome.ok ? ok(appState.refresh()) : outcome;
    },
    check: () => agentPlatform.check(),
    remove: async () => {
      await connection.remove('agent-platform');
      return ok(appState.refresh());
    },
  };
}

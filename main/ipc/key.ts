import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { Connection } from '../services/connection.ts';
import type { Offers } from '../services/models/offers.ts';
import type { Handlers } from './registry.ts';

/** What the new key has is known before the window hears of it. */
function accessChanged(appState: AppStateService, offers: Pick<Offers, 'accessChanged'>) {
  return async () => {
    await offers.accessChanged();
    return ok(appState.refresh());
  };
}

export function keyHandlers(
  connection: Connection,
  appState: AppStateService,
  offers: Pick<Offers, 'accessChanged'>,
): Handlers<ZoetropeContract['key']> {
  const changed = accessChanged(appState, offers);
  return {
    set: async ({ key, baseUrl = null, keepWithoutKeyring = false }) => {
      const outcome = await connection.gemini.setKey({ key, baseUrl, keepWithoutKeyring });
      return outcome.ok ? changed() : outcome;
    },
    check: () => connection.gemini.check(),
    remove: async () => {
      await connection.remove('gemini');
      return changed();
    },
  };
}

export function agentPlatformHandlers(
  connection: Connection,
  appState: AppStateService,
  offers: Pick<Offers, 'accessChanged'>,
): Handlers<ZoetropeContract['agentPlatform']> {
  const { agentPlatform } = connection;
  const changed = accessChanged(appState, offers);
  return {
    setKey: async ({ key, baseUrl = null, keepWithoutKeyring = false }) => {
      const outcome = await agentPlatform.setKey({ key, baseUrl, keepWithoutKeyring });
      return outcome.ok ? changed() : outcome;
    },
    setProject: async ({ outputUri = null, baseUrl = null, ...place }) => {
      const outcome = await agentPlatform.setPlace({ ...place, outputUri, baseUrl });
      return outcome.ok ? changed() : outcome;
    },
    check: () => agentPlatform.check(),
    remove: async () => {
      await connection.remove('agent-platform');
      return changed();
    },
  };
}

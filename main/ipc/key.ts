import type { ZoetropeContract } from '../../preload/contract/api.ts';
import type { ModelService } from '../../preload/contract/models.ts';
import type { Result } from '../../preload/contract/result.ts';
import { ok } from '../../preload/contract/result.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { Connection } from '../services/connection.ts';
import type { Offers } from '../services/models/offers.ts';
import type { Handlers } from './registry.ts';

type TheOffers = Pick<Offers, 'checked' | 'accessRemoved'>;

/** What a key has is known before the window hears of the key. */
function keyHearers(service: ModelService, appState: AppStateService, offers: TheOffers) {
  return {
    async changed(models: Result<string[] | null>) {
      if (!models.ok) return models;
      await offers.checked(service, models.value);
      return ok(appState.refresh());
    },
    async checked(models: Result<string[] | null>) {
      if (!models.ok) return models;
      await offers.checked(service, models.value);
      return ok(null);
    },
    removed() {
      offers.accessRemoved();
      return ok(appState.refresh());
    },
  };
}

export function keyHandlers(
  connection: Connection,
  appState: AppStateService,
  offers: TheOffers,
): Handlers<ZoetropeContract['key']> {
  const { gemini } = connection;
  const { changed, checked, removed } = keyHearers('gemini', appState, offers);
  return {
    set: async ({ key, baseUrl = null, keepWithoutKeyring = false }) =>
      changed(await gemini.setKey({ key, baseUrl, keepWithoutKeyring })),
    check: async () => checked(await gemini.check()),
    remove: async () => {
      await connection.remove('gemini');
      return removed();
    },
  };
}

export function agentPlatformHandlers(
  connection: Connection,
  appState: AppStateService,
  offers: TheOffers,
): Handlers<ZoetropeContract['agentPlatform']> {
  const { agentPlatform } = connection;
  const { changed, checked, removed } = keyHearers('agent-platform', appState, offers);
  return {
    setKey: async ({ key, baseUrl = null, keepWithoutKeyring = false }) =>
      changed(await agentPlatform.setKey({ key, baseUrl, keepWithoutKeyring })),
    setProject: async ({ outputUri = null, baseUrl = null, ...place }) =>
      changed(await agentPlatform.setPlace({ ...place, outputUri, baseUrl })),
    check: async () => checked(await agentPlatform.check()),
    remove: async () => {
      await connection.remove('agent-platform');
      return removed();
    },
  };
}

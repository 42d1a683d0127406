import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { AgentPlace, AgentPlatformState } from '../../preload/contract/services.ts';
import type { AgentPlatformAccess } from '../backends/agent-client.ts';
import { checkAgentPlatform } from '../backends/agent-platform-check.ts';
import { createAgentPlatformVeo } from '../backends/agent-platform-veo.ts';
import type { AgentEnvironment } from '../settings/agent-environment.ts';
import type { HeldKey, KeyVault } from '../settings/key-vault.ts';
import type { PlaceStore } from '../settings/place-store.ts';
import { addressOf, checked, hostOf, makeOnce, readKey } from './service-connection.ts';
import type { KeyGiven, ServiceConnection } from './service-connection.ts';

/** The Agent Platform: a key, or a project with this computer's credentials. Setting up one puts the other away. */
export interface AgentConnection extends ServiceConnection {
  state(): AgentPlatformState;
  /** Checks a key with the service and keeps it if it is good. */
  setKey(given: KeyGiven): Promise<Result<null>>;
  /** The same for a project. @param place its address as the user typed it */
  setPlace(place: AgentPlace): Promise<Result<null>>;
}

export interface AgentConnectionDeps {
  environment: AgentEnvironment;
  vault: KeyVault;
  places: PlaceStore;
  fetch: typeof fetch;
}

const invalidEnvironment: AppError = {
  code: 'client_not_initialized',
  message:
    'Gemini client not initialized: GOOGLE_CLOUD_PROJECT, GOOGLE_CLOUD_LOCATION, GOOGLE_VERTEX_BASE_URL or STORAGE_EMULATOR_HOST cannot be used. An address must begin with https://, or with http:// on this computer only. Correct them and start again.',
  retryable: false,
};

export function createAgentConnection(deps: AgentConnectionDeps): AgentConnection {
  const { environment, vault, places, fetch: send } = deps;
  const { baseUrl, storageUrl } = environment;
  const isInvalid =
    environment.place === 'invalid' || baseUrl.kind === 'invalid' || storageUrl.kind === 'invalid';

  /** The environment's project or key goes before what is kept, and a project before a key. */
  function place(): AgentPlace | null {
    const given = environment.place;
    const url = baseUrl.kind === 'custom' ? baseUrl.url : null;
    if (given !== null && given !== 'invalid') return { ...given, outputUri: null, baseUrl: url };
    if (environment.apiKey !== null) return null;
    const kept = places.current();
    return kept && { ...kept, baseUrl: url ?? kept.baseUrl };
  }

  const shared = {
    storageUrl: storageUrl.kind === 'custom' ? storageUrl.url : null,
    fetch: send,
  };
  const withKey = ({ key, baseUrl: url }: HeldKey): AgentPlatformAccess => ({
    ...{ ...shared, baseUrl: url, outputUri: null, credentials: { kind: 'key', apiKey: key } },
  });
  const withPlace = ({ project, location, outputUri, baseUrl: url }: AgentPlace): AgentPlatformAccess => ({
    ...{ ...shared, baseUrl: url, outputUri, credentials: { kind: 'project', project, location } },
  });

  function access(): AgentPlatformAccess | null {
    if (isInvalid) return null;
    const present = place();
    if (present !== null) return withPlace(present);
    const held = vault.current();
    return held && withKey(held);
  }
  const isSetUp = () => environment.place === 'invalid' || place() !== null || vault.current() !== null;
  const backend = makeOnce(createAgentPlatformVeo);

  return {
    isSetUp,
    problem: () => (isInvalid && isSetUp() ? invalidEnvironment : null),
    backend: () => backend(access()),
    // It has no list for every kind of account: all of the catalogue is offered.
    modelAccess() {
      const account = backend(access())?.account;
      return account === undefined ? null : { account };
    },
    customHost: () => hostOf(access()?.baseUrl ?? null),
    check: () =>
      checked(access(), async (present) => {
        const problem = await checkAgentPlatform(present);
        return problem === null ? ok(null) : fail(problem);
      }),
    state: () => ({
      key: vault.state(),
      place: place(),
      isPlaceFromEnvironment: environment.place !== null,
    }),
    async setKey(given) {
      if (isInvalid) return fail(invalidEnvironment);
      const held = readKey(given, baseUrl);
      if (!held.ok) return held;
      const problem = await checkAgentPlatform(withKey(held.value));
      if (problem) return fail(problem);
      await vault.set(held.value, given.keepWithoutKeyring);
      await places.remove();
      return ok(null);
    },
    async setPlace(given) {
      if (isInvalid) return fail(invalidEnvironment);
      const address = addressOf(given.baseUrl, baseUrl);
      if (!address.ok) return address;
      const next = { ...given, baseUrl: address.value };
      const problem = await checkAgentPlatform(withPlace(next));
      if (problem) return fail(problem);
      await places.set(next);
      await vault.remove();
      return ok(null);
    },
    async remove() {
      await vault.remove();
      await places.remove();
    },
  };
}

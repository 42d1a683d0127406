/** The fake main's keys and services. */
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import type { AppState } from '../../preload/contract/domain.ts';
import type { KeyState } from '../../preload/contract/services.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';

export const fakeNoKey: KeyState = {
  source: 'none',
  lastFour: null,
  canEncrypt: true,
  baseUrl: null,
  isAddressGiven: false,
  isElsewhere: false,
};

export interface FakeServicesHost {
  appState: AppState;
  answer: <T>(name: string, input: unknown, usual: () => Result<T>) => Promise<Result<T>>;
}

function keyOf(present: KeyState, { key, baseUrl }: { key: string; baseUrl?: string | null | undefined }) {
  const source = present.canEncrypt ? 'stored' : 'session';
  return { ...present, source, lastFour: key.slice(-4), baseUrl: baseUrl ?? null } as const;
}

/** Every key is good. */
export function createFakeServices(host: FakeServicesHost): Pick<ZoetropeApi, 'key' | 'agentPlatform'> {
  const change = (changes: Partial<AppState>) => ok((host.appState = { ...host.appState, ...changes }));
  const real = { mode: 'gemini', problem: null, customHost: null } as const;
  const agent = () => host.appState.agentPlatform;
  return {
    key: {
      set: (input) =>
        host.answer('key.set', input, () => change({ key: keyOf(host.appState.key, input), service: real })),
      check: () => host.answer('key.check', undefined, () => ok(null)),
      remove: () =>
        host.answer('key.remove', undefined, () =>
          change({ key: { ...host.appState.key, source: 'none', lastFour: null, baseUrl: null } }),
        ),
    },
    agentPlatform: {
      setKey: (input) =>
        host.answer('agentPlatform.setKey', input, () =>
          change({
            agentPlatform: { ...agent(), key: keyOf(agent().key, input), place: null },
            service: real,
          }),
        ),
      setProject: ({ project, location, outputUri = null, baseUrl = null }) =>
        host.answer('agentPlatform.setProject', { project, location, outputUri, baseUrl }, () =>
          change({
            agentPlatform: { ...agent(), place: { project, location, outputUri, baseUrl } },
            service: real,
          }),
        ),
      check: () => host.answer('agentPlatform.check', undefined, () => ok(null)),
      remove: () =>
        host.answer('agentPlatform.remove', undefined, () =>
          change({ agentPlatform: { ...agent(), key: fakeNoKey, place: null } }),
        ),
    },
  };
}

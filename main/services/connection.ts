/** Which service new requests go to, and the backend for each service. Holds the key on its way to a backend. */
import type { KeyState, ServiceId, ServiceState } from '../../preload/contract/domain.ts';
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { checkGeminiKey } from '../backends/gemini-key-check.ts';
import { googleBaseUrl } from '../backends/gemini-client.ts';
import type { GeminiAccess } from '../backends/gemini-client.ts';
import { createGemini } from '../backends/gemini.ts';
import { createAgentPlatformVeo } from '../backends/agent-platform-veo.ts';
import type { VideoBackend } from '../backends/video-backend.ts';
import type { Environment } from '../settings/environment.ts';
import type { KeyVault } from '../settings/key-vault.ts';

export interface Connection {
  state(): ServiceState;
  keyState(): KeyState;
  currentService(): Result<ServiceId>;
  backendFor(service: ServiceId): VideoBackend | null;
  /** Checks a key with the service and keeps it if it is good. */
  setKey(key: string, keepWithoutKeyring: boolean): Promise<Result<null>>;
  removeKey(): Promise<void>;
}

export interface ConnectionDeps {
  environment: Pick<Environment, 'baseUrl' | 'demo'> & Partial<Pick<Environment, 'agentPlatform'>>;
  vault: KeyVault;
  fetch: typeof fetch;
  /** The demo emulator's backend; null until it runs. */
  demoBackend(): VideoBackend | null;
  /** Starts the demo emulator if it does not run. */
  startDemo(): Promise<void>;
}

const invalidBaseUrl: AppError = {
  code: 'client_not_initialized',
  message:
    'Gemini client not initialized: GOOGLE_GEMINI_BASE_URL must begin with https://, or with http:// on this computer only. Correct it and start again.',
  retryable: false,
};

const invalidAgentPlatform: AppError = {
  code: 'client_not_initialized',
  message:
    'Gemini client not initialized: GOOGLE_CLOUD_PROJECT, GOOGLE_CLOUD_LOCATION or GOOGLE_VERTEX_BASE_URL cannot be used. The last must begin with https://, or with http:// on this computer only. Correct them and start again.',
  retryable: false,
};

/** What a key can look like; anything else would break the request's header and is never a key. */
const keyPattern = /^[\x21-\x7e]+$/;

export function createConnection(deps: ConnectionDeps): Connection {
  const { environment, vault, fetch: send, demoBackend } = deps;
  const agent = environment.agentPlatform ?? null;
  const baseUrl = agent?.baseUrl ?? environment.baseUrl;
  const invalid = agent ? invalidAgentPlatform : invalidBaseUrl;
  const url = baseUrl.kind === 'custom' ? baseUrl.url : googleBaseUrl;
  const accessWith = (apiKey: string): GeminiAccess => ({ baseUrl: url, apiKey, fetch: send });

  let made: { key: string | null; backend: VideoBackend } | null = null;
  /** Credentials of this computer need no key; everything else does. */
  const isUsable = () => vault.current() !== null || (agent?.place ?? null) !== null;

  function makeBackend(key: string | null): VideoBackend | null {
    if (agent === null) return key === null ? null : createGemini(accessWith(key));
    const credentials = agent.place
      ? ({ kind: 'project', ...agent.place } as const)
      : key === null
        ? null
        : ({ kind: 'key', apiKey: key } as const);
    if (credentials === null) return null;
    const address = baseUrl.kind === 'custom' ? baseUrl.url : null;
    return createAgentPlatformVeo({
      ...{ credentials, baseUrl: address, storageUrl: null, outputUri: null, fetch: send },
    });
  }

  function gemini(): VideoBackend | null {
    const key = vault.current();
    if (!isUsable() || baseUrl.kind === 'invalid') return null;
    if (made !== null && made.key === key) return made.backend;
    const backend = makeBackend(key);
    made = backend && { key, backend };
    return backend;
  }

  const mode = (): ServiceState['mode'] => {
    if (environment.demo || !isUsable()) return 'demo';
    return baseUrl.kind === 'invalid' ? 'unavailable' : 'gemini';
  };

  return {
    state() {
      const now = mode();
      return {
        mode: now,
        problem: now === 'unavailable' ? invalid : null,
        customHost: baseUrl.kind === 'custom' && now === 'gemini' ? new URL(baseUrl.url).host : null,
      };
    },
    keyState: () => vault.state(),
    currentService() {
      const now = mode();
      return now === 'unavailable' ? fail(invalid) : ok(now);
    },
    backendFor: (service) => (service === 'demo' ? demoBackend() : gemini()),
    async setKey(key, keepWithoutKeyring) {
      if (baseUrl.kind === 'invalid') return fail(invalid);
      if (!keyPattern.test(key)) {
        return fail({
          code: 'invalid_key',
          message:
            'This is not a key: it has spaces or letters that no key has. Copy it again from Google AI Studio.',
          retryable: false,
        });
      }
      // The Agent Platform documents no call that costs nothing and says whether a key is good.
      const problem = agent ? null : await checkGeminiKey(accessWith(key));
      if (problem) return fail(problem);
      await vault.set(key, keepWithoutKeyring);
      return ok(null);
    },
    async removeKey() {
      await vault.remove();
      if (mode() === 'demo') await deps.startDemo();
    },
  };
}

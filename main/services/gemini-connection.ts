import type { BaseUrl } from '../../preload/contract/base-url.ts';
import type { KeyState } from '../../preload/contract/services.ts';
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail } from '../../preload/contract/result.ts';
import { googleBaseUrl } from '../backends/gemini-client.ts';
import type { GeminiAccess } from '../backends/gemini-client.ts';
import { checkGeminiKey } from '../backends/gemini-key-check.ts';
import { listGeminiModels } from '../backends/gemini-models.ts';
import { createGeminiText } from '../backends/gemini-text.ts';
import type { TextBackend } from '../backends/gemini-text.ts';
import { createGemini } from '../backends/gemini.ts';
import type { HeldKey, KeyVault } from '../settings/key-vault.ts';
import { checked, hostOf, makeOnce, readKey } from './service-connection.ts';
import type { KeyGiven, ServiceConnection } from './service-connection.ts';

/** The Gemini API: a key of Google AI Studio. */
export interface GeminiConnection extends ServiceConnection {
  keyState(): KeyState;
  /** The text models of the key; null without one. */
  text(): TextBackend | null;
  /**
   * Checks a key with the service and keeps it if it is good. Gives the ids of its models, null where the service gives
   * no list.
   */
  setKey(given: KeyGiven): Promise<Result<string[] | null>>;
}

export interface GeminiConnectionDeps {
  /** `GOOGLE_GEMINI_BASE_URL` */
  baseUrl: BaseUrl;
  vault: KeyVault;
  fetch: typeof fetch;
}

const invalidBaseUrl: AppError = {
  code: 'client_not_initialized',
  message:
    'Gemini client not initialized: GOOGLE_GEMINI_BASE_URL must begin with https://, or with http:// on this computer only. Correct it and start again.',
  retryable: false,
};

export function createGeminiConnection({
  baseUrl,
  vault,
  fetch: send,
}: GeminiConnectionDeps): GeminiConnection {
  const isInvalid = baseUrl.kind === 'invalid';
  const accessWith = ({ key, baseUrl: url }: HeldKey): GeminiAccess => ({
    ...{ baseUrl: url ?? googleBaseUrl, apiKey: key, fetch: send },
  });
  function access(): GeminiAccess | null {
    const held = vault.current();
    return held === null || isInvalid ? null : accessWith(held);
  }
  const backend = makeOnce(createGemini);
  return {
    isSetUp: () => vault.current() !== null,
    problem: () => (isInvalid && vault.current() !== null ? invalidBaseUrl : null),
    backend: () => backend(access()),
    modelAccess() {
      const present = access();
      const account = backend(present)?.account;
      return present === null || account === undefined
        ? null
        : { account, list: () => listGeminiModels(present) };
    },
    customHost: () => (access() === null ? null : hostOf(vault.current()?.baseUrl ?? null)),
    check: () => checked(access(), checkGeminiKey),
    keyState: () => vault.state(),
    text() {
      const present = access();
      return present === null ? null : createGeminiText(present);
    },
    async setKey(given) {
      if (isInvalid) return fail(invalidBaseUrl);
      const held = readKey(given, baseUrl);
      if (!held.ok) return held;
      const models = await checkGeminiKey(accessWith(held.value));
      if (models.ok) await vault.set(held.value, given.keepWithoutKeyring);
      return models;
    },
    remove: () => vault.remove(),
  };
}

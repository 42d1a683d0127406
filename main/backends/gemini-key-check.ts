import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail } from '../../preload/contract/result.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { listGeminiModels } from './gemini-models.ts';
import { readFailure } from './service-failure.ts';

/** Every Gemini API has a list of models: whoever has none is something else, a proxy with a wrong path perhaps. */
function notTheService(body: string): AppError {
  const { message } = readFailure(404, body);
  return {
    code: 'service_refused',
    message: 'What answers at this address is not the Gemini API. Check the address and try again.',
    retryable: false,
    details: { httpStatus: 404, ...(message ? { serviceMessage: message } : {}) },
  };
}

/**
 * Asks the service whether it takes a key: its list of models, which costs nothing. Gives the ids of all models that a
 * good key has, null where the service gives no list. A bad key is answered with 400 and the reason API_KEY_INVALID,
 * not with 401.
 */
export function checkGeminiKey(access: GeminiAccess): Promise<Result<string[] | null>> {
  return listGeminiModels(access, (body) => fail(notTheService(body)));
}

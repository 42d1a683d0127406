import type { AppError } from '../../preload/contract/result.ts';
import { readFailure } from './service-failure.ts';
import { failureToError, networkError } from './service-errors.ts';
import type { GeminiAccess } from './gemini-client.ts';

const timeoutMs = 20_000;

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
 * Asks the service whether it takes a key: `GET /v1beta/models`, which costs nothing. Gives null for a good key.
 * A bad key is answered with 400 and the reason API_KEY_INVALID, not with 401.
 */
export async function checkGeminiKey(access: GeminiAccess): Promise<AppError | null> {
  try {
    const response = await access.fetch(`${access.baseUrl}/v1beta/models?pageSize=1`, {
      headers: { 'x-goog-api-key': access.apiKey },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await response.text();
    if (response.status === 404) return notTheService(body);
    return response.ok ? null : failureToError(readFailure(response.status, body));
  } catch (error) {
    return networkError(error);
  }
}

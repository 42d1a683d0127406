/** The service's answers to a missing and to a wrong key. */
import { ServiceError, invalidArgument } from './answers.ts';
import type { Exchange } from './exchange.ts';

/**
 * Lets a good key pass. The header is what Google documents; `?key=` is what other clients still send.
 * @throws ServiceError 403 without a key, 400 API_KEY_INVALID (not 401) with a wrong one
 */
export function checkKey(exchange: Exchange, expected: string | undefined): void {
  const header = exchange.request.headers['x-goog-api-key'];
  const given = (typeof header === 'string' ? header : '') || (exchange.url.searchParams.get('key') ?? '');
  if (given.trim() === '') {
    throw new ServiceError(
      403,
      'PERMISSION_DENIED',
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    );
  }
  if (expected !== undefined && given !== expected) throw badKey();
}

export function badKey(): ServiceError {
  const message = 'API key not valid. Please pass a valid API key.';
  return invalidArgument(message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
    { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
  ]);
}

export function restrictedKey(): ServiceError {
  const message = 'Requests to this API generativelanguage.googleapis.com are blocked.';
  return new ServiceError(403, 'PERMISSION_DENIED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'API_KEY_SERVICE_BLOCKED',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
  ]);
}

import { describe, expect, it } from 'vitest';
import { readFailure } from './service-failure.ts';
import { failureToError, wasNeverSent } from './service-errors.ts';

describe('a failure’s body', () => {
  it('is read as Google writes it, in an array too', () => {
    const error = {
      code: 429,
      message: 'Quota exceeded',
      status: 'RESOURCE_EXHAUSTED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '23.5s' }],
    };
    const expected = { httpStatus: 429, message: 'Quota exceeded', reason: null, retryAfterSeconds: 23.5 };
    expect(readFailure(429, JSON.stringify({ error }))).toEqual(expected);
    expect(readFailure(429, JSON.stringify([{ error }]))).toEqual(expected);
  });

  it.each([
    '',
    'null',
    '<html>',
    '{}',
    '{"error":"no"}',
    '{"error":{"details":"no"}}',
    '{"error":{"message":5}}',
  ])('that makes no sense (%s) still becomes an error with words', (body) => {
    const error = failureToError(readFailure(500, body));
    expect(error.code).toBe('service_error');
    expect(error.message).not.toBe('');
  });
});

describe('whether a request was sent', () => {
  const failure = (cause: unknown) => new TypeError('fetch failed', { cause });
  const coded = (code: string) => Object.assign(new Error(code), { code });

  it('is certain where no connection came to be', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']) {
      expect(wasNeverSent(failure(coded(code))), code).toBe(true);
    }
    expect(wasNeverSent(failure(new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])))).toBe(
      true,
    );
  });

  it('is not certain for anything else', () => {
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'UND_ERR_HEADERS_TIMEOUT', 'ETIMEDOUT']) {
      expect(wasNeverSent(failure(coded(code))), code).toBe(false);
    }
    expect(wasNeverSent(failure(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')])))).toBe(
      false,
    );
    expect(wasNeverSent(new DOMException('The operation was aborted', 'AbortError'))).toBe(false);
    expect(wasNeverSent('a string')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { failureIds, failures } from '../../preload/contract/failures.ts';
import type { FailureId } from '../../preload/contract/failures.ts';
import { diagnose, diagnoseEnd, diagnoseFilter, supportCodes } from './diagnosis.ts';
import { readFailure } from './service-failure.ts';
import { failureToError, networkError } from './service-errors.ts';

const rpc = 'type.googleapis.com/google.rpc';

function body(code: number, status: string, message: string, details: object[] = []): string {
  return JSON.stringify({ error: { code, status, message, details } });
}
const info = (reason: string) => ({ '@type': `${rpc}.ErrorInfo`, reason, domain: 'googleapis.com' });
const quota = (quotaId: string) => ({ '@type': `${rpc}.QuotaFailure`, violations: [{ quotaId }] });
const exceeded = 'You exceeded your current quota, please check your plan and billing details.';

/** Answers as Google's services give them: HTTP status, body, what it is. */
const answers: [FailureId, number, string][] = [
  ['bad_key', 400, body(400, 'INVALID_ARGUMENT', 'API key not valid.', [info('API_KEY_INVALID')])],
  ['bad_key', 400, body(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.')],
  ['bad_key', 401, body(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.')],
  [
    'leaked_key',
    403,
    body(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
  ],
  [
    'restricted_key',
    403,
    body(403, 'PERMISSION_DENIED', 'Requests to this API are blocked.', [info('API_KEY_SERVICE_BLOCKED')]),
  ],
  ['api_off', 403, body(403, 'PERMISSION_DENIED', 'Disabled.', [info('SERVICE_DISABLED')])],
  [
    'api_off',
    403,
    body(
      403,
      'PERMISSION_DENIED',
      'Generative Language API has not been used in project 1 before or it is disabled.',
    ),
  ],
  [
    'billing_off',
    403,
    body(403, 'PERMISSION_DENIED', 'This API method requires billing to be enabled.', [
      info('BILLING_DISABLED'),
    ]),
  ],
  ['region', 400, body(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.')],
  [
    'region',
    400,
    body(
      400,
      'FAILED_PRECONDITION',
      'User location is not supported for the API use without a billing account linked.',
    ),
  ],
  ['billing_off', 400, body(400, 'FAILED_PRECONDITION', 'Please enable billing on your project.')],
  [
    'unsupported',
    400,
    body(
      400,
      'INVALID_ARGUMENT',
      'Your use case is currently not supported. Please refer to the documentation.',
    ),
  ],
  [
    'unsupported',
    400,
    body(400, 'INVALID_ARGUMENT', 'The number value for `durationSeconds` is out of bound.'),
  ],
  [
    'person_setting',
    400,
    body(400, 'INVALID_ARGUMENT', 'allow_all for personGeneration is currently not supported.'),
  ],
  [
    'filtered_prompt',
    400,
    body(
      400,
      'INVALID_ARGUMENT',
      "The prompt could not be submitted. This prompt contains sensitive words that violate Google's Responsible AI practices. Try rephrasing the prompt. Support codes: 42876398",
    ),
  ],
  [
    'filtered_person',
    400,
    body(
      400,
      'INVALID_ARGUMENT',
      "Sorry, we can't create videos from this input. Support codes: 29310472, 15236754",
    ),
  ],
  [
    'filtered_image',
    400,
    body(400, 'INVALID_ARGUMENT', "The input image violates Google's Responsible AI practices."),
  ],
  ['refused', 400, body(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.')],
  ['model_gone', 404, body(404, 'NOT_FOUND', 'models/veo-3.1 is no longer available.')],
  ['proxy', 407, '<html>Proxy Authentication Required</html>'],
  ['rate_limit', 429, body(429, 'RESOURCE_EXHAUSTED', exceeded)],
  [
    'rate_limit',
    429,
    body(429, 'RESOURCE_EXHAUSTED', exceeded, [quota('GenerateRequestsPerMinutePerProjectPerModel')]),
  ],
  [
    'quota',
    429,
    body(429, 'RESOURCE_EXHAUSTED', exceeded, [quota('GenerateRequestsPerDayPerProjectPerModel')]),
  ],
  [
    'no_quota',
    429,
    body(429, 'RESOURCE_EXHAUSTED', `${exceeded} Quota exceeded for metric: x, limit: 0, model: veo`),
  ],
  ['overload', 503, body(503, 'UNAVAILABLE', 'The model is overloaded.')],
  ['service_down', 500, body(500, 'INTERNAL', 'An internal error has occurred.')],
  ['service_down', 502, '<html>Bad Gateway</html>'],
];

describe('what an answer of the service says', () => {
  it.each(answers)('%s: %i %s', (id, status, text) => {
    const failure = readFailure(status, text);
    expect(diagnose(failure)).toBe(id);
    const error = failureToError(failure);
    expect(error).toMatchObject({ code: failures[id].code, retryable: failures[id].retryable });
    expect(error.details).toMatchObject({ failure: id, httpStatus: status });
    if (failure.message) expect(error.details?.serviceMessage).toBe(failure.message);
  });

  it('repeats the service’s own words where nothing better is known', () => {
    const error = failureToError(readFailure(418, body(418, 'TEAPOT', 'I am a teapot.')));
    expect(error).toMatchObject({ code: 'service_refused', details: { failure: 'refused' } });
    expect(error.message).toContain('I am a teapot.');
  });

  it('says when it asks to wait', () => {
    const retry = { '@type': `${rpc}.RetryInfo`, retryDelay: '22.4s' };
    const error = failureToError(readFailure(429, body(429, 'RESOURCE_EXHAUSTED', exceeded, [retry])));
    expect(error.message).toContain('Try again in 23 seconds.');
  });
});

describe('what the filter minded', () => {
  it.each([
    [
      "We encountered an issue with the audio for your prompt. Veo's safety filters blocked it.",
      'filtered_audio',
    ],
    ['The person in it is a celebrity.', 'filtered_person'],
    ['Something was found. Support codes: 58061214', 'filtered_person'],
    ['Your image contains content that is not allowed.', 'filtered_image'],
    ['The prompt contains words that are not allowed.', 'filtered_prompt'],
    ['It violates the policy. Support codes: 56562880', 'filtered'],
    ['', 'filtered'],
  ] as const)('%s', (reason, id) => {
    expect(diagnoseFilter(reason)).toBe(id);
  });

  it('is told from an operation that just failed', () => {
    expect(diagnoseEnd('The prompt contains sensitive words. Support codes: 42876398')).toBe(
      'filtered_prompt',
    );
    expect(diagnoseEnd('Video generation failed. Internal error.')).toBeNull();
  });

  it('keeps the codes that support asks for', () => {
    expect(supportCodes('Blocked. Support codes: 29310472, 15236754.')).toEqual(['29310472', '15236754']);
    expect(supportCodes('Blocked after 12345678 tries.')).toEqual([]);
    const reason = 'The input image violates our policies. Support codes: 63429089';
    const error = failureToError(readFailure(400, body(400, 'INVALID_ARGUMENT', reason)), { charged: false });
    expect(error).toMatchObject({
      code: 'blocked',
      details: {
        failure: 'filtered_image',
        supportCodes: ['63429089'],
        charged: false,
        serviceMessage: reason,
      },
    });
  });
});

describe('a request without an answer', () => {
  const cause = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  it.each(['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'])(
    'for %s names the certificate',
    (code) => {
      expect(networkError(cause(code)).details?.failure).toBe('not_secure');
    },
  );

  it('otherwise names the connection', () => {
    expect(networkError(cause('ENOTFOUND')).details?.failure).toBe('offline');
    expect(networkError('a string').details?.failure).toBe('offline');
  });
});

describe('the words', () => {
  it.each(failureIds)('%s: what happened and what to do, in whole sentences', (id) => {
    const { title, happened, todo } = failures[id];
    expect(title.length).toBeGreaterThan(3);
    for (const words of [happened, todo]) expect(words).toMatch(/^[A-Z].*[.]$/);
  });
});

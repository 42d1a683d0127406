/** The services' failures turned into the app's errors. Sources: Google's API error model, and answers as captured. */
import { z } from 'zod';
import type { AppError, ErrorCode, ErrorDetails } from '../../preload/contract/result.ts';

const bodySchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).optional(),
    message: z.string().optional(),
    status: z.string().optional(),
    details: z.array(z.looseObject({})).optional(),
  }),
});

export interface ServiceFailure {
  httpStatus: number;
  /** The service's own sentence; empty when it gave none. */
  message: string;
  /** `API_KEY_INVALID`, … from google.rpc.ErrorInfo. */
  reason: string | null;
  /** From google.rpc.RetryInfo. */
  retryAfterSeconds: number | null;
}

/** Reads Google's JSON error body, which may be wrapped in an array. Anything else becomes a failure without words. */
export function readFailure(httpStatus: number, body: string): ServiceFailure {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { httpStatus, message: '', reason: null, retryAfterSeconds: null };
  }
  const result = bodySchema.safeParse(Array.isArray(parsed) ? parsed[0] : parsed);
  if (!result.success) return { httpStatus, message: '', reason: null, retryAfterSeconds: null };
  const { message = '', details = [] } = result.data.error;
  const reason = details.map((detail) => detail['reason']).find((value) => typeof value === 'string') ?? null;
  const delay = details.map((detail) => detail['retryDelay']).find((value) => typeof value === 'string');
  const seconds = delay === undefined ? NaN : Number.parseFloat(delay);
  return { httpStatus, message, reason, retryAfterSeconds: Number.isFinite(seconds) ? seconds : null };
}

function describe(failure: ServiceFailure): { code: ErrorCode; message: string; retryable: boolean } {
  const { httpStatus: status, message, reason } = failure;
  if (
    reason === 'API_KEY_INVALID' ||
    status === 401 ||
    (status === 400 && /api key not valid/i.test(message))
  ) {
    return {
      code: 'invalid_key',
      message:
        'The service does not accept this key. Copy it again from Google AI Studio, or make a new one.',
      retryable: false,
    };
  }
  if (status === 403) {
    return {
      code: 'restricted_key',
      message:
        'This key may not use the Gemini API. Allow it in the Google Cloud console (API restrictions, API enabled), or use another key.',
      retryable: false,
    };
  }
  if (status === 404) {
    return {
      code: 'model_retired',
      message:
        'The service does not offer this model to your key, or no longer. Another key may still have it.',
      retryable: false,
    };
  }
  if (status === 429) {
    const wait = failure.retryAfterSeconds;
    return {
      code: 'rate_limited',
      message:
        wait === null
          ? 'Your key has reached its limit at the service. Wait a minute and try again, or look at your quota.'
          : `Your key has reached its limit at the service. Try again in ${Math.ceil(wait)} seconds.`,
      retryable: true,
    };
  }
  if (status === 503) {
    return {
      code: 'service_unavailable',
      message: 'The service is overloaded at the moment. Try again in a few minutes.',
      retryable: true,
    };
  }
  if (status >= 500) {
    return {
      code: 'service_error',
      message: 'The service had an internal error. Try again.',
      retryable: true,
    };
  }
  return {
    code: 'service_refused',
    message: message
      ? `The service refused the request: ${message} Change the request and try again.`
      : 'The service refused the request. Change the prompt or the settings and try again.',
    retryable: false,
  };
}

/** The app's error for an answer of the service with an error status. */
export function failureToError(failure: ServiceFailure, extra: ErrorDetails = {}): AppError {
  return {
    ...describe(failure),
    details: {
      httpStatus: failure.httpStatus,
      ...(failure.message ? { serviceMessage: failure.message } : {}),
      ...(failure.retryAfterSeconds === null ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
      ...extra,
    },
  };
}

/** Failures in which no byte of the request reached a service, by Node's and undici's codes. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function causeCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code);
    // Node tries IPv6 and IPv4 and reports both failures.
    if (at instanceof AggregateError) codes.push(...at.errors.flatMap((one: unknown) => causeCodes(one)));
  }
  return codes;
}

/** True only when the request certainly did not leave this computer or was not taken by any server. */
export function wasNeverSent(error: unknown): boolean {
  const codes = causeCodes(error);
  return codes.length > 0 && codes.every((code) => neverSent.has(code));
}

/** The app's error for a request that got no answer. */
export function networkError(): AppError {
  return {
    code: 'network',
    message: 'The service cannot be reached. Check your internet connection, then try again.',
    retryable: true,
  };
}

/** A create whose outcome nobody knows. */
export function unknownOutcome(serviceMessage = ''): AppError {
  return {
    code: 'unknown_outcome',
    message:
      'The connection broke before the service confirmed this request. It may have been sent and may be charged. Look at your usage at Google before you try again.',
    retryable: false,
    ...(serviceMessage ? { details: { serviceMessage } } : {}),
  };
}

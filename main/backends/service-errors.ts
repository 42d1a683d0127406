/** The services' failures turned into the app's errors. Sources: Google's API error model, and answers as captured. */
import { failures } from '../../preload/contract/failures.ts';
import type { FailureId } from '../../preload/contract/failures.ts';
import type { AppError, ErrorDetails } from '../../preload/contract/result.ts';
import { diagnose, isFilter, supportCodes } from './diagnosis.ts';
import type { FilterId } from './diagnosis.ts';
import type { ServiceFailure } from './service-failure.ts';

/** What is known of a failure, as the app's error. @param todo in place of what the failure advises in general */
export function failureError(
  id: FailureId,
  { todo, ...details }: ErrorDetails & { todo?: string } = {},
): AppError {
  const { code, happened, retryable, ...words } = failures[id];
  return {
    code,
    message: `${happened} ${todo ?? words.todo}`,
    retryable,
    details: { failure: id, ...details },
  };
}

/** The app's error for an answer of the service with an error status. */
export function failureToError(failure: ServiceFailure, extra: ErrorDetails = {}): AppError {
  const id = diagnose(failure);
  const { message, retryAfterSeconds: wait } = failure;
  if (isFilter(id)) return filtered(id, message, { httpStatus: failure.httpStatus, ...extra });
  const error = failureError(id, {
    ...(wait === null ? {} : { todo: `Try again in ${Math.ceil(wait)} seconds.` }),
    httpStatus: failure.httpStatus,
    ...(message ? { serviceMessage: message } : {}),
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
    ...extra,
  });
  // Its own words say best what it minds.
  return (id === 'refused' || id === 'unsupported') && message
    ? { ...error, message: `${failures.refused.happened.slice(0, -1)}: ${message} ${failures[id].todo}` }
    : error;
}

/** The service's filter held a clip back, for a reason in its own words. */
export function filtered(id: FilterId, reason: string, extra: ErrorDetails = {}): AppError {
  const { code, happened, todo, retryable } = failures[id];
  const said = id === 'filtered' ? '' : `${happened} `;
  const codes = supportCodes(reason);
  return {
    code,
    message: `${failures.filtered.title}${reason ? `: ${reason}` : '.'} ${said}It is not charged. ${todo}`,
    retryable,
    details: {
      failure: id,
      charged: false,
      ...(reason ? { serviceMessage: reason } : {}),
      ...(codes.length > 0 ? { supportCodes: codes } : {}),
      ...extra,
    },
  };
}

/** The certificate was not trusted: nothing was sent. Node's and OpenSSL's codes. */
const notSecure = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Failures in which no byte of the request reached a service, by Node's and undici's codes. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  // main/network/proxy-error.ts
  'ERR_PROXY',
  'ERR_PROXY_SOCKS',
  ...notSecure,
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
export function networkError(error: unknown): AppError {
  const codes = causeCodes(error);
  if (codes.includes('ERR_PROXY')) return failureError('proxy');
  if (codes.includes('ERR_PROXY_SOCKS')) return failureError('proxy_socks');
  return failureError(codes.some((code) => notSecure.has(code)) ? 'not_secure' : 'offline');
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

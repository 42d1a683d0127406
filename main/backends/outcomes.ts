/** What became of a request to a service, said the same way for every service. */
import { failures, usageTells } from '../../preload/contract/failures.ts';
import type { AppError } from '../../preload/contract/result.ts';
import { diagnoseEnd, diagnoseFilter } from './diagnosis.ts';
import { readFailure } from './service-failure.ts';
import {
  failureError,
  failureToError,
  filtered,
  networkError,
  unknownOutcome,
  wasNeverSent,
} from './service-errors.ts';
import type { PollOutcome, StartOutcome } from './video-backend.ts';

/**
 * An HTTP error status, as the SDK's clients throw it. Known by its shape: the classes are loaded lazily, and the
 * Interactions client has others than the rest. The body is the service's answer as text.
 */
export function httpFailure(error: unknown): { status: number; body: string } | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const body = 'body' in error && typeof error.body === 'string' ? error.body : '';
  return { status: error.status, body: body || error.message };
}

/** The request failed inside the app, before anything went out. */
export function notSent(): AppError {
  return {
    code: 'internal',
    message:
      'Zoetrope could not put this request together, so nothing was sent. Try again, or restart the app.',
    retryable: true,
    details: { charged: false },
  };
}

/** The request asks for something that this service does not have. @param what `a seed`, … */
export function notSupported(what: string): AppError {
  return {
    code: 'service_refused',
    message: `This model takes no request with ${what}, so nothing was sent. Change it and try again, or choose another model.`,
    retryable: false,
    details: { charged: false },
  };
}

/** This computer's Google Cloud credentials are missing or cannot be renewed. */
export function noCredentials(): AppError {
  return failureError('no_credentials', { charged: false });
}

/** Statuses with which a service itself turns a create down before it exists. */
function isRefusal(status: number): boolean {
  // 500 is the service's own INTERNAL: no operation was named, none can be polled. 502 and 504 come from what
  // stands between and say nothing of what happened behind.
  return (status >= 400 && status < 500 && status !== 408) || status === 500 || status === 503;
}

function chargedNothing(error: AppError): AppError {
  return { ...error, details: { ...error.details, charged: false } };
}

/** What a create that ended in an exception became, once something of it may have been sent. */
export function startFailure(error: unknown): Exclude<StartOutcome, { kind: 'accepted' }> {
  const http = httpFailure(error);
  if (http) {
    const failure = readFailure(http.status, http.body);
    if (!isRefusal(http.status)) return { kind: 'unknown', error: unknownOutcome(failure.message) };
    if (http.status !== 500) return { kind: 'refused', error: failureToError(failure, { charged: false }) };
    const error = failureToError(failure);
    return { kind: 'refused', error: { ...error, message: `${error.message} ${usageTells}` } };
  }
  if (wasNeverSent(error)) {
    return { kind: 'refused', error: chargedNothing(networkError(error)) };
  }
  return { kind: 'unknown', error: unknownOutcome() };
}

/** The service says that it does not know the operation. */
export function gone(httpStatus: number, serviceMessage: string): PollOutcome {
  return {
    kind: 'gone',
    error: {
      code: 'expired',
      message:
        'The service no longer knows this clip; it keeps them for two days. It may have been charged. Generate it again if you still want it.',
      retryable: true,
      details: { httpStatus, ...(serviceMessage ? { serviceMessage } : {}) },
    },
  };
}

/** The operation ended with an error of the service. Some of its filters speak this way, with code 3. */
export function failedByService(serviceMessage: string): PollOutcome {
  const filter = diagnoseEnd(serviceMessage);
  if (filter !== null) return { kind: 'blocked', error: filtered(filter, serviceMessage) };
  const error = failureError('failed', serviceMessage ? { serviceMessage } : {});
  if (!serviceMessage) return { kind: 'failed', error };
  const message = `The service could not make this clip: ${serviceMessage} ${usageTells} ${failures.failed.todo}`;
  return { kind: 'failed', error: { ...error, message } };
}

/** The user has set a limit at Google, and it was reached. */
export function spendingLimitReached(): PollOutcome {
  return { kind: 'failed', error: failureError('spending_limit') };
}

/** The service's filter held the clip back. */
export function blocked(reason: string): PollOutcome {
  return { kind: 'blocked', error: filtered(diagnoseFilter(reason), reason) };
}

/** The operation is done, with nothing in it. */
export function emptyResult(): PollOutcome {
  return { kind: 'failed', error: failureError('empty') };
}

/** What became of a request to a service, said the same way for every service. */
import type { AppError } from '../../preload/contract/result.ts';
import { failureToError, networkError, readFailure, unknownOutcome, wasNeverSent } from './service-errors.ts';
import type { PollOutcome, StartOutcome } from './video-backend.ts';

/** Google's documentation says that blocked clips are not charged; of failed ones it says nothing. */
const chargeUnknown = 'Your usage at Google shows whether it was charged.';

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
  return {
    code: 'client_not_initialized',
    message:
      'Zoetrope found no Google Cloud credentials that work on this computer, so nothing was sent. Run "gcloud auth application-default login", then try again.',
    retryable: true,
    details: { charged: false },
  };
}

/** Statuses with which a service itself turns a create down before it exists. */
function isRefusal(status: number): boolean {
  // 500 is the service's own INTERNAL: no operation was named, none can be polled. 502 and 504 come from what
  // stands between and say nothing of what happened behind.
  return (status >= 400 && status < 500 && status !== 408) || status === 500 || status === 503;
}

/** What a create that ended in an exception became, once something of it may have been sent. */
export function startFailure(error: unknown): StartOutcome {
  const http = httpFailure(error);
  if (http) {
    const failure = readFailure(http.status, http.body);
    if (!isRefusal(http.status)) return { kind: 'unknown', error: unknownOutcome(failure.message) };
    if (http.status !== 500) return { kind: 'refused', error: failureToError(failure, { charged: false }) };
    const error = failureToError(failure);
    return { kind: 'refused', error: { ...error, message: `${error.message} ${chargeUnknown}` } };
  }
  if (wasNeverSent(error)) {
    return { kind: 'refused', error: { ...networkError(), details: { charged: false } } };
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

/** The operation ended with an error of the service. */
export function failedByService(serviceMessage: string): PollOutcome {
  return {
    kind: 'failed',
    error: {
      code: 'service_error',
      message: serviceMessage
        ? `The service could not make this clip: ${serviceMessage} ${chargeUnknown} Try again, or change the prompt.`
        : `The service could not make this clip. ${chargeUnknown} Try again, or change the prompt.`,
      retryable: true,
      details: serviceMessage ? { serviceMessage } : {},
    },
  };
}

/** The service's filter held the clip back. */
export function blocked(reason: string): PollOutcome {
  return {
    kind: 'blocked',
    error: {
      code: 'blocked',
      message: `Video generation blocked${reason ? `: ${reason}` : '.'} It is not charged. Try it again, or change the prompt.`,
      retryable: true,
      details: { charged: false, ...(reason ? { serviceMessage: reason } : {}) },
    },
  };
}

/** The operation is done, with nothing in it. */
export function emptyResult(): PollOutcome {
  return {
    kind: 'failed',
    error: {
      code: 'empty_result',
      message: `The service finished without a clip and without a reason. ${chargeUnknown} Try again.`,
      retryable: true,
    },
  };
}

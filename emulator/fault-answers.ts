/** The answers that faults give in place of the real ones. */
import { ServiceError, notFound, sendText } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { cut } from './exchange.ts';
import type { FaultSpec } from './faults.ts';
import { badKey, restrictedKey } from './keys.ts';
import { unsupported } from './veo-request.ts';

const internal = () => new ServiceError(500, 'INTERNAL', 'An internal error has occurred. Please retry.');
const unavailable = () =>
  new ServiceError(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.');

const defaultRetrySeconds = 23;

function rateLimit(retrySeconds: number | null): ServiceError {
  const message = 'You exceeded your current quota, please check your plan and billing details.';
  if (retrySeconds === null) return new ServiceError(429, 'RESOURCE_EXHAUSTED', message);
  return new ServiceError(429, 'RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [
        {
          quotaMetric: 'generativelanguage.googleapis.com/predict_requests',
          quotaId: 'PredictRequestsPerMinutePerProjectPerModel',
        },
      ],
    },
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retrySeconds}s` },
  ]);
}

/** @throws ServiceError always: what a refused create is answered with */
export function playCreateFault(fault: FaultSpec, model: string): never {
  switch (fault.name) {
    case 'rate-limit':
      throw rateLimit(fault.seconds ?? defaultRetrySeconds);
    case 'rate-limit-bare':
      throw rateLimit(null);
    case 'unavailable':
      throw unavailable();
    case 'bad-key':
      throw badKey();
    case 'restricted-key':
      throw restrictedKey();
    case 'retired-model':
      throw notFound(
        `This model models/${model} is no longer available. Please update your code to use a newer model for the latest features and improvements.`,
      );
    case 'unsupported':
      throw unsupported();
    default:
      throw internal();
  }
}

/** @throws ServiceError unless the fault is one of the connection or of the format */
export function playPollFault(fault: FaultSpec, exchange: Exchange, operationName: string): void {
  switch (fault.name) {
    case 'poll-cut':
      cut(exchange);
      return;
    case 'poll-malformed':
      sendText(
        exchange.response,
        200,
        `{"name": "${operationName}", "done`,
        'application/json; charset=UTF-8',
      );
      return;
    case 'poll-503':
      throw unavailable();
    case 'poll-404':
      throw notFound(`Operation ${operationName} was not found.`);
    default:
      throw internal();
  }
}

/**
 * The faults of the list of models that refuse it.
 * @throws ServiceError unless the connection is cut
 */
export function playModelsFault(fault: FaultSpec, exchange: Exchange): void {
  switch (fault.name) {
    case 'models-cut':
      cut(exchange);
      return;
    case 'bad-key':
      throw badKey();
    case 'restricted-key':
      throw restrictedKey();
    default:
      throw internal();
  }
}

/** A key's limits: what the service says when one is reached. */
import { ServiceError } from './answers.ts';

const message = 'You exceeded your current quota, please check your plan and billing details.';
const metric = 'generativelanguage.googleapis.com/predict_requests';

const violation = (quotaId: string) => ({
  '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
  violations: [{ quotaMetric: metric, quotaId }],
});

/** @param retrySeconds null for an answer without any details */
export function rateLimit(retrySeconds: number | null): ServiceError {
  if (retrySeconds === null) return new ServiceError(429, 'RESOURCE_EXHAUSTED', message);
  return new ServiceError(429, 'RESOURCE_EXHAUSTED', message, [
    violation('PredictRequestsPerMinutePerProjectPerModel'),
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retrySeconds}s` },
  ]);
}

export function dayQuota(): ServiceError {
  return new ServiceError(429, 'RESOURCE_EXHAUSTED', message, [
    violation('PredictRequestsPerDayPerProjectPerModel'),
  ]);
}

export function noQuota(model: string): ServiceError {
  return new ServiceError(
    429,
    'RESOURCE_EXHAUSTED',
    `${message} Quota exceeded for metric: ${metric}, limit: 0, model: ${model}`,
  );
}

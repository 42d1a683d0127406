/** When a create that the service certainly refused may be asked again by itself. */
import type { AppError } from '../../../preload/contract/result.ts';
import { backoffMs } from './backoff.ts';

/** Overload may last: after these tries the user decides. */
const mostOverloadTries = 4;
/** Waits differ by up to this share, so that many apps do not come back at the same moment. */
const jitterShare = 0.25;

export interface Refusal {
  error: AppError;
  /** How often this operation has been refused now, 1 for the first time. */
  times: number;
  /** The first wait where the service names none. */
  firstMs: number;
  /** 0 up to 1. */
  random: number;
}

/**
 * Milliseconds to wait before the next try, or null when the refusal is final. Never shorter than what the service
 * asked for.
 */
export function retryDelayMs({ error, times, firstMs, random }: Refusal): number | null {
  const jitter = 1 + jitterShare * random;
  switch (error.code) {
    case 'rate_limited': {
      const asked = error.details?.retryAfterSeconds;
      return (asked === undefined ? backoffMs(firstMs, times) : asked * 1000) * jitter;
    }
    case 'service_unavailable':
      return times > mostOverloadTries ? null : backoffMs(firstMs, times) * jitter;
    case 'network':
      return backoffMs(firstMs, times) * jitter;
    default:
      return null;
  }
}

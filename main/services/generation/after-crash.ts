import type { AppError } from '../../../preload/contract/result.ts';

/** For an operation whose create was under way when the app ended: only the user can find out what became of it. */
export function unknownAfterCrash(): AppError {
  return {
    code: 'unknown_outcome',
    message:
      'Zoetrope ended while this request was being sent. It may have reached the service and may be charged. Look at your usage at Google before you try again.',
    retryable: false,
  };
}

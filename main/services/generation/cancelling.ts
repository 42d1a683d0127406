/** The words of a cancelled operation. */
import type { AppError } from '../../../preload/contract/result.ts';

/** The service has it and may go on: whether it charges is not known, so `details.charged` stays away. */
export function cancelledAtService(): AppError {
  return {
    code: 'cancelled',
    message:
      'You cancelled this clip after it was sent. The service may still finish and charge it. Follow it again to get the clip at no further cost.',
    retryable: false,
  };
}

/** Cancelled while it was being sent, and then the service refused it. */
export function cancelledUnsent(): AppError {
  return {
    code: 'cancelled',
    message: 'You cancelled this clip while it was being sent, and the service had not taken it.',
    retryable: false,
    details: { charged: false },
  };
}

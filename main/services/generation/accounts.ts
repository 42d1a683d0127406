/** Whose key an operation belongs to, and what happens to it without one. */
import type { AppError } from '../../../preload/contract/result.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { OperationRow } from '../../storage/records.ts';
import { isPastKeeping } from './kept.ts';

/** An operation that is at the service while the app has no key to ask after it. */
export const noKey: AppError = {
  code: 'client_not_initialized',
  message: 'Gemini client not initialized. Add the key in Settings; the clip is then fetched by itself.',
  retryable: true,
};

/** True where the service is asked with another key or project than the one that an operation was made with. */
export function isOfAnother(
  operation: Pick<OperationRow, 'account'>,
  account: string | null | undefined,
): boolean {
  return operation.account !== null && (account ?? null) !== null && operation.account !== account;
}

/**
 * True when the service is asked with another key than the one that an operation was made with, while that one could
 * still fetch it: "not found" is then no news of the operation.
 */
export function isOthers(
  operation: Pick<OperationRow, 'account' | 'service' | 'readyAt' | 'acceptedAt'>,
  backend: Pick<VideoBackend, 'account'>,
  now: number,
): boolean {
  return isOfAnother(operation, backend.account) && !isPastKeeping(operation, now);
}

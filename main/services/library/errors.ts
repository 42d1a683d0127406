import type { Result } from '../../../preload/contract/result.ts';
import { fail } from '../../../preload/contract/result.ts';

export function operationNotFound(): Result<never> {
  return fail({
    code: 'operation_not_found',
    message: 'Operation not found. It may have been deleted; look for it in the gallery.',
    retryable: false,
  });
}

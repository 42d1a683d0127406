import { ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Started } from '../../preload/contract/video-chat.ts';

/** What a request that was written down is answered with: the ids of its takes. */
export function started(ids: Result<string[]>): Result<Started> {
  if (!ids.ok) return ids;
  const [first = ''] = ids.value;
  return ok({
    operation_id: first,
    status: 'pending',
    ...(ids.value.length > 1 ? { operation_ids: ids.value } : {}),
  });
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Operation } from '../../../preload/contract/domain.ts';
import { callOrThrow } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';

const playingKey = (operationId: string) => [...queryKeys.details, 'one', operationId];

/** The takes of an operation's request that are in its session, itself among them; empty where it is the only one. */
export function useTakes({ id, group, request }: Operation): readonly Operation[] {
  const { data } = useQuery({
    queryKey: [...queryKeys.details, 'takes', group?.id, request.sessionId],
    queryFn: () => callOrThrow(() => window.zoetrope.library.takes({ operationId: id })),
    enabled: group !== null,
  });
  const takes = data?.operations ?? [];
  return group !== null && takes.length > 1 && takes.some((take) => take.id === id) ? takes : [];
}

/** One operation, wherever the gallery's order and filters have it; null until it is there, and when it has gone. */
export function useOneOperation(operationId: string | null): Operation | null {
  const { data, isError } = useQuery({
    queryKey: playingKey(operationId ?? ''),
    queryFn: () => callOrThrow(() => window.zoetrope.operations.get({ operationId: operationId ?? '' })),
    enabled: operationId !== null,
  });
  return operationId === null || isError ? null : (data ?? null);
}

/** Has an operation that is known at hand for `useOneOperation`. */
export function useKnown(): (operation: Operation) => void {
  const client = useQueryClient();
  return (operation) => {
    client.setQueryData(playingKey(operation.id), operation);
  };
}

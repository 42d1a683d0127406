/** The queue as main knows it, and what the user can do with it. */
import { useMemo } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { QueueList, QueuePlace, QueueSummary } from '../../../preload/contract/queue.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { call, callOrThrow } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { heard, queryKeys, useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import { libraryTouched, putOperation } from '../gallery/library-source.ts';
import { placed } from './queue-order.ts';

export function useQueueSummary() {
  return useQuery<QueueSummary>({
    queryKey: queryKeys.queue,
    queryFn: () => callOrThrow(() => window.zoetrope.queue.summary()),
    // Several places show it: a failure is not asked again by each of them.
    retryOnMount: false,
  });
}

/** True while nothing is sent because the user paused the queue. */
export function useIsPaused(): boolean {
  return (
    useQuery<QueueSummary, Error, boolean>({
      queryKey: queryKeys.queue,
      queryFn: () => callOrThrow(() => window.zoetrope.queue.summary()),
      retryOnMount: false,
      select: ({ paused }) => paused,
    }).data ?? false
  );
}

/** The queue's list, for as long as somebody looks at it. */
export function useQueueList() {
  return useQuery<QueueList>({
    queryKey: queryKeys.queueList,
    queryFn: () => callOrThrow(() => window.zoetrope.queue.list()),
  });
}

/** Main has told of a change. */
export function queueChanged(client: QueryClient, summary: QueueSummary): void {
  heard(client, queryKeys.queue, summary);
  void client.invalidateQueries({ queryKey: queryKeys.queueList });
}

export interface QueueActions {
  setPaused: (paused: boolean) => Promise<void>;
  /** Resolves to the operation's new place, 1 for the next one to be sent; null when it was not moved. */
  move: (operationId: string, to: QueuePlace | { before: string }) => Promise<number | null>;
  cancel: (operationId: string) => Promise<boolean>;
  followAgain: (operationId: string) => Promise<boolean>;
  duplicate: (operationId: string) => Promise<boolean>;
  retryFailed: (operationIds: string[]) => Promise<boolean>;
}

export function useQueueActions(): QueueActions {
  const client = useQueryClient();
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const readAgain = (): void => void client.invalidateQueries({ queryKey: queryKeys.queueList });
    const put = (result: Result<Operation>): boolean => {
      if (result.ok) putOperation(result.value);
      else showError(result.error, { text, format });
      readAgain();
      return result.ok;
    };
    return {
      async setPaused(paused) {
        const result = await call(() => window.zoetrope.queue.setPaused({ paused }));
        if (result.ok) queueChanged(client, result.value);
        else showError(result.error, { text, format });
      },
      async move(operationId, to) {
        // The row goes where it was put at once; main has the last word.
        const before = client.getQueryData<QueueList>(queryKeys.queueList);
        if (before !== undefined) {
          await client.cancelQueries({ queryKey: queryKeys.queueList });
          client.setQueryData<QueueList>(queryKeys.queueList, {
            ...before,
            waitingOperations: placed(before.waitingOperations, operationId, to),
          });
        }
        const result = await call(() => window.zoetrope.queue.move({ operationId, to }));
        if (!result.ok) {
          showError(result.error, { text, format });
          readAgain();
          return null;
        }
        client.setQueryData<QueueList>(queryKeys.queueList, result.value);
        const index = result.value.waitingOperations.findIndex(({ id }) => id === operationId);
        return index < 0 ? null : index + 1;
      },
      cancel: async (operationId) => put(await call(() => window.zoetrope.queue.cancel({ operationId }))),
      followAgain: async (operationId) =>
        put(await call(() => window.zoetrope.queue.followAgain({ operationId }))),
      async duplicate(operationId) {
        const result = await call(() => window.zoetrope.operations.again({ operationId }));
        if (!result.ok) {
          showError(result.error, { text, format });
          return false;
        }
        libraryTouched();
        useUi.getState().addToast({ kind: 'success', title: text.queue.duplicated });
        return true;
      },
      async retryFailed(operationIds) {
        const result = await call(() => window.zoetrope.queue.retryFailed({ operationIds }));
        if (!result.ok) {
          showError(result.error, { text, format });
          return false;
        }
        const count = result.value.operationIds.length;
        useUi.getState().addToast({ title: text.queue.triedAgain(format.number(count), count) });
        readAgain();
        return true;
      },
    };
  }, [client, text, format]);
}

import { useMemo } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { OperationPage } from '../../../preload/contract/contract.ts';
import type { Operation } from '../../../preload/contract/domain.ts';
import { call, callOrThrow } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';
import { useSessionScope } from '../sessions/use-session-scope.ts';
import { mergeGallery, nothingLive, withChanged, withRemoved, withRestored } from './gallery-merge.ts';
import type { Live } from './gallery-merge.ts';

/** Operations in one page. */
const pageSize = 60;

type Pages = InfiniteData<OperationPage, string | null>;

function readLive(client: QueryClient): Live {
  return client.getQueryData<Live>(queryKeys.live) ?? nothingLive;
}

function changeLive(client: QueryClient, change: (live: Live) => Live): void {
  client.setQueryData<Live>(queryKeys.live, change(readLive(client)));
}

function listedOperations(client: QueryClient): Operation[] {
  const listed = client.getQueriesData<Pages>({ queryKey: queryKeys.operations });
  return mergeGallery(
    listed.flatMap(([, pages]) => pages?.pages ?? []),
    readLive(client),
  );
}

/** What the window knows of one operation. */
export function knownOperation(client: QueryClient, operationId: string): Operation | null {
  const live = readLive(client).changed[operationId];
  return live ?? listedOperations(client).find((operation) => operation.id === operationId) ?? null;
}

export function putOperation(client: QueryClient, operation: Operation): void {
  changeLive(client, (live) => withChanged(live, operation));
}

export function hideOperations(client: QueryClient, operationIds: readonly string[]): void {
  changeLive(client, (live) => withRemoved(live, operationIds));
}

export function unhideOperations(client: QueryClient, operationIds: readonly string[]): void {
  changeLive(client, (live) => withRestored(live, operationIds));
}

/** Shows an operation that was just started, should its event not have come yet. */
export async function addStarted(client: QueryClient, operationId: string): Promise<void> {
  if (knownOperation(client, operationId) !== null) return;
  const result = await call(() => window.zoetrope.operations.get({ operationId }));
  if (result.ok && knownOperation(client, operationId) === null) putOperation(client, result.value);
}

/** Operations went from one session to another: pages are asked for anew, and what was heard before is forgotten. */
export async function regroupOperations(client: QueryClient): Promise<void> {
  const before = readLive(client);
  await client.invalidateQueries({ queryKey: queryKeys.operations });
  changeLive(client, ({ changed, removed }) => ({
    changed: Object.fromEntries(
      Object.entries(changed).filter(([id, operation]) => before.changed[id] !== operation),
    ),
    removed: removed.filter((id) => !before.removed.includes(id)),
  }));
}

export interface Gallery {
  operations: Operation[];
  loading: boolean;
  error: Error | null;
  hasMore: boolean;
  loadingMore: boolean;
  /** Loads the next page, or the first one anew after an error. */
  loadMore: () => void;
  retry: () => void;
}

export function useGallery(): Gallery {
  const { sessionId, isKnown } = useSessionScope();
  const pages = useInfiniteQuery({
    queryKey: [...queryKeys.operations, sessionId],
    enabled: isKnown,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      callOrThrow(() =>
        window.zoetrope.operations.list({
          limit: pageSize,
          sessionId,
          ...(pageParam === null ? {} : { before: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
  const live = useQuery<Live>({
    queryKey: queryKeys.live,
    queryFn: () => nothingLive,
    initialData: nothingLive,
    enabled: false,
  });
  const listed = pages.data?.pages;
  const operations = useMemo(
    () =>
      mergeGallery(listed ?? [], live.data).filter(
        ({ request }) => sessionId === null || request.sessionId === sessionId,
      ),
    [listed, live.data, sessionId],
  );
  const { fetchNextPage, refetch, isFetching } = pages;

  return useMemo(
    () => ({
      operations: listed === undefined ? [] : operations,
      loading: pages.isPending,
      error: pages.error,
      hasMore: pages.hasNextPage,
      loadingMore: pages.isFetchingNextPage,
      loadMore: () => {
        if (!isFetching) void fetchNextPage();
      },
      retry: () => {
        void refetch();
      },
    }),
    [
      listed,
      operations,
      pages.isPending,
      pages.error,
      pages.hasNextPage,
      pages.isFetchingNextPage,
      isFetching,
      fetchNextPage,
      refetch,
    ],
  );
}

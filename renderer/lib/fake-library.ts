/** The library of the fake main: what the real one answers, worked out over a list in memory. */
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import type { Operation } from '../../preload/contract/domain.ts';
import { wholeLibrary } from '../../preload/contract/library.ts';
import type { LibraryQuery, Selection, StatusGroup } from '../../preload/contract/library.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';

export interface FakeLibraryHost {
  operations: Operation[];
  /** Records the call and gives the answer, or the one that a test has put in its place. */
  answer: <T>(name: string, input: unknown, usual: () => Result<T>) => Promise<Result<T>>;
  revision: number;
}

const groupOf = ({ status }: Operation): StatusGroup =>
  status === 'completed' ? 'completed' : status === 'error' ? 'failed' : 'under_way';

const isAny = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);

function isFound(query: LibraryQuery, operation: Operation): boolean {
  const { request, createdAt } = operation;
  const text = [request.prompt, request.negativePrompt, operation.clip?.fileName].join(' ').toLowerCase();
  return (
    query.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word.replaceAll('"', ''))) &&
    (query.sessionId === null || request.sessionId === query.sessionId) &&
    isAny(query.statuses, groupOf(operation)) &&
    isAny(query.models, request.model) &&
    isAny(query.aspectRatios, request.aspectRatio) &&
    isAny(query.resolutions, request.resolution) &&
    isAny(query.durations, request.duration) &&
    (query.from === null || createdAt >= query.from) &&
    (query.until === null || createdAt < query.until) &&
    (!query.favourite || operation.favourite) &&
    operation.rating >= query.minRating &&
    (query.withImage === null || (request.image !== null) === query.withImage)
  );
}

function compare({ sort }: LibraryQuery): (one: Operation, other: Operation) => number {
  const newest = (one: Operation, other: Operation): number => other.createdAt - one.createdAt;
  switch (sort) {
    case 'newest':
      return newest;
    case 'oldest':
      return (one, other) => -newest(one, other);
    case 'rating':
      return (one, other) => other.rating - one.rating || newest(one, other);
    case 'longest':
      return (one, other) =>
        Number(other.request.duration) - Number(one.request.duration) || newest(one, other);
    case 'name':
      return (one, other) => one.request.prompt.localeCompare(other.request.prompt) || newest(one, other);
  }
}

export function createFakeLibrary(host: FakeLibraryHost): ZoetropeApi['library'] {
  const { answer } = host;
  const removals = new Map<string, Operation[]>();
  const find = (query: LibraryQuery): Operation[] =>
    host.operations.filter((operation) => isFound(query, operation)).sort(compare(query));
  const selected = (selection: Selection): Operation[] =>
    'operationIds' in selection
      ? host.operations.filter(({ id }) => selection.operationIds.includes(id))
      : find(selection.query).filter(({ id }) => !selection.except.includes(id));
  const missing = (): Result<never> =>
    fail({ code: 'operation_not_found', message: 'Operation not found.', retryable: false });

  function mark(selection: Selection, marks: Partial<Operation>): Result<{ count: number }> {
    const ids = new Set(selected(selection).map(({ id }) => id));
    host.operations = host.operations.map((operation) =>
      ids.has(operation.id) ? { ...operation, ...marks } : operation,
    );
    host.revision += 1;
    return ok({ count: ids.size });
  }

  return {
    page: (input) =>
      answer('library.page', input, () => {
        const found = find(input.query);
        const operations = found.slice(input.offset, input.offset + input.limit);
        return ok({ operations, total: found.length, revision: host.revision });
      }),
    ids: (input) =>
      answer('library.ids', input, () => {
        const found = find(input.query).slice(input.offset, input.offset + input.limit);
        return ok({ operationIds: found.map(({ id }) => id) });
      }),
    position: (input) =>
      answer('library.position', input, () => {
        const index = find(input.query).findIndex(({ id }) => id === input.operationId);
        return ok({ index: index === -1 ? null : index });
      }),
    facets: (input) =>
      answer('library.facets', input, () => {
        const all = find({ ...wholeLibrary, sessionId: input.sessionId });
        const count = (which: (operation: Operation) => boolean): number => all.filter(which).length;
        return ok({
          total: all.length,
          favourites: count(({ favourite }) => favourite),
          underWay: count((operation) => groupOf(operation) === 'under_way'),
          completed: count((operation) => groupOf(operation) === 'completed'),
          failed: count((operation) => groupOf(operation) === 'failed'),
          models: [...new Set(all.map(({ request }) => request.model))].map((model) => ({
            model,
            count: count(({ request }) => request.model === model),
          })),
        });
      }),
    details: (input) =>
      answer('library.details', input, () => {
        const operation = host.operations.find(({ id }) => id === input.operationId);
        if (operation === undefined) return missing();
        return ok({
          operation,
          remoteName: `models/veo/operations/${operation.id}`,
          submittedAt: operation.createdAt + 1000,
          acceptedAt: operation.createdAt + 2000,
          savedAt: operation.clip === null ? null : operation.finishedAt,
          folder: operation.clip === null ? null : '/home/ada/Videos/Zoetrope',
          sessionName: null,
          spend: { state: 'charged' as const, amountUsd: operation.estimatedUsd },
          parts: [],
        });
      }),
    takes: (input) =>
      answer('library.takes', input, () => {
        const group = host.operations.find(({ id }) => id === input.operationId)?.group;
        const takes = host.operations.filter((operation) => group && operation.group?.id === group.id);
        takes.sort((one, other) => (one.group?.take ?? 0) - (other.group?.take ?? 0));
        return ok({ operations: takes });
      }),
    setFavourite: (input) =>
      answer('library.setFavourite', input, () => mark(input.selection, { favourite: input.favourite })),
    rate: (input) => answer('library.rate', input, () => mark(input.selection, { rating: input.rating })),
    remove: (input) =>
      answer('library.remove', input, () => {
        const all = selected(input.selection);
        const gone = all.filter(
          (operation) => operation.phase === 'queued' || groupOf(operation) !== 'under_way',
        );
        const undoToken = `undo-${removals.size + 1}`;
        removals.set(undoToken, gone);
        host.operations = host.operations.filter((operation) => !gone.includes(operation));
        host.revision += 1;
        return ok({ count: gone.length, skipped: all.length - gone.length, undoToken });
      }),
    restore: (input) =>
      answer('library.restore', input, () => {
        const back = removals.get(input.undoToken);
        if (back === undefined) return missing();
        removals.delete(input.undoToken);
        host.operations = [...host.operations, ...back].sort(compare(wholeLibrary));
        host.revision += 1;
        return ok({ count: back.length });
      }),
    download: (input) =>
      answer('library.download', input, () => {
        const count = selected(input.selection).filter(({ clip }) => clip !== null).length;
        if (count === 0) return missing();
        return ok(count === 1 ? { saved: true } : { saved: true, jobId: 'download-1' });
      }),
    cancelDownload: (input) => answer('library.cancelDownload', input, () => ok(null)),
    wantPosters: (input) => answer('library.wantPosters', input, () => ok(null)),
  };
}

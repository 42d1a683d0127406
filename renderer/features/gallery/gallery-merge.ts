/** The gallery is what main listed, page by page, with what main has told since laid over it. Pure. */
import type { OperationPage } from '../../../preload/contract/contract.ts';
import type { Operation } from '../../../preload/contract/domain.ts';

/** What events said since the window opened. An event is always newer than a page that was listed before it. */
export interface Live {
  changed: Readonly<Record<string, Operation>>;
  removed: readonly string[];
}

export const nothingLive: Live = { changed: {}, removed: [] };

export function withChanged(live: Live, operation: Operation): Live {
  return { ...live, changed: { ...live.changed, [operation.id]: operation } };
}

export function withRemoved(live: Live, operationIds: readonly string[]): Live {
  return { ...live, removed: [...new Set([...live.removed, ...operationIds])] };
}

export function withRestored(live: Live, operationIds: readonly string[]): Live {
  return { ...live, removed: live.removed.filter((id) => !operationIds.includes(id)) };
}

/** Newest first, each once, nothing that was removed. */
export function mergeGallery(pages: readonly OperationPage[], live: Live): Operation[] {
  const listed = new Map(
    pages.flatMap((page) => page.operations).map((operation) => [operation.id, operation]),
  );
  const complete = pages.at(-1)?.nextCursor === null;
  const oldest = Math.min(...Array.from(listed.values(), (operation) => operation.createdAt));
  const removed = new Set(live.removed);
  // Older ones than those that were listed come with their own page.
  const news = Object.values(live.changed).filter(
    (operation) => !listed.has(operation.id) && (complete || operation.createdAt >= oldest),
  );
  const known = Array.from(listed.values(), (operation) => live.changed[operation.id] ?? operation);
  return [...news, ...known]
    .filter((operation) => !removed.has(operation.id))
    .sort((one, other) => other.createdAt - one.createdAt);
}

export function isUnderWay(operation: Operation): boolean {
  return operation.status === 'pending' || operation.status === 'processing';
}

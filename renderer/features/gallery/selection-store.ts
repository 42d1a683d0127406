/** Which cards are selected: named ones, or all that the query finds but some. */
import { create } from 'zustand';
import { libraryLimits } from '../../../preload/contract/library.ts';
import type { LibraryQuery, Selection } from '../../../preload/contract/library.ts';

export interface SelectionState {
  /** Named ones, or the exceptions while `all` is not null. */
  ids: ReadonlySet<string>;
  /** All that this query finds. */
  all: LibraryQuery | null;
  /** Where a range begins: a place in what the query finds. */
  anchor: number | null;
}

const none: SelectionState = { ids: new Set(), all: null, anchor: null };

export const useSelection = create<SelectionState>(() => none);

export function isSelected({ ids, all }: SelectionState, operationId: string): boolean {
  return ids.has(operationId) !== (all !== null);
}

/** @param total how many the query finds */
export function selectedCount({ ids, all }: SelectionState, total: number): number {
  return all === null ? ids.size : Math.max(0, total - ids.size);
}

/** More than main takes by name in one message. */
function isTooMany(ids: ReadonlySet<string>): boolean {
  return ids.size > libraryLimits.ids;
}

/** False when it would be more than can be named. */
export function toggleSelected(operationId: string, index: number): boolean {
  const { ids } = useSelection.getState();
  const next = new Set(ids);
  if (!next.delete(operationId)) next.add(operationId);
  if (isTooMany(next)) return false;
  useSelection.setState({ ids: next, anchor: index });
  return true;
}

/** Adds a range, wherever it begins; the anchor stays. */
export function addSelected(operationIds: readonly string[]): boolean {
  const { ids, all } = useSelection.getState();
  const next = new Set(ids);
  for (const id of operationIds) {
    if (all === null) next.add(id);
    else next.delete(id);
  }
  if (isTooMany(next)) return false;
  useSelection.setState({ ids: next });
  return true;
}

export function selectAll(query: LibraryQuery): void {
  useSelection.setState({ ids: new Set(), all: query, anchor: null });
}

export function clearSelection(): void {
  useSelection.setState(none);
}

/** These are gone. */
export function forgetSelected(operationIds: readonly string[]): void {
  const { ids, all } = useSelection.getState();
  if (all !== null || !operationIds.some((id) => ids.has(id))) return;
  useSelection.setState({ ids: new Set([...ids].filter((id) => !operationIds.includes(id))) });
}

/** As main takes it. */
export function selectionOf({ ids, all }: SelectionState): Selection {
  return all === null ? { operationIds: [...ids] } : { query: all, except: [...ids] };
}

/** What the user looks for. The session and the mode that are shown are not part of it. */
import { create } from 'zustand';
import { sortOrders, wholeLibrary } from '../../../preload/contract/library.ts';
import type { LibraryQuery, SortOrder } from '../../../preload/contract/library.ts';
import type { Medium } from '../../../preload/contract/mediums.ts';
import { useUi } from '../../lib/ui-store.ts';

/** The session and the medium in it are always null: what is shown of them is added when main is asked. */
export type Filters = LibraryQuery;

interface FiltersState {
  /** Clips and images have filters of their own. */
  medium: Medium;
  filters: Filters;
  /** Those of what is not shown. */
  others: Filters;
  /** An operation that was just started and that the filters hide; null when there is none. */
  hiddenId: string | null;
  change: (patch: Partial<Filters>) => void;
  /** Everything again; the order stays. */
  clear: () => void;
}

const nothingSet = { medium: 'video', filters: wholeLibrary, others: wholeLibrary, hiddenId: null } as const;

export const useFilters = create<FiltersState>((set) => ({
  ...nothingSet,
  change: (patch) => {
    set(({ filters }) => ({ filters: { ...filters, ...patch }, hiddenId: null }));
  },
  clear: () => {
    set(({ filters }) => ({ filters: { ...wholeLibrary, sort: filters.sort }, hiddenId: null }));
  },
}));

// Before anything is drawn in the other mode.
useUi.subscribe(({ mode }) => {
  const { medium, filters, others } = useFilters.getState();
  if (mode !== medium)
    useFilters.setState({ medium: mode, filters: others, others: filters, hiddenId: null });
});

/** Images have no length. */
export const sortOrdersOf = (medium: Medium): readonly SortOrder[] =>
  medium === 'video' ? sortOrders : sortOrders.filter((order) => order !== 'longest');

/** True when something is left out. */
export function isFiltered(filters: Filters): boolean {
  const plain = { ...filters, text: filters.text.trim(), sort: wholeLibrary.sort };
  return JSON.stringify(plain) !== JSON.stringify(wholeLibrary);
}

/** `list` with `value` in it, or without it if it was there. */
export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

/** Back to the start, for tests. */
export function resetFilters(): void {
  useFilters.setState(nothingSet);
}

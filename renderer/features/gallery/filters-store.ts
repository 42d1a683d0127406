/** What the user looks for. The session that is shown is not part of it (sessions/use-session-scope.ts). */
import { create } from 'zustand';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import type { LibraryQuery } from '../../../preload/contract/library.ts';

/** The session in it is always null: which one is shown is added when main is asked. */
export type Filters = LibraryQuery;

interface FiltersState {
  filters: Filters;
  /** An operation that was just started and that the filters hide; null when there is none. */
  hiddenId: string | null;
  change: (patch: Partial<Filters>) => void;
  /** Everything again; the order stays. */
  clear: () => void;
}

export const useFilters = create<FiltersState>((set) => ({
  filters: wholeLibrary,
  hiddenId: null,
  change: (patch) => {
    set(({ filters }) => ({ filters: { ...filters, ...patch }, hiddenId: null }));
  },
  clear: () => {
    set(({ filters }) => ({ filters: { ...wholeLibrary, sort: filters.sort }, hiddenId: null }));
  },
}));

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
  useFilters.setState({ filters: wholeLibrary, hiddenId: null });
}

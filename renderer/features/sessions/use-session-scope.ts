/** What the gallery shows: one session or all of them. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { useCurrentSession } from './sessions-source.ts';

/** Over restarts: an app that was closed on all sessions opens on all of them. */
const allKey = 'all-sessions';

interface ScopeState {
  showAll: boolean;
  setShowAll: (showAll: boolean) => void;
}

export const useScope = create<ScopeState>((set) => ({
  showAll: false,
  setShowAll: (showAll) => {
    if (showAll) localStorage.setItem(allKey, '');
    else localStorage.removeItem(allKey);
    set({ showAll });
  },
}));

/** Brings back what the gallery showed when the window was last open. */
export function bringBackScope(): void {
  useScope.setState({ showAll: localStorage.getItem(allKey) !== null });
}

export interface SessionScope {
  /** Null: all sessions. */
  sessionId: string | null;
  /** False until main has said which session is open; nothing is to be asked before. */
  isKnown: boolean;
}

/** The session that the gallery shows. The same object as long as it is the same scope. */
export function useSessionScope(): SessionScope {
  const showAll = useScope((state) => state.showAll);
  const current = useCurrentSession();
  const currentId = current.data?.id ?? null;
  // Should main not know, everything is shown rather than nothing.
  const isKnown = showAll || currentId !== null || current.isError;
  return useMemo(() => ({ sessionId: showAll ? null : currentId, isKnown }), [showAll, currentId, isKnown]);
}

/** Sessions as main knows them. */
import { useQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { SessionList, SessionName, SessionsChange } from '../../../preload/contract/sessions.ts';
import { callOrThrow } from '../../lib/call.ts';
import { heard, queryKeys } from '../../lib/queries.ts';

/** The open session: new clips go into it. */
export function useCurrentSession() {
  return useQuery<SessionName>({
    queryKey: queryKeys.currentSession,
    queryFn: () => callOrThrow(() => window.zoetrope.sessions.current()),
    // Several places show it: a failure is not asked again by each of them.
    retryOnMount: false,
  });
}

/** All sessions with their numbers, for as long as somebody looks at them. */
export function useSessionList() {
  return useQuery<SessionList>({
    queryKey: queryKeys.sessions,
    queryFn: () => callOrThrow(() => window.zoetrope.sessions.list()),
    // What was there before is shown while the numbers are counted anew.
    refetchOnMount: 'always',
  });
}

/** Main has told of a change, or has answered with one. */
export function sessionsChanged(client: QueryClient, { current }: Pick<SessionsChange, 'current'>): void {
  heard(client, queryKeys.currentSession, current);
  void client.invalidateQueries({ queryKey: queryKeys.sessions });
}

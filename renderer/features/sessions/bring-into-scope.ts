import type { QueryClient } from '@tanstack/react-query';
import type { SessionName } from '../../../preload/contract/sessions.ts';
import { call } from '../../lib/call.ts';
import { queryKeys } from '../../lib/queries.ts';
import { useScope } from './use-session-scope.ts';

/** Shows all sessions when an operation that is to be seen is not in the one that is shown. */
export async function bringIntoScope(client: QueryClient, operationId: string): Promise<void> {
  if (useScope.getState().showAll) return;
  const operation = await call(() => window.zoetrope.operations.get({ operationId }));
  const current = client.getQueryData<SessionName>(queryKeys.currentSession);
  if (operation.ok && operation.value.request.sessionId !== current?.id) useScope.getState().setShowAll(true);
}

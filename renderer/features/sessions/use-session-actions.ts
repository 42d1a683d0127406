import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { undoMs } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { SessionMove, SessionName } from '../../../preload/contract/sessions.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import type { Format } from '../../lib/format.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import { sessionsChanged } from './sessions-source.ts';
import { useScope } from './use-session-scope.ts';

/** What can be done with sessions. Each says by itself what became of it; the answer is whether it was done. */
export interface SessionActions {
  open: (sessionId: string) => Promise<boolean>;
  showAll: () => void;
  /** Makes a session and opens it. */
  create: (name: string) => Promise<boolean>;
  rename: (sessionId: string, name: string) => Promise<boolean>;
  archive: (session: SessionName) => Promise<boolean>;
  unarchive: (sessionId: string) => Promise<boolean>;
  /** `moveTo`: who gets what is in it; null for the trash. */
  remove: (session: SessionName, moveTo: string | null) => Promise<boolean>;
  moveClips: (operationIds: readonly string[], to: SessionName) => Promise<boolean>;
}

/** The message goes a little before main's own time is up, so that its Undo is never too late. */
const undoToastMs = undoMs - 300;

interface Context {
  client: QueryClient;
  text: Dictionary;
  format: Format;
}

/** True when it was done; whatever became of it, the list is asked for anew. */
function settle<T>(context: Context, result: Result<T>): result is { ok: true; value: T } {
  void context.client.invalidateQueries({ queryKey: queryKeys.sessions });
  if (!result.ok) showError(result.error, context);
  return result.ok;
}

function opened(context: Context, current: SessionName): void {
  sessionsChanged(context.client, { current });
  useScope.getState().setShowAll(false);
  useUi.getState().announce(context.text.sessions.opened(current.name));
}

function undoToast(context: Context, title: string, run: () => Promise<void>): void {
  useUi.getState().addToast({
    title,
    durationMs: undoToastMs,
    undoes: true,
    action: { label: context.text.toasts.undo, run: () => void run() },
  });
}

async function moveBack(context: Context, { moved }: SessionMove): Promise<void> {
  for (const { sessionId, operationIds } of moved) {
    const result = await call(() => window.zoetrope.sessions.moveClips({ operationIds, sessionId }));
    if (!settle(context, result)) return;
  }
  useUi.getState().addToast({ kind: 'success', title: context.text.sessions.movedBack, durationMs: 2000 });
}

async function restore(context: Context, { id, name }: SessionName): Promise<void> {
  const result = await call(() => window.zoetrope.sessions.restore({ sessionId: id }));
  if (!settle(context, result)) return;
  useUi
    .getState()
    .addToast({ kind: 'success', title: context.text.sessions.wasRestored(name), durationMs: 2000 });
}

export function useSessionActions(): SessionActions {
  const client = useQueryClient();
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const context = { client, text, format };
    const words = text.sessions;
    return {
      async open(sessionId) {
        const result = await call(() => window.zoetrope.sessions.select({ sessionId }));
        if (!settle(context, result)) return false;
        opened(context, result.value);
        return true;
      },
      showAll() {
        useScope.getState().setShowAll(true);
        useUi.getState().announce(words.openedAll);
      },
      async create(name) {
        const result = await call(() => window.zoetrope.sessions.create({ name }));
        if (!settle(context, result)) return false;
        opened(context, result.value);
        return true;
      },
      rename: async (sessionId, name) =>
        settle(context, await call(() => window.zoetrope.sessions.rename({ sessionId, name }))),
      async archive({ id, name }) {
        const result = await call(() => window.zoetrope.sessions.archive({ sessionId: id }));
        if (!settle(context, result)) return false;
        undoToast(context, words.wasArchived(name), async () => {
          settle(context, await call(() => window.zoetrope.sessions.unarchive({ sessionId: id })));
        });
        return true;
      },
      unarchive: async (sessionId) =>
        settle(context, await call(() => window.zoetrope.sessions.unarchive({ sessionId }))),
      async remove(session, moveTo) {
        const result = await call(() => window.zoetrope.sessions.remove({ sessionId: session.id, moveTo }));
        if (!settle(context, result)) return false;
        sessionsChanged(client, result.value);
        undoToast(context, words.wasRemoved(session.name), () => restore(context, session));
        return true;
      },
      async moveClips(operationIds, to) {
        const result = await call(() =>
          window.zoetrope.sessions.moveClips({ operationIds: [...operationIds], sessionId: to.id }),
        );
        if (!settle(context, result)) return false;
        const count = result.value.moved.reduce((sum, { operationIds: ids }) => sum + ids.length, 0);
        if (count === 0) useUi.getState().addToast({ title: words.notMoved });
        else {
          undoToast(context, words.wasMoved(format.number(count), count, to.name), () =>
            moveBack(context, result.value),
          );
        }
        return true;
      },
    };
  }, [client, text, format]);
}

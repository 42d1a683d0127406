/** The sessions of the fake main, worked out over lists in memory. */
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import type { Operation } from '../../preload/contract/domain.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type { SessionInfo, SessionName, SessionsChange } from '../../preload/contract/sessions.ts';

export interface FakeSessionsHost {
  operations: Operation[];
  sessions: SessionInfo[];
  currentSessionId: string;
  answer: <T>(name: string, input: unknown, usual: () => Result<T>) => Promise<Result<T>>;
  told: (change: SessionsChange) => void;
}

export function fakeSession(name: string, changes: Partial<SessionInfo> = {}): SessionInfo {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    createdAt: 1,
    usedAt: 1,
    archivedAt: null,
    clips: 0,
    underWay: 0,
    spend: { spentUsd: 0, unknownUsd: 0 },
    ...changes,
  };
}

export const fakeFirstSession = fakeSession('First session', { id: firstSessionId });

export function createFakeSessions(host: FakeSessionsHost): ZoetropeApi['sessions'] {
  const { answer } = host;
  const removed = new Map<string, SessionInfo>();
  let used = 10;

  const find = (id: string) => host.sessions.find((session) => session.id === id);
  const current = (): SessionName => {
    const { id, name } = find(host.currentSessionId) ?? fakeFirstSession;
    return { id, name };
  };
  const tell = (regrouped = false): void => {
    host.told({ current: current(), regrouped });
  };
  const missing = (): Result<never> =>
    fail({ code: 'session_not_found', message: 'This session is not there any more.', retryable: false });
  function change(id: string, changes: Partial<SessionInfo>): Result<SessionName> {
    host.sessions = host.sessions.map((session) =>
      session.id === id ? { ...session, ...changes } : session,
    );
    const session = find(id);
    if (session === undefined) return missing();
    tell();
    return ok({ id, name: session.name });
  }
  function select(id: string): Result<SessionName> {
    host.currentSessionId = id;
    used += 1;
    return change(id, { usedAt: used, archivedAt: null });
  }
  const other = (id: string) => host.sessions.find((one) => one.id !== id && one.archivedAt === null);

  return {
    list: () =>
      answer('sessions.list', undefined, () =>
        ok({
          currentId: host.currentSessionId,
          sessions: host.sessions
            .map((session) => ({
              ...session,
              clips:
                session.clips +
                host.operations.filter(({ request }) => request.sessionId === session.id).length,
            }))
            .sort((one, two) => two.usedAt - one.usedAt),
          removed: [],
        }),
      ),
    current: () => answer('sessions.current', undefined, () => ok(current())),
    create: (input) =>
      answer('sessions.create', input, () => {
        const session = fakeSession(input.name);
        host.sessions = [...host.sessions, session];
        return select(session.id);
      }),
    rename: (input) => answer('sessions.rename', input, () => change(input.sessionId, { name: input.name })),
    archive: (input) =>
      answer('sessions.archive', input, () => {
        const next = other(input.sessionId);
        if (input.sessionId === host.currentSessionId && next !== undefined) {
          host.currentSessionId = next.id;
        }
        return change(input.sessionId, { archivedAt: 5 });
      }),
    unarchive: (input) =>
      answer('sessions.unarchive', input, () => change(input.sessionId, { archivedAt: null })),
    select: (input) => answer('sessions.select', input, () => select(input.sessionId)),
    remove: (input) =>
      answer('sessions.remove', input, () => {
        const session = find(input.sessionId);
        if (session === undefined) return missing();
        removed.set(session.id, session);
        host.sessions = host.sessions.filter(({ id }) => id !== session.id);
        if (host.currentSessionId === session.id) {
          host.currentSessionId = other(session.id)?.id ?? firstSessionId;
        }
        tell(true);
        return ok({ trashed: session.clips, moved: 0, current: current() });
      }),
    restore: (input) =>
      answer('sessions.restore', input, () => {
        const session = removed.get(input.sessionId);
        if (session === undefined) return missing();
        host.sessions = [...host.sessions, session];
        return select(session.id);
      }),
    moveClips: (input) =>
      answer('sessions.moveClips', input, () => {
        const from = new Map<string, string[]>();
        host.operations = host.operations.map((operation) => {
          const { sessionId } = operation.request;
          if (!input.operationIds.includes(operation.id) || sessionId === input.sessionId) return operation;
          from.set(sessionId, [...(from.get(sessionId) ?? []), operation.id]);
          return { ...operation, request: { ...operation.request, sessionId: input.sessionId } };
        });
        tell(true);
        return ok({
          moved: Array.from(from, ([sessionId, operationIds]) => ({ sessionId, operationIds })),
        });
      }),
  };
}

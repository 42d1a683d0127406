import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Sessions } from '../services/sessions.ts';
import type { Handlers } from './registry.ts';

export function sessionHandlers(sessions: Sessions): Handlers<ZoetropeContract['sessions']> {
  return {
    list: () => ok(sessions.list()),
    current: () => ok(sessions.current()),
    create: ({ name }) => sessions.create(name),
    rename: ({ sessionId, name }) => sessions.rename(sessionId, name),
    archive: ({ sessionId }) => sessions.archive(sessionId),
    unarchive: ({ sessionId }) => sessions.unarchive(sessionId),
    select: ({ sessionId }) => sessions.select(sessionId),
    remove: ({ sessionId, moveTo }) => sessions.remove(sessionId, moveTo),
    restore: ({ sessionId }) => sessions.restore(sessionId),
    moveClips: ({ operationIds, sessionId }) => sessions.moveClips(operationIds, sessionId),
  };
}

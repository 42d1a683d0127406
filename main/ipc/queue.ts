import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { QueueControl } from '../services/queue/queue-control.ts';
import type { Handlers } from './registry.ts';

export function queueHandlers(queue: QueueControl): Handlers<ZoetropeContract['queue']> {
  return {
    summary: () => ok(queue.summary()),
    list: () => ok(queue.list()),
    setPaused: ({ paused }) => ok(queue.setPaused(paused)),
    move: ({ operationId, to }) => queue.move(operationId, to),
    cancel: ({ operationId }) => queue.cancel(operationId),
    followAgain: ({ operationId }) => queue.followAgain(operationId),
    retryFailed: ({ operationIds }) => ok(queue.retryFailed(operationIds)),
  };
}

/** What the windows see of the queue: its numbers, its list, and the place of each operation that waits. */
import type { Operation } from '../../../preload/contract/domain.ts';
import { queueListLimit, queuePromptCharacters } from '../../../preload/contract/queue.ts';
import type { QueueList, QueueSummary } from '../../../preload/contract/queue.ts';
import type { HoldReason } from '../../../preload/contract/spend.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { QueueRows } from '../../storage/queue-rows.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Asker } from '../generation/sources.ts';
import { toOperation } from '../operation-view.ts';
import { roundUsd } from '../spend.ts';

/** As many as one call takes. */
const mostRetried = 500;

export interface QueueViewDeps {
  operations: Pick<OperationRows, 'inPhase' | 'queuePosition'>;
  rows: QueueRows;
  clock: Clock;
  /** Who would ask the services now. */
  asker(): Asker;
  hold(operation: OperationRow): HoldReason | null;
  retryAt(id: string): number | null;
  isCancelling(id: string): boolean;
  /** What asking once more would cost, in USD. */
  priceAgain(operation: OperationRow): number;
  /** An operation that waits has another place, or another reason to wait. */
  tellOperation(operation: Operation): void;
  /** Told, a moment after a change and once for several. */
  changed(summary: QueueSummary): void;
}

export interface QueueView {
  /** An operation as the windows see it. */
  view(record: OperationRecord): Operation;
  summary(): QueueSummary;
  list(): QueueList;
  /** Remembers what the window was told of an operation, so that it is not told the same again. */
  told(operation: Operation): void;
  /** Tells of those that wait whose place or reason is another one than the window was told. */
  tellMoved(): void;
  /** Something of the queue may be another. */
  touch(): void;
  stop(): void;
}

export function createQueueView(deps: QueueViewDeps): QueueView {
  const { operations, rows, clock } = deps;
  const lastTold = new Map<string, string>();
  let version = 0;
  let cancelTelling: (() => void) | null = null;
  let isStopped = false;

  const viewAt = (record: OperationRecord, queuePosition: number | null): Operation => {
    const { operation } = record;
    const waiting = {
      queuePosition,
      retryAt: deps.retryAt(operation.id),
      hold: deps.hold(operation),
      isCancelling: operation.phase === 'submitting' && deps.isCancelling(operation.id),
    };
    return toOperation(record, clock.now(), waiting, deps.asker());
  };
  const view = (record: OperationRecord): Operation =>
    viewAt(
      record,
      record.operation.phase === 'queued' ? operations.queuePosition(record.operation.id) : null,
    );
  const waitOf = ({ queuePosition, retryAt, hold }: Operation): string =>
    JSON.stringify([queuePosition, retryAt, hold]);

  const short = (operation: Operation): Operation => ({
    ...operation,
    request: {
      ...operation.request,
      prompt: operation.request.prompt.slice(0, queuePromptCharacters),
      negativePrompt: null,
    },
  });

  const summary = (): QueueSummary => ({
    paused: rows.isPaused(),
    running: rows.count('submitting', 'processing', 'downloading'),
    waiting: rows.count('queued'),
    failed: rows.failedCount(),
    version,
  });

  function touch(): void {
    if (isStopped) return;
    version += 1;
    cancelTelling ??= clock.after(0, () => {
      cancelTelling = null;
      deps.changed(summary());
    });
  }

  return {
    view,
    summary,
    list() {
      const failed = rows.failed(mostRetried).map(({ operation }) => operation);
      const running = operations.inPhase('submitting', 'processing', 'downloading');
      running.sort(
        ({ operation: one }, { operation: other }) => (one.submittedAt ?? 0) - (other.submittedAt ?? 0),
      );
      return {
        ...summary(),
        runningOperations: running.map((record) => short(viewAt(record, null))),
        waitingOperations: rows
          .waiting(queueListLimit)
          .map((record, index) => short(viewAt(record, index + 1))),
        retry: {
          operationIds: failed.map(({ id }) => id),
          usd: roundUsd(failed.reduce((sum, operation) => sum + deps.priceAgain(operation), 0)),
        },
      };
    },
    told(operation) {
      if (operation.phase === 'queued') lastTold.set(operation.id, waitOf(operation));
      else lastTold.delete(operation.id);
    },
    tellMoved() {
      const waiting = operations.inPhase('queued');
      const present = new Set(waiting.map(({ operation }) => operation.id));
      for (const id of lastTold.keys()) if (!present.has(id)) lastTold.delete(id);
      for (const [index, record] of waiting.entries()) {
        const operation = viewAt(record, index + 1);
        const wait = waitOf(operation);
        if (lastTold.get(operation.id) === wait) continue;
        lastTold.set(operation.id, wait);
        deps.tellOperation(operation);
      }
      touch();
    },
    touch,
    stop() {
      isStopped = true;
      cancelTelling?.();
    },
  };
}

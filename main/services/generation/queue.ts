/** Sends operations to the service, a few at a time, each create once. */
import { serviceIds } from '../../../preload/contract/domain.ts';
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { HoldReason } from '../../../preload/contract/spend.ts';
import type { StartOutcome, VideoBackend } from '../../backends/video-backend.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { QueueRows } from '../../storage/queue-rows.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import { cancelledAtService, cancelledUnsent } from './cancelling.ts';
import { createHolds } from './holds.ts';
import type { ImageRequest } from '../../backends/image-backend.ts';
import { sendImage } from './image-sending.ts';
import type { ImageEnd } from './image-sending.ts';
import type { KeptAnswers } from '../../storage/kept-answers.ts';
import type { LifeEvent } from './life.ts';
import type { Lifecycle } from './lifecycle.ts';
import { eventOfStart } from './outcomes.ts';
import { retryDelayMs } from './retry.ts';
import { hasFiles, plainRequest, requestWithFiles } from './start-request.ts';
import type { StartRequestDeps } from './start-request.ts';

export interface QueueDeps extends StartRequestDeps {
  operations: OperationRows;
  lifecycle: Lifecycle;
  clock: Clock;
  queue: Pick<QueueRows, 'isPaused' | 'count' | 'waiting'>;
  /** How many operations the service works on at the same time; asked each time, since the setting may change. */
  concurrency(): number;
  backendFor(operation: OperationRow): VideoBackend | null;
  changed(id: string): void;
  /** The service said at a create that it has this model no longer. */
  modelGone?(model: string, account: string | null): void;
  /** Operations that wait have moved up. */
  moved(): void;
  /** Why a queued operation has to wait although there is room for it. Default: none ever has to. */
  mayStart?(operation: OperationRow): HoldReason | null;
  /** The service has named an operation: it can be polled. */
  accepted(id: string): void;
  answers: Pick<KeptAnswers, 'keep'>;
  /** The request of an image, or what keeps it from being sent. */
  imageRequest(record: OperationRecord): Promise<{ request: ImageRequest } | { error: AppError }>;
  /** An image has come, and waits in its kept answer. */
  made(id: string): void;
  /** The first wait before a refused create is asked again. */
  retryMs(): number;
  /** 0 up to 1, for the jitter. */
  random(): number;
}

export interface Queue {
  /** Sends what may be sent now. Call it whenever that may have changed. */
  pump(): void;
  /** The computer slept or its clock was turned: waits that are over end, and none is longer than it was. */
  wake(): void;
  /** Notes that an operation which is being sent is not wanted any more: the create cannot be taken back. */
  cancelWhenAnswered(id: string): void;
  isCancelling(id: string): boolean;
  /** When a refused operation is asked again by itself, in milliseconds since 1970; null when it does not wait. */
  retryAt(id: string): number | null;
  /** Nothing more is sent. Resolves when every create that is under way was answered and written down. */
  stop(): Promise<void>;
}

/** How many waiting operations are looked at in one go: a long queue is not read to send two of it. */
const lookAhead = 50;
const troubledRetryMs = 10_000;

export function createQueue(deps: QueueDeps): Queue {
  const { operations, queue, lifecycle, clock, log } = deps;
  let stopped = false;
  const underWay = new Set<Promise<void>>();
  const holds = createHolds(clock);
  /** How often each waiting operation was refused. Begins anew with the app, which sends nothing twice either. */
  const refusals = new Map<string, number>();
  /** Being sent and not wanted any more. A crash leaves them `unknown`, as any other that is being sent. */
  const cancelled = new Set<string>();
  let cancelPump: (() => void) | null = null;

  /** Holds the service where the refusal may pass; true when the operation is worth another try by itself. */
  function mayPass({ id, service }: OperationRow, error: AppError): boolean {
    const times = (refusals.get(id) ?? 0) + 1;
    const delayMs = retryDelayMs({ error, times, firstMs: deps.retryMs(), random: deps.random() });
    if (delayMs === null) {
      holds.clear(service);
      return false;
    }
    holds.hold(service, delayMs, pump);
    refusals.set(id, times);
    log.info('A create was refused and waits', { id, code: error.code, times });
    return true;
  }

  async function answered(operation: OperationRow, outcome: StartOutcome | ImageEnd, account: string | null) {
    const { id, service } = operation;
    const isUnwanted = cancelled.delete(id);
    const waits = outcome.kind === 'refused' && mayPass(operation, outcome.error) && !isUnwanted;
    if (!waits) refusals.delete(id);
    if (outcome.kind === 'refused' && outcome.error.code === 'model_retired') {
      deps.modelGone?.(operation.model, account);
    }
    if (outcome.kind === 'accepted') {
      // Logged first: should the app end before it is written, the paid operation can still be found by hand.
      log.info('The service accepted an operation', { id, remoteName: outcome.remoteName });
      holds.clear(service);
    }
    const event: LifeEvent =
      outcome.kind === 'refused' && isUnwanted
        ? { kind: 'refused', error: cancelledUnsent() }
        : eventOfStart(outcome, account, waits);
    const phase = await lifecycle.insist(id, event);
    // An image that is there is kept, whether it is still wanted or not: it is paid for.
    if (phase === 'downloading') deps.made(id);
    if (phase !== 'processing') return;
    // Its name first, then the user's wish: it can be followed again.
    if (isUnwanted) lifecycle.happen(id, { kind: 'cancelled', error: cancelledAtService() });
    else deps.accepted(id);
  }

  async function submit(record: OperationRecord, backend: VideoBackend): Promise<void> {
    const { operation } = record;
    if (operation.medium === 'image') {
      const sent = await sendImage(record, backend, { ...deps, isStopped: () => stopped });
      if (sent.kind === 'unsendable') lifecycle.happen(operation.id, sent);
      else await answered(operation, sent, backend.account ?? null);
      return;
    }
    // What needs no file is sent at once: a pause that comes next must find it sent.
    const made = hasFiles(record) ? await requestWithFiles(record, deps) : { request: plainRequest(record) };
    if ('error' in made) {
      lifecycle.happen(operation.id, { kind: 'unsendable', error: made.error });
      return;
    }
    await answered(operation, await backend.start(made.request), backend.account ?? null);
  }

  function isSubmitting(service: ServiceId): boolean {
    return operations.inPhase('submitting').some(({ operation }) => operation.service === service);
  }

  function isOpen(service: ServiceId): boolean {
    return holds.until(service) === null && !(holds.isTrying(service) && isSubmitting(service));
  }

  /** What may be sent as far as the services are concerned, in queue order, read as far as it is asked for. */
  function* next(): Generator<OperationRecord> {
    let after: number | undefined;
    for (;;) {
      const services = serviceIds.filter(isOpen);
      if (services.length === 0) return;
      const page = queue.waiting(lookAhead, { services, ...(after === undefined ? {} : { after }) });
      yield* page;
      after = page.at(-1)?.operation.queueOrder;
      if (page.length < lookAhead) return;
    }
  }

  function pump(): void {
    try {
      sendNext();
    } catch (error) {
      // What cannot be written down first (a full disk) is not sent.
      log.error('The queue cannot go on', { error });
      cancelPump?.();
      cancelPump = clock.after(troubledRetryMs, pump);
    }
  }

  function sendNext(): void {
    if (stopped || queue.isPaused()) return;
    let moved = false;
    let free = deps.concurrency() - queue.count('submitting', 'processing');
    if (free <= 0) return;
    for (const record of next()) {
      if (free <= 0) break;
      // One that is held takes no room: a cheaper one behind it may go.
      if (deps.mayStart?.(record.operation)) continue;
      const { id, service } = record.operation;
      // The one before may have been the one that tries.
      if (!isOpen(service)) continue;
      free -= 1;
      const backend = deps.backendFor(record.operation);
      moved = true;
      if (!backend) {
        lifecycle.happen(id, {
          kind: 'unsendable',
          error: {
            code: 'client_not_initialized',
            message:
              'Gemini client not initialized. Nothing was sent. Add a key in Settings, then try again.',
            retryable: true,
            details: { charged: false },
          },
        });
        continue;
      }
      // On disk before anything leaves: after a crash the app knows that this one may have been sent.
      lifecycle.happen(id, { kind: 'sending' });
      const sending = submit(record, backend)
        .catch((error: unknown) => {
          log.error('Sending an operation failed', { id, error });
        })
        .finally(() => {
          underWay.delete(sending);
          cancelled.delete(id);
          pump();
        });
      underWay.add(sending);
    }
    if (moved) deps.moved();
  }

  return {
    pump,
    wake() {
      holds.wake(pump);
      for (const id of refusals.keys()) deps.changed(id);
      pump();
    },
    cancelWhenAnswered(id) {
      cancelled.add(id);
      deps.changed(id);
    },
    isCancelling: (id) => cancelled.has(id),
    retryAt(id) {
      const service = refusals.has(id) ? operations.find(id)?.operation.service : undefined;
      return service === undefined || queue.isPaused() ? null : holds.until(service);
    },
    async stop() {
      stopped = true;
      cancelPump?.();
      holds.stop();
      await Promise.all(underWay);
    },
  };
}

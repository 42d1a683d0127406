/** The engine: takes requests, and brings each one to its end across failures and restarts. */
import { estimateUsd } from '../../../preload/contract/rules.ts';
import { isVideo } from '../../../preload/contract/domain.ts';
import type { Phase, ServiceId } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import { firstSessionId } from '../../../preload/contract/sessions.ts';
import type { HoldReason } from '../../../preload/contract/spend.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { ClipRows } from '../../storage/clip-rows.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { QueueRows } from '../../storage/queue-rows.ts';
import type { OperationImages, OperationRow } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { findModel, defaultModel } from '../models/catalogue.ts';
import type { NamedModel } from '../models/offers.ts';
import { cancelledAtService } from './cancelling.ts';
import { canFollowAgain, hasEnded, underWayPhases } from './phases.ts';
import { takeUpAnswers } from './found-answers.ts';
import { createImageRequests } from './image-requests.ts';
import type { ImageGenerationRequest } from './image-requests.ts';
import { imageRequest } from './image-turns.ts';
import { isIncomplete, seedOf, wishOf } from './generation-request.ts';
import type { GenerationRequest } from './generation-request.ts';
import { createLifecycle } from './lifecycle.ts';
import { newOperation, termsOf } from './new-operation.ts';
import type { Asked, Terms } from './new-operation.ts';
import { createPoller } from './poller.ts';
import { createQueue } from './queue.ts';
import { keepImages } from './request-images.ts';
import { createSaver } from './saver.ts';
import type { SaverDeps } from './saver.ts';
import { createSources, noSource, taskOf } from './sources.ts';
import type { SourceColumns } from './sources.ts';
import { groupOf, writeTakes } from './takes.ts';
import type { Place } from './takes.ts';
import { refusal, refuseWish } from './wishes.ts';
import { withModel } from './with-model.ts';

export interface GenerationDeps {
  operations: OperationRows;
  clips: ClipRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  fetch: typeof fetch;
  queue: QueueRows;
  /** How many clips are made at the same time. */
  concurrency(): number;
  /** The session that a request belongs to, which is there from then on. Default: what it names, or the first one. */
  sessionFor?(asked: string | null): string;
  /** The service that new requests go to, or why there is none. */
  currentService(): Result<ServiceId>;
  /** The service that an operation is with, or goes to; null where there is no key for it. */
  backendFor(operation: OperationRow): VideoBackend | null;
  pollMs(): number;
  libraryFolder(): string;
  /** Why the user's keys do not have a model; null when they do. Default: they have all of them. */
  refusalOf?(model: NamedModel): AppError | null;
  /** What is made where a request names no model. Default: the first of the catalogue. */
  defaultModel?(): ModelInfo;
  /** The service said at a create that it has this model no longer. @param account the key's that was used */
  modelGone?(model: string, account: string | null): void;
  /** Why a queued operation has to wait although there is room for it. Default: none ever has to. */
  mayStart?(operation: OperationRow): HoldReason | null;
  /** Puts into a file that came what it was made of; never throws. Default: it stays as it came. */
  writeRecipe?: NonNullable<SaverDeps['writeRecipe']>;
  /** Told whenever something about an operation has changed. */
  changed(id: string): void;
  /** Told when operations that wait have other places in the queue than before. */
  moved(): void;
  /** 0 up to 1, for the jitter of waits. */
  random(): number;
  /** Told when a clip is in the library. */
  saved(id: string): void;
}

export interface GenerationService {
  /**
   * Writes the request down, all of its takes or none, and gives their operations' ids, one at least; sending follows
   * by itself.
   */
  submit(request: GenerationRequest): Promise<Result<string[]>>;
  /** The same for images. */
  submitImages(request: ImageGenerationRequest): Promise<Result<string[]>>;
  /**
   * The same request once more, as an operation of its own: for one that failed, was blocked or may not have been
   * sent. Never done by the app itself. @param model another one, to which the request is translated; default: its own
   */
  again(id: string, model?: string): Result<string>;
  /** What asking for this operation once more would cost now, in USD; 0 where it would be free. */
  priceAgain(operation: OperationRow): number;
  /**
   * Stops following an operation that was sent; the service may charge it all the same. One that is being sent at this
   * moment ends when the service has answered.
   */
  cancel(id: string): Result<null>;
  /** Goes on asking after an operation that was cancelled after the service had taken it. Sends no create. */
  followAgain(id: string): Result<null>;
  isCancelling(id: string): boolean;
  /** Takes up everything that was under way, and begins to send. */
  start(): Promise<void>;
  /** When a refused operation is asked again by itself, in milliseconds since 1970; null when it does not wait. */
  retryAt(id: string): number | null;
  /** The computer slept, the network, a key or a folder is back: asks after everything now. */
  resume(): void;
  /** Sends what may be sent now: after a queued operation was restored, for instance. */
  wake(): void;
  /**
   * Ends timers and downloads, which go on at the next start, and waits for creates that are under way: one that is
   * cut off would be an `unknown` that may cost money.
   */
  stop(): Promise<void>;
}

const gone = fail({
  code: 'operation_not_found',
  message: 'Operation not found. Nothing was sent. It may have been deleted; look for it in the gallery.',
  retryable: false,
});
const running = fail({
  code: 'operation_running',
  message: 'This clip is still being made, so nothing more was sent. Wait until it has ended.',
  retryable: true,
});

const imageGone = fail({
  code: 'file_missing',
  message:
    'An image of this request is not on this computer any more, so nothing was sent. Make a new request with the image.',
  retryable: false,
  details: { charged: false },
});

const notCancelled = fail({
  code: 'operation_running',
  message: 'This clip was not cancelled at the service, so there is nothing to follow. Nothing was sent.',
  retryable: false,
});

/** Why an operation that is not being sent or made cannot be cancelled. */
function refusedCancel(phase: Phase): Result<never> {
  const messages: Partial<Record<Phase, string>> = {
    queued: 'This clip was not sent yet. Delete it instead, which is free.',
    downloading:
      'The clip is finished and is being saved, so it was not cancelled. Delete it when it is there.',
  };
  const message = messages[phase] ?? 'This clip has ended already, so nothing was cancelled.';
  return fail({ code: 'operation_running', message, retryable: false });
}

export function createGenerationService(deps: GenerationDeps): GenerationService {
  const { operations, uploads, media, clock, log } = deps;
  let started = false;

  const lifecycle = createLifecycle(deps);
  const saver = createSaver({ ...deps, lifecycle, answers: media.answers });
  const poller = createPoller({
    ...deps,
    lifecycle,
    finished(id) {
      saver.save(id);
      queue.pump();
    },
    ended: () => {
      queue.pump();
    },
  });
  const sources = createSources({
    operations,
    now: () => clock.now(),
    accountFor: (operation) => deps.backendFor(operation)?.account ?? null,
  });
  const queue = createQueue({
    ...deps,
    answers: media.answers,
    lifecycle,
    retryMs: deps.pollMs,
    readUpload: (sha256) => media.readUpload(sha256),
    readSource: (operation) => sources.read(operation),
    accepted: (id) => {
      poller.watch(id);
      keepSource(id);
    },
    imageRequest: (record) =>
      imageRequest(record, { ...deps, readUpload: (sha256) => media.readUpload(sha256) }),
    made: (id) => {
      saver.save(id);
    },
  });

  const wake = (): void => {
    if (started) queue.pump();
  };
  const live = (id: string): OperationRow | null => {
    const operation = operations.find(id)?.operation;
    return operation && operation.deletedAt === null ? operation : null;
  };
  /** What is used where nobody chose. */
  const firstModel = (): ModelInfo => deps.defaultModel?.() ?? defaultModel;

  const nextPlace = (): Place => ({ queueOrder: operations.nextQueueOrder(), createdAt: clock.now() });

  /** Adds a request to the queue, as part of a transaction; `place` for those that are written together. */
  function insert(asked: Asked, terms: Terms, images: OperationImages, place = nextPlace()): string {
    const row = newOperation(asked, terms, place);
    operations.insert(row, images);
    return row.id;
  }

  /** Writes all of it down or nothing; sending follows by itself. */
  function enqueue(write: () => string[]): string[] {
    const ids = operations.transaction(write);
    for (const id of ids) deps.changed(id);
    wake();
    return ids;
  }

  const images = createImageRequests({ ...deps, nextPlace, insert, enqueue });

  /** Being extended begins the time anew that the service keeps a clip for. */
  function keepSource(id: string): void {
    const operation = operations.find(id)?.operation;
    if (operation?.mode !== 'extend' || operation.sourceId === null) return;
    operations.update(operation.sourceId, { readyAt: clock.now() });
    deps.changed(operation.sourceId);
  }

  /** What an operation that is asked for once more takes over from its source, which may be gone. */
  function sourceAgain(operation: OperationRow, service: ServiceId): Result<SourceColumns> {
    if (!isVideo(operation)) return images.sourceGone(operation) ?? ok(operation);
    const task = taskOf(operation.mode);
    if (task === null) return ok(noSource);
    const { sourceId, aspectRatio, model } = operation;
    const wish = { task, operationId: sourceId ?? '', aspectRatio, service };
    return sources.take({ ...wish, model: findModel(model) ?? defaultModel });
  }

  return {
    submitImages: (request) => images.submit(request),
    async submit(request) {
      const service = deps.currentService();
      if (!service.ok) return service;
      const { source = null } = request;
      const unnamed = () => findModel((source && live(source.operationId)?.model) ?? '') ?? firstModel();
      const model = request.model === null ? unnamed() : findModel(request.model);
      if (!model) {
        return refusal('invalid_model', 'This model is not known. Choose one of the list.', ['model']);
      }
      const noAccess = deps.refusalOf?.(model);
      if (noAccess) return fail(noAccess);
      const from =
        source &&
        sources.take({ ...source, ...{ service: service.value, model }, aspectRatio: request.aspectRatio });
      if (from?.ok === false) return from;
      // A clip that is edited is as long and as wide as it was.
      const shape = source?.task === 'edit' ? from?.value : null;
      const { aspectRatio, duration } = shape ?? request;
      const wish = wishOf({ ...request, aspectRatio, duration });
      const refused = refuseWish(model, wish);
      if (refused) return refused;
      const cost = estimateUsd(model, request.resolution, duration) ?? 0;
      const kept = await keepImages(request, media, clock.now());
      if (!kept.ok) return kept;
      const { upload, ...given } = kept.value;
      const { takes = 1 } = request;
      const asked = {
        ...(from?.value ?? noSource),
        medium: 'video' as const,
        ...{ prompt: request.prompt, negativePrompt: request.negativePrompt, resolution: request.resolution },
        ...{ aspectRatio, duration, uploadId: upload?.id ?? null },
        ...{ mode: wish.mode, personGeneration: wish.personGeneration, audio: wish.audio },
        ...groupOf(takes),
      };
      const write = () => {
        const sessionId = deps.sessionFor?.(request.sessionId) ?? request.sessionId ?? firstSessionId;
        // With the operations: images that no operation has are swept.
        for (const image of [upload, given.lastFrame, ...given.references]) if (image) uploads.insert(image);
        const terms = { service: service.value, model, cost };
        return writeTakes(takes, nextPlace(), ({ number, take, place }) =>
          insert({ ...asked, sessionId, seed: seedOf(wish.seed, number), take }, terms, given, place),
        );
      };
      return ok(enqueue(write));
    },
    again(id, model) {
      const record = operations.find(id);
      if (record === null || record.operation.deletedAt !== null) return gone;
      if (!hasEnded(record.operation.phase)) return running;
      const translated = model === undefined ? ok(record.operation) : withModel(record, model);
      if (!translated.ok) return translated;
      const operation = translated.value;
      const service = deps.currentService();
      if (!service.ok) return service;
      const terms = { service: service.value, ...termsOf(operation) };
      const noAccess = deps.refusalOf?.(terms.model);
      if (noAccess) return fail(noAccess);
      if (isIncomplete(record)) return imageGone;
      const source = sourceAgain(operation, service.value);
      if (!source.ok) return source;
      const { sourceName, sourceUri, sourcePrompt, extensions, sourceId } = source.value;
      const asked = {
        ...operation,
        ...{ sourceName, sourceUri, sourcePrompt, extensions, sourceId },
        ...{ groupId: null, take: null, takes: null },
      };
      const [again = ''] = enqueue(() => [insert(asked, terms, record)]);
      return ok(again);
    },
    priceAgain(operation) {
      const service = deps.currentService();
      return service.ok && service.value === 'demo' ? 0 : termsOf(operation).cost;
    },
    cancel(id) {
      const operation = live(id);
      if (!operation) return gone;
      if (operation.phase === 'submitting') {
        queue.cancelWhenAnswered(id);
        return ok(null);
      }
      if (operation.phase !== 'processing') return refusedCancel(operation.phase);
      poller.forget(id);
      lifecycle.happen(id, { kind: 'cancelled', error: cancelledAtService() });
      queue.pump();
      return ok(null);
    },
    followAgain(id) {
      const operation = live(id);
      if (!operation) return gone;
      if (!canFollowAgain(operation)) return notCancelled;
      lifecycle.happen(id, { kind: 'followed' });
      if (started) {
        poller.watch(id);
        poller.poll(id);
      }
      return ok(null);
    },
    isCancelling: (id) => queue.isCancelling(id),
    async start() {
      await takeUpAnswers({
        ...deps,
        answers: media.answers,
        lifecycle,
        sessionFor: (asked) => deps.sessionFor?.(asked) ?? asked,
      });
      for (const { operation } of operations.inPhase(...underWayPhases)) {
        if (lifecycle.happen(operation.id, { kind: 'found' }) === 'unknown') {
          log.warn('An operation was being sent when the app ended', { id: operation.id });
        }
      }
      for (const { operation } of operations.inPhase('processing')) poller.watch(operation.id);
      await saver.sweep();
      for (const { operation } of operations.inPhase('downloading')) saver.save(operation.id);
      started = true;
      queue.pump();
    },
    wake,
    retryAt: (id) => queue.retryAt(id),
    resume() {
      if (!started) return;
      for (const { operation } of operations.inPhase('processing')) poller.poll(operation.id);
      saver.wake();
      queue.wake();
    },
    async stop() {
      started = false;
      poller.stop();
      saver.stop();
      await queue.stop();
    },
  };
}

/** The engine: takes requests, and brings each one to its end across failures and restarts. */
import { randomUUID } from 'node:crypto';
import { estimateUsd, forcedDuration } from '../../../preload/contract/rules.ts';
import type { ModelInfo, ServiceId } from '../../../preload/contract/domain.ts';
import type { HoldReason } from '../../../preload/contract/spend.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { ClipRows } from '../../storage/clip-rows.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import { checkImage } from '../images/check-image.ts';
import type { Log } from '../log.ts';
import { findModel, defaultModel } from '../models/catalogue.ts';
import { hasEnded } from './phases.ts';
import { createLifecycle } from './lifecycle.ts';
import { createPoller } from './poller.ts';
import { createQueue } from './queue.ts';
import { createSaver } from './saver.ts';
import { unknownAfterCrash } from './after-crash.ts';

export interface GenerationRequest extends Pick<
  OperationRow,
  'prompt' | 'negativePrompt' | 'aspectRatio' | 'resolution' | 'duration' | 'sessionId'
> {
  /** Null for the default. */
  model: string | null;
  /** Its type is read from its bytes. */
  image: { name: string; data: Uint8Array } | null;
}

export interface GenerationDeps {
  operations: OperationRows;
  clips: ClipRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  log: Log;
  fetch: typeof fetch;
  concurrency: number;
  /** The service that new requests go to, or why there is none. */
  currentService(): Result<ServiceId>;
  backendFor(service: ServiceId): VideoBackend | null;
  pollMs(): number;
  libraryFolder(): string;
  /** Why a queued operation has to wait although there is room for it. Default: none ever has to. */
  mayStart?(operation: OperationRow): HoldReason | null;
  /** Puts into a downloaded clip what it was made of; never throws. Default: it stays as it came. */
  writeRecipe?(record: OperationRecord, partFile: string): Promise<void>;
  /** Told whenever something about an operation has changed. */
  changed(id: string): void;
  /** 0 up to 1, for the jitter of waits. */
  random(): number;
  /** Told when a clip is in the library. */
  saved(id: string): void;
}

export interface GenerationService {
  /** Writes the request down and gives its operation's id; sending follows by itself. */
  submit(request: GenerationRequest): Promise<Result<string>>;
  /**
   * The same request once more, as an operation of its own: for one that failed, was blocked or may not have been
   * sent. Never done by the app itself.
   */
  again(id: string): Result<string>;
  /** Takes up everything that was under way, and begins to send. */
  start(): Promise<void>;
  /** When a refused operation is asked again by itself, in milliseconds since 1970; null when it does not wait. */
  retryAt(id: string): number | null;
  /** The computer slept or the network is back: asks after everything now. */
  resume(): void;
  /** Sends what may be sent now: after a queued operation was restored, for instance. */
  wake(): void;
  /**
   * Ends timers and downloads, which go on at the next start, and waits for creates that are under way: one that is
   * cut off would be an `unknown` that may cost money.
   */
  stop(): Promise<void>;
}

/** What an operation takes over from its request, or from an operation that is asked for once more. */
type Asked = Pick<
  OperationRow,
  'prompt' | 'negativePrompt' | 'aspectRatio' | 'resolution' | 'duration' | 'sessionId' | 'uploadId'
>;

interface Terms {
  service: ServiceId;
  model: ModelInfo;
  /** USD, where the service charges. */
  cost: number;
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

function refusal(code: AppError['code'], message: string, field: string): Result<never> {
  return fail({ code, message, retryable: false, details: { fields: [field], charged: false } });
}

export function createGenerationService(deps: GenerationDeps): GenerationService {
  const { operations, uploads, media, clock, log } = deps;
  let started = false;

  const lifecycle = createLifecycle(deps);
  const saver = createSaver({ ...deps, lifecycle });
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
  const queue = createQueue({
    ...deps,
    lifecycle,
    retryMs: deps.pollMs,
    readUpload: (sha256) => media.readUpload(sha256),
    accepted: (id) => {
      poller.watch(id);
    },
  });

  const wake = (): void => {
    if (started) queue.pump();
  };

  async function keepImage(image: NonNullable<GenerationRequest['image']>): Promise<Result<string>> {
    const facts = checkImage(image.name, image.data);
    if (!facts.ok) return facts;
    const id = randomUUID();
    const sha256 = await media.saveUpload(image.data);
    uploads.insert({ id, sha256, createdAt: clock.now(), ...facts.value });
    return ok(id);
  }

  /** Writes a request down; sending follows by itself. */
  function enqueue(asked: Asked, { service, model, cost }: Terms): string {
    const id = randomUUID();
    operations.insert({
      id,
      service,
      model: model.id,
      prompt: asked.prompt,
      negativePrompt: asked.negativePrompt,
      aspectRatio: asked.aspectRatio,
      resolution: asked.resolution,
      duration: asked.duration,
      sessionId: asked.sessionId,
      uploadId: asked.uploadId,
      estimatedUsd: service === 'demo' ? 0 : cost,
      phase: 'queued',
      remoteName: null,
      remoteUri: null,
      fileName: null,
      error: null,
      queueOrder: operations.nextQueueOrder(),
      createdAt: clock.now(),
      submittedAt: null,
      acceptedAt: null,
      finishedAt: null,
      deletedAt: null,
    });
    deps.changed(id);
    wake();
    return id;
  }

  return {
    async submit(request) {
      const service = deps.currentService();
      if (!service.ok) return service;
      const model = request.model === null ? defaultModel : findModel(request.model);
      if (!model)
        return refusal('invalid_model', 'This model is not known. Choose one of the list.', 'model');
      if (forcedDuration(request.resolution, request.duration) !== null) {
        return refusal(
          'invalid_duration',
          `${request.resolution} needs 8 seconds. Set the duration to 8.`,
          'duration',
        );
      }
      const cost = estimateUsd(model, request.resolution, request.duration);
      if (cost === null) {
        return refusal(
          'invalid_resolution',
          `${model.label} does not make ${request.resolution}.`,
          'resolution',
        );
      }
      const upload = request.image ? await keepImage(request.image) : ok(null);
      if (!upload.ok) return upload;
      return ok(enqueue({ ...request, uploadId: upload.value }, { service: service.value, model, cost }));
    },
    again(id) {
      const record = operations.find(id);
      if (!record || record.operation.deletedAt !== null) return gone;
      const { operation } = record;
      if (!hasEnded(operation.phase)) return running;
      const service = deps.currentService();
      if (!service.ok) return service;
      const model = findModel(operation.model) ?? defaultModel;
      const cost = estimateUsd(model, operation.resolution, operation.duration) ?? operation.estimatedUsd;
      return ok(enqueue(operation, { service: service.value, model, cost }));
    },
    async start() {
      for (const { operation } of operations.inPhase('submitting')) {
        log.warn('An operation was being sent when the app ended', { id: operation.id });
        lifecycle.move(operation.id, 'unknown', { error: unknownAfterCrash() });
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
      queue.pump();
    },
    async stop() {
      started = false;
      poller.stop();
      saver.stop();
      await queue.stop();
    },
  };
}

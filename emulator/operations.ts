/** The generations: started, made, kept for two days. No wire in here. */
import { randomInt } from 'node:crypto';
import type { ClipRequest, ClipSource } from './clips.ts';
import type { ActiveFault } from './faults.ts';
import { faultsInPrompt } from './faults.ts';
import type { Outcome, SavedOperation, StateStore } from './state.ts';

/** How long the service keeps a finished file (Google's documentation of Veo). */
const fileLifeMs = 2 * 24 * 60 * 60 * 1000;

/** How long an operation can still be asked for. The service does not say; long enough for any client. */
const operationLifeMs = 30 * 24 * 60 * 60 * 1000;

export type GenerationRequest = Omit<ClipRequest, 'operationId'>;

export interface Operation {
  readonly id: string;
  readonly fileId: string;
  readonly model: string;
  /** `models/{model}/operations/{id}` */
  readonly name: string;
  readonly createdAtMs: number;
  readonly readyAtMs: number;
  readonly request: Omit<GenerationRequest, 'image'>;
  readonly imageMimeType: string | null;
  /** The faults that its prompt asks for. */
  readonly faults: readonly ActiveFault[];
  /** When the clip came from its source; null until then. */
  clipAtMs: number | null;
  /** How it ended; null until that was told to a client, so that nothing changes afterwards. */
  outcome: Outcome | null;
}

export interface Operations {
  /** Writes it down, then asks for its clip. */
  start(model: string, request: GenerationRequest): Promise<Operation>;
  find(model: string, id: string): Operation | undefined;
  /** Finished ones whose file is not older than {@link fileLifeMs}. */
  findByFile(fileId: string): Operation | undefined;
  /** True when the delay is over and the clip is there or has failed. */
  isDue(operation: Operation): boolean;
  /** The same with this much added to the delay. */
  isDueAfter(operation: Operation, moreMs: number): boolean;
  settle(operation: Operation, outcome: Outcome): Promise<void>;
  /** When its file is deleted, in milliseconds. */
  expiresAt(operation: Operation): number;
  readClip(operation: Operation): Promise<Uint8Array | null>;
  /** Takes up what an earlier run left. */
  load(): Promise<void>;
  /** Waits for what is being written; clips that come later are dropped. */
  close(): Promise<void>;
}

interface OperationsOptions {
  clips: ClipSource;
  state: StateStore;
  delayMs: number;
  now: () => number;
  log: (line: string) => void;
}

export function createOperations({ clips, state, delayMs, now, log }: OperationsOptions): Operations {
  const operations = new Map<string, Operation>();
  const writes = new Set<Promise<void>>();
  // One operation's file is never written by two at a time: the older state could land last.
  const queues = new Map<string, Promise<void>>();
  let closed = false;

  function tracked(work: Promise<void>): Promise<void> {
    writes.add(work);
    const done = () => void writes.delete(work);
    work.then(done, done);
    return work;
  }

  function save(operation: Operation): Promise<void> {
    const before = queues.get(operation.id) ?? Promise.resolve();
    const write = () => state.save(toSaved(operation));
    const mine = before.then(write, write);
    queues.set(operation.id, mine);
    return tracked(mine);
  }

  async function makeClip(operation: Operation, image: Uint8Array | null): Promise<void> {
    const { id, request, imageMimeType } = operation;
    const firstFrame =
      image === null || imageMimeType === null ? null : { mimeType: imageMimeType, data: image };
    try {
      const bytes = await clips.clip({ ...request, operationId: id, image: firstFrame });
      if (closed) return;
      await tracked(state.saveClip(id, bytes));
      operation.clipAtMs ??= now();
    } catch (error) {
      if (closed) return;
      const reason = error instanceof Error ? error.message : String(error);
      log(`operation ${id}: the clip could not be made: ${reason}`);
      operation.outcome = {
        kind: 'failed',
        code: 13,
        message: `The video could not be generated: ${reason}`,
      };
    }
    await save(operation);
    await tracked(state.removeImage(id));
  }

  function makeInBackground(operation: Operation, image: Uint8Array | null): void {
    makeClip(operation, image).catch((error: unknown) => {
      log(
        `operation ${operation.id} could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }

  const expiresAt = (operation: Operation) =>
    Math.max(operation.readyAtMs, operation.clipAtMs ?? operation.readyAtMs) + fileLifeMs;

  const isDueAfter = (operation: Operation, moreMs: number) =>
    now() >= operation.readyAtMs + moreMs && (operation.clipAtMs !== null || operation.outcome !== null);

  async function sweep(): Promise<void> {
    const time = now();
    for (const operation of operations.values()) {
      if (time > operation.createdAtMs + operationLifeMs) {
        operations.delete(operation.id);
        queues.delete(operation.id);
        await state.remove(operation.id);
      } else if (operation.clipAtMs !== null && time >= expiresAt(operation)) {
        await state.removeClip(operation.id);
      }
    }
  }

  return {
    async start(model, { image, ...request }) {
      await sweep();
      const id = newId();
      const createdAtMs = now();
      const operation: Operation = {
        ...{ id, fileId: newId(), model, name: nameOf(model, id), request },
        ...{ createdAtMs, readyAtMs: createdAtMs + delayMs },
        imageMimeType: image?.mimeType ?? null,
        faults: faultsInPrompt(request.prompt),
        clipAtMs: null,
        outcome: null,
      };
      if (image !== null) await tracked(state.saveImage(id, image.data));
      await save(operation);
      operations.set(id, operation);
      makeInBackground(operation, image?.data ?? null);
      return operation;
    },

    find(model, id) {
      const operation = operations.get(id);
      return operation?.model === model ? operation : undefined;
    },

    findByFile(fileId) {
      const operation = [...operations.values()].find((each) => each.fileId === fileId);
      if (operation?.outcome?.kind !== 'clip') return undefined;
      return now() < expiresAt(operation) ? operation : undefined;
    },

    isDue: (operation) => isDueAfter(operation, 0),
    isDueAfter,

    async settle(operation, outcome) {
      operation.outcome = outcome;
      await save(operation);
    },

    expiresAt,
    readClip: (operation) => state.readClip(operation.id),

    async load() {
      for (const saved of await state.load()) {
        const faults = faultsInPrompt(saved.request.prompt);
        const operation: Operation = { ...saved, name: nameOf(saved.model, saved.id), faults };
        operations.set(operation.id, operation);
      }
      await sweep();
      for (const operation of operations.values()) {
        const wanted = operation.outcome === null || operation.outcome.kind === 'clip';
        if (!wanted || now() >= expiresAt(operation)) continue;
        if ((await state.readClip(operation.id)) !== null && operation.clipAtMs !== null) continue;
        makeInBackground(operation, await state.readImage(operation.id));
      }
    },

    async close() {
      closed = true;
      await Promise.allSettled(writes);
    },
  };
}

const nameOf = (model: string, id: string) => `models/${model}/operations/${id}`;

function toSaved(operation: Operation): SavedOperation {
  const { id, fileId, model, createdAtMs, readyAtMs, request, imageMimeType, clipAtMs, outcome } = operation;
  return { version: 1, id, fileId, model, createdAtMs, readyAtMs, request, imageMimeType, clipAtMs, outcome };
}

/** Lower-case letters and digits only: the SDK's downloader cuts a file id off at anything else. */
function newId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

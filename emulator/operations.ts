/** The generations: started, made, kept for their time. No wire in here. */
import { randomInt } from 'node:crypto';
import type { ClipSource } from './clips.ts';
import { asClipRequest, imagesOf, toSaved, withoutBytes } from './operation-record.ts';
import type { Operation, Order } from './operation-record.ts';
import { faultsInPrompt } from './faults.ts';
import type { Outcome, StateStore } from './state.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long the service keeps a finished file (Google's documentation of Veo). */
const fileLifeMs = 2 * dayMs;

/** How long an operation can still be asked for. The service does not say; long enough for any client. */
const operationLifeMs = 30 * dayMs;

/** How long an interaction is stored, with what it made (Google's documentation, paid keys). */
const interactionLifeMs = 55 * dayMs;

export interface Operations {
  /** Writes it down, then asks for its clip. */
  start(order: Order): Promise<Operation>;
  find(name: string): Operation | undefined;
  byId(id: string): Operation | undefined;
  /** Finished ones whose file is not older than {@link fileLifeMs}. */
  findByFile(fileId: string): Operation | undefined;
  /** The same by an address in a bucket: `gs://…`. */
  findByStorage(uri: string): Operation | undefined;
  /** True when the delay is over and the clip is there or has failed. */
  isDue(operation: Operation): boolean;
  /** The same with this much added to the delay. */
  isDueAfter(operation: Operation, moreMs: number): boolean;
  settle(operation: Operation, outcome: Outcome): Promise<void>;
  /** It was used for an extension: its file is kept for two more days. */
  used(operation: Operation): Promise<void>;
  /** When its file is deleted, in milliseconds. */
  expiresAt(operation: Operation): number;
  readClip(operation: Operation): Promise<Uint8Array | null>;
  remove(operation: Operation): Promise<void>;
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

  async function makeClip(operation: Operation, images: readonly Uint8Array[]): Promise<void> {
    const { id, request } = operation;
    const sourceId = request.source?.operationId ?? null;
    const source = sourceId === null ? null : await state.readClip(sourceId);
    try {
      const bytes = await clips.clip(asClipRequest(operation, images, source));
      if (closed) return;
      await tracked(state.saveClip(id, bytes));
      operation.clipAtMs ??= now();
    } catch (error) {
      if (closed) return;
      const reason = error instanceof Error ? error.message : String(error);
      log(`operation ${id}: the clip could not be made: ${reason}`);
      operation.outcome ??= {
        kind: 'failed',
        code: 13,
        message: `The video could not be generated: ${reason}`,
      };
    }
    await save(operation);
    await tracked(state.removeImages(id, operation.images.length));
  }

  function makeInBackground(operation: Operation, images: readonly Uint8Array[]): void {
    makeClip(operation, images).catch((error: unknown) => {
      log(
        `operation ${operation.id} could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }

  const readyAt = ({ readyAtMs, clipAtMs }: Operation) => Math.max(readyAtMs, clipAtMs ?? readyAtMs);

  const expiresAt = (operation: Operation) =>
    Math.max(readyAt(operation), operation.usedAtMs ?? 0) + fileLifeMs;

  /** An interaction keeps what it made for as long as it is stored: it can be edited, or asked for its bytes. */
  const clipGoesAt = (operation: Operation) =>
    operation.wire === 'interactions' ? operation.createdAtMs + interactionLifeMs : expiresAt(operation);

  const isDueAfter = (operation: Operation, moreMs: number) =>
    now() >= operation.readyAtMs + moreMs && (operation.clipAtMs !== null || operation.outcome !== null);

  async function remove(operation: Operation): Promise<void> {
    operations.delete(operation.id);
    queues.delete(operation.id);
    await state.remove(operation.id);
  }

  async function sweep(): Promise<void> {
    const time = now();
    for (const operation of operations.values()) {
      const lifeMs = operation.wire === 'interactions' ? interactionLifeMs : operationLifeMs;
      if (time > operation.createdAtMs + lifeMs) await remove(operation);
      else if (operation.clipAtMs !== null && time >= clipGoesAt(operation)) {
        await state.removeClip(operation.id);
      }
    }
  }

  function ifKept(operation: Operation | undefined): Operation | undefined {
    if (operation?.outcome?.kind !== 'clip') return undefined;
    return now() < expiresAt(operation) ? operation : undefined;
  }

  const readImages = async ({ id, images }: Operation): Promise<Uint8Array[]> => {
    const all = await Promise.all(images.map((_, index) => state.readImage(id, index)));
    return all.map((data) => data ?? new Uint8Array());
  };

  return {
    async start(order) {
      await sweep();
      const id = newId();
      const createdAtMs = now();
      const images = imagesOf(order.request);
      const { wire, model, request, delivery, samples, previousId } = order;
      const operation: Operation = {
        ...{ id, fileId: newId(), wire, model, name: order.name(id), request: withoutBytes(request) },
        ...{ createdAtMs, readyAtMs: createdAtMs + delayMs, delivery, samples, previousId },
        images: images.map(({ role, frame }) => ({ role, mimeType: frame.mimeType })),
        extensions: order.extensions,
        faults: faultsInPrompt(request.prompt),
        clipAtMs: null,
        usedAtMs: null,
        outcome: null,
      };
      for (const [index, { frame }] of images.entries()) {
        await tracked(state.saveImage(id, index, frame.data));
      }
      await save(operation);
      operations.set(id, operation);
      makeInBackground(
        operation,
        images.map(({ frame }) => frame.data),
      );
      return operation;
    },

    find: (name) => [...operations.values()].find((each) => each.name === name),
    byId: (id) => operations.get(id),
    findByFile: (fileId) => ifKept([...operations.values()].find((each) => each.fileId === fileId)),

    findByStorage(uri) {
      const found = [...operations.values()].find(
        ({ id, delivery }) => delivery.kind === 'storage' && uri.startsWith(`${delivery.folder}/${id}/`),
      );
      // A bucket is its owner's: what lies in it stays.
      return found?.outcome?.kind === 'clip' ? found : undefined;
    },

    isDue: (operation) => isDueAfter(operation, 0),
    isDueAfter,

    async settle(operation, outcome) {
      operation.outcome = outcome;
      await save(operation);
    },

    async used(operation) {
      operation.usedAtMs = now();
      await save(operation);
    },

    expiresAt,
    readClip: (operation) => state.readClip(operation.id),
    remove,

    async load() {
      for (const saved of await state.load()) {
        const { id, model, imageMimeType, images, ...rest } = saved;
        const operation: Operation = {
          ...{ ...rest, id, model },
          name: saved.name || `models/${model}/operations/${id}`,
          images:
            images.length === 0 && imageMimeType !== null
              ? [{ role: 'first', mimeType: imageMimeType }]
              : images,
          faults: faultsInPrompt(saved.request.prompt),
        };
        operations.set(operation.id, operation);
      }
      await sweep();
      for (const operation of operations.values()) {
        const wanted = operation.outcome === null || operation.outcome.kind === 'clip';
        if (!wanted || now() >= clipGoesAt(operation)) continue;
        if ((await state.readClip(operation.id)) !== null && operation.clipAtMs !== null) continue;
        makeInBackground(operation, await readImages(operation));
      }
    },

    async close() {
      closed = true;
      await Promise.allSettled(writes);
    },
  };
}

/** Lower-case letters and digits only: the SDK's downloader cuts a file id off at anything else. */
function newId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

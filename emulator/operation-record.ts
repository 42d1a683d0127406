/** One generation as it is held and written down, without its bytes. */
import type { ClipRequest, Frame, SourceTask } from './clips.ts';
import type { ActiveFault } from './faults.ts';
import type { Delivery, Outcome, SavedOperation, Wire } from './state.ts';

/** What a wire's request asks for, once it is read. */
export interface GenerationRequest extends Omit<ClipRequest, 'operationId' | 'source'> {
  /** The operation whose clip it goes on from; its id is null for a clip that came with the request. */
  source: { operationId: string | null; task: SourceTask } | null;
}

/** A generation to be started. */
export interface Order {
  wire: Wire;
  model: string;
  request: GenerationRequest;
  delivery: Delivery;
  /** How many videos the answer has; all of them are the same clip. */
  samples: number;
  /** The interaction that it follows. */
  previousId: string | null;
  /** How often its clip has been extended, this time included. */
  extensions: number;
  /** What the wire calls an operation of this id. */
  name: (id: string) => string;
}

type ImageRole = 'first' | 'last' | 'reference';

export interface Operation {
  readonly id: string;
  readonly fileId: string;
  readonly wire: Wire;
  readonly model: string;
  /** `models/{model}/operations/{id}`, `v1_{id}`, … */
  readonly name: string;
  readonly createdAtMs: number;
  readonly readyAtMs: number;
  readonly request: Omit<GenerationRequest, 'image' | 'lastFrame' | 'references'>;
  readonly images: readonly { role: ImageRole; mimeType: string }[];
  readonly delivery: Delivery;
  readonly samples: number;
  readonly previousId: string | null;
  readonly extensions: number;
  /** The faults that its prompt asks for. */
  readonly faults: readonly ActiveFault[];
  /** When the clip came from its source; null until then. */
  clipAtMs: number | null;
  /** When it was last used for an extension. */
  usedAtMs: number | null;
  /** How it ended; null until that was told to a client, so that nothing changes afterwards. */
  outcome: Outcome | null;
}

/** All images of a request, in the order in which they are kept. */
export function imagesOf({
  image,
  lastFrame,
  references,
}: GenerationRequest): { role: ImageRole; frame: Frame }[] {
  return [
    ...(image === null ? [] : [{ role: 'first' as const, frame: image }]),
    ...(lastFrame === null ? [] : [{ role: 'last' as const, frame: lastFrame }]),
    ...references.map((frame) => ({ role: 'reference' as const, frame })),
  ];
}

export function withoutBytes(request: GenerationRequest): Operation['request'] {
  const { prompt, negativePrompt, aspectRatio, resolution, width, height } = request;
  const { durationSeconds, sound, source } = request;
  return {
    ...{ prompt, negativePrompt, aspectRatio, resolution, width, height },
    ...{ durationSeconds, sound, source },
  };
}

/** What the clip source is asked for. */
export function asClipRequest(
  { id, request, images }: Operation,
  bytes: readonly Uint8Array[],
  source: Uint8Array | null,
): ClipRequest {
  const frames = images.map(({ role, mimeType }, index) => ({
    role,
    frame: { mimeType, data: bytes[index] ?? new Uint8Array() },
  }));
  const only = (role: ImageRole) => frames.find((each) => each.role === role)?.frame ?? null;
  return {
    ...request,
    operationId: id,
    image: only('first'),
    lastFrame: only('last'),
    references: frames.filter(({ role }) => role === 'reference').map(({ frame }) => frame),
    source: request.source === null || source === null ? null : { task: request.source.task, data: source },
  };
}

export function toSaved(operation: Operation): SavedOperation {
  const { id, fileId, wire, name, model, createdAtMs, readyAtMs, request, images } = operation;
  const { delivery, samples, previousId, extensions, clipAtMs, usedAtMs, outcome } = operation;
  return {
    ...{ version: 1, id, fileId, wire, name, model, createdAtMs, readyAtMs, request },
    ...{ images: [...images], imageMimeType: null, delivery, samples, previousId, extensions },
    ...{ clipAtMs, usedAtMs, outcome },
  };
}

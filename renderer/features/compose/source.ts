/** A clip that is extended or edited, as the composer holds it. */
import { durations } from '../../../preload/contract/domain.ts';
import type { Duration, Operation } from '../../../preload/contract/domain.ts';
import type { ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import type { DraftSource } from './ways.ts';

/** Whole seconds, as close as the field's words have them. */
function durationOf({ clip, request }: Operation): Duration {
  const seconds = clip?.durationSeconds;
  if (seconds === undefined || seconds === null) return request.duration;
  const whole = Math.round(seconds);
  return durations.find((value) => Number(value) >= whole) ?? request.duration;
}

/** Null where the service does not take this clip for that. */
export function sourceOf(operation: Operation, task: DraftSource['task']): DraftSource | null {
  const until = task === 'extend' ? operation.extendableUntil : operation.editableUntil;
  if (until === null) return null;
  const { request, clip, id } = operation;
  const { aspectRatio, resolution, prompt } = request;
  return {
    task,
    operationId: id,
    prompt,
    posterUrl: clip?.posterUrl ?? null,
    shape: { aspectRatio, resolution, duration: durationOf(operation) },
    until,
  };
}

/** The model to go on with: the clip's own, or the best one of its service that can; null where none can. */
export function modelFor(
  models: ModelList | null,
  operation: Operation,
  task: DraftSource['task'],
): ModelOffer | null {
  const offers = models?.offers ?? [];
  const service = offers.find(({ id }) => id === operation.request.model)?.service;
  const able = offers.filter(
    (offer) => offer.problem === null && offer.service === service && offer.modes.includes(task),
  );
  return able.find(({ id }) => id === operation.request.model) ?? able[0] ?? null;
}

/** A clip that is extended or edited, as the composer holds it, judged by the rules that main holds too. */
import { durations, isVideo } from '../../../preload/contract/domain.ts';
import type { AspectRatio, Duration, Operation, ServiceId } from '../../../preload/contract/domain.ts';
import type { ModelInfo, ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import { areKin, sourceOf, sourceProblem } from '../../../preload/contract/source-rules.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import type { DraftSource } from './ways.ts';

/** Whole seconds, as close as the field's words have them. */
function durationOf({ clip, request }: Operation): Duration {
  const asked = isVideo(request) ? request.duration : durations[0];
  const seconds = clip?.durationSeconds;
  if (seconds === undefined || seconds === null) return asked;
  const whole = Math.round(seconds);
  return durations.find((value) => Number(value) >= whole) ?? asked;
}

/** A clip for the composer, whether the service takes it or not. */
export function draftSourceOf(operation: Operation, task: SourceTask, models: ModelList | null): DraftSource {
  const { request, clip, id } = operation;
  const madeBy = models?.offers.find((offer) => offer.id === request.model) ?? null;
  const { until, ...facts } = sourceOf(operation, task, madeBy);
  return {
    ...{ task, operationId: id, prompt: request.prompt, posterUrl: clip?.posterUrl ?? null },
    ...{ duration: durationOf(operation), facts, until },
  };
}

/** What is asked of a source. */
export interface SourceAsked {
  model: ModelInfo;
  /** Where requests go; null while that is not known. */
  service: ServiceId | null;
  /** Of the request; its source's own where it is left out. */
  aspectRatio?: AspectRatio;
  /** Milliseconds since 1970. */
  now: number;
}

/** Why the service would not take it, in the words that main has for it; null when it would. */
export function draftSourceProblem(source: DraftSource, asked: SourceAsked): string | null {
  const { task, facts, until } = source;
  const { model, now, service, aspectRatio = facts.aspectRatio } = asked;
  const wish = { task, model, now, aspectRatio, service: service ?? facts.service };
  return sourceProblem({ ...facts, until }, wish);
}

/** The model to go on with: the clip's own, or the best one of its kind that can; null where none can. */
export function modelFor(models: ModelList | null, { task, facts }: DraftSource): ModelOffer | null {
  const { madeBy } = facts;
  if (models === null || madeBy === null) return null;
  const able = models.offers.filter(
    (offer) => offer.problem === null && offer.modes.includes(task) && areKin(offer, madeBy),
  );
  return able.find(({ id }) => id === madeBy.id) ?? able[0] ?? null;
}

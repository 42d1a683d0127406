/**
 * What a clip must be so that the service makes another one of it, with the sentence for each rule that it breaks. The
 * form and main share it, as they share rules.ts.
 */
import { isVideo, limits } from './domain.ts';
import type { AspectRatio, Operation, Phase, Resolution, ServiceId } from './domain.ts';
import type { ModelInfo } from './models.ts';
import { either, ruleWords } from './rule-words.ts';
import { statusOf } from './rules.ts';

/** What is to become of a clip: made longer, or changed by a prompt. */
export type SourceTask = 'extend' | 'edit';

const dayMs = 24 * 60 * 60_000;

/**
 * How long the services take a clip for each task, in milliseconds. Veo deletes clips after two days; being extended
 * begins them anew. Omni Flash keeps an interaction for 55 days (Google's documentation of both).
 */
export const takenMs: Record<SourceTask, number> = { extend: 2 * dayMs, edit: 55 * dayMs };

/** What of a clip decides. */
export interface Source {
  phase: Phase;
  service: ServiceId;
  /** The model that made it; null when the app does not know it any more. */
  madeBy: ModelInfo | null;
  aspectRatio: AspectRatio;
  resolution: Resolution;
  /** Its length as it was measured; null before that. */
  seconds: number | null;
  /** Seconds that were asked for; of an extension, those of its last part. */
  duration: number;
  /** How many extensions are in it. */
  extensions: number;
  /** It belongs to another key or project than the one that would be used. */
  isOthers: boolean;
  /** Bytes that go along with the request, when it is extended; null where the service has an address for it. */
  inlineBytes: number | null;
  /** Until when the service takes it for the task, milliseconds since 1970; null when it does not have it. */
  until: number | null;
}

/** What is asked of it. */
export interface SourceWish {
  task: SourceTask;
  /** Where the request goes. */
  service: ServiceId;
  model: ModelInfo;
  aspectRatio: AspectRatio;
  /** Milliseconds since 1970. */
  now: number;
}

/** An image is no source: no model of clips has made it, which is said before its shape is looked at. */
export function shapeOf(request: ShapedRequest): Pick<Source, 'aspectRatio' | 'resolution'> {
  return isVideo(request)
    ? { aspectRatio: request.aspectRatio, resolution: request.resolution }
    : { aspectRatio: '16:9', resolution: '720p' };
}

type ShapedRequest = Pick<Operation['request'], 'medium' | 'aspectRatio' | 'resolution' | 'duration'>;

/** A clip as main sends it. `madeBy` is the entry of the model list with the id `request.model`. */
export function sourceOf(operation: Operation, task: SourceTask, madeBy: ModelInfo | null): Source {
  const { phase, service, request, clip, extensions, isOthers, inlineBytes } = operation;
  return {
    ...{ phase, service, madeBy, extensions, isOthers, inlineBytes },
    ...shapeOf(request),
    seconds: clip?.durationSeconds ?? null,
    duration: Number(request.duration),
    until: task === 'extend' ? operation.extendableUntil : operation.editableUntil,
  };
}

const isOmni = ({ id }: ModelInfo) => id.startsWith('gemini-omni-');

/** True where one of the models takes what the other made. */
export function areKin(one: ModelInfo, other: ModelInfo): boolean {
  return one.service === other.service && isOmni(one) === isOmni(other);
}

const done: Record<SourceTask, string> = { extend: 'extended', edit: 'changed' };

/** Whole seconds; where nobody measured them, the most that they can be. */
export function sourceSeconds({ seconds, duration, extensions, madeBy }: Source): number {
  return Math.floor(seconds ?? duration + extensions * (madeBy?.extension?.addsSeconds ?? 0));
}

function phaseProblem({ phase }: Source, task: SourceTask): string | null {
  if (phase === 'completed') return null;
  return statusOf(phase) === 'error'
    ? `This request ended without a clip, so there is nothing to be ${done[task]}. Choose another clip.`
    : `This clip is not finished yet and cannot be ${done[task]}. Wait until it is in the gallery.`;
}

function makerProblem({ service, madeBy }: Source, { task, model, ...wish }: SourceWish): string | null {
  if (service !== wish.service) {
    return service === 'demo'
      ? `A demo clip cannot be ${done[task]} by Google. Choose a clip that was made with a key.`
      : `This clip was made with a key and cannot be ${done[task]} by the demo. Add a key in Settings.`;
  }
  if (madeBy !== null && areKin(madeBy, model)) return null;
  return `${model.label} takes clips of its own kind only${madeBy === null ? '' : `, and this one is of ${madeBy.label}`}. Choose the model that made it, or another clip.`;
}

function modeProblem({ task, model: { modes, extension, label } }: SourceWish): string | null {
  if (modes.includes(task) && (task === 'edit' || extension !== null)) return null;
  return `${ruleWords({ field: 'mode', value: task }, label)} Choose another model.`;
}

function lengthProblem(source: Source, { model: { extension } }: SourceWish): string | null {
  if (extension === null) return null;
  if (source.extensions >= extension.mostTimes) {
    return `A clip can be extended ${extension.mostTimes} times, and this one has been. Choose another clip.`;
  }
  if (sourceSeconds(source) > extension.longestSeconds) {
    return `A clip of more than ${extension.longestSeconds} seconds cannot be extended. Choose a shorter one.`;
  }
  if (source.inlineBytes !== null && source.inlineBytes > limits.inlineClipBytes) {
    return `A clip of more than ${limits.inlineClipBytes / 1024 / 1024} MB does not fit into a request to this service. Choose a shorter one, or give a bucket in Settings for those that are still to be made.`;
  }
  return null;
}

function shapeProblem(source: Source, { model, aspectRatio }: SourceWish): string | null {
  const resolutions: readonly string[] = model.extension?.resolutions ?? [];
  if (!resolutions.includes(source.resolution)) {
    return `Only clips of ${either(resolutions)} can be extended, and this one is of ${source.resolution}. Choose another clip.`;
  }
  return aspectRatio === source.aspectRatio
    ? null
    : `An extension has the aspect ratio of its clip. Choose ${source.aspectRatio}.`;
}

function keepingProblem({ until }: Source, { task, now }: SourceWish): string | null {
  if (until !== null && now < until) return null;
  const days = takenMs[task] / dayMs;
  return `The service does not have this clip any more: it can be ${done[task]} for ${days} days. Choose a newer clip.`;
}

/** Why the service would not take this clip, as one sentence and what to do; null when it would. */
export function sourceProblem(source: Source, wish: SourceWish): string | null {
  const others = `This clip belongs to another key or project, and the service does not take it with this one. Put that one back in Settings, or choose another clip.`;
  return (
    phaseProblem(source, wish.task) ??
    makerProblem(source, wish) ??
    (source.isOthers ? others : null) ??
    modeProblem(wish) ??
    (wish.task === 'extend' ? (lengthProblem(source, wish) ?? shapeProblem(source, wish)) : null) ??
    keepingProblem(source, wish)
  );
}

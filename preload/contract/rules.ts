/**
 * What goes with what: pure functions over a model's facts. The form and main share them, so that what the form allows
 * is what main takes. preload/contract/rule-words.ts has the sentences.
 */
import type { AspectRatio, Duration, Phase, Resolution, Status } from './domain.ts';
import type { Limit, ModelInfo } from './models.ts';
import type { Mode, PersonGeneration } from './modes.ts';

/** What narrows a choice: the resolution or the mode that was chosen; null: the model itself. */
export type Because = { resolution: Resolution } | { mode: Mode } | null;

/** What can be chosen, and why not more. */
export interface Range<Value> {
  /** In order, never empty. */
  values: readonly Value[];
  because: Because;
}

/** The three choices that every clip has. */
export interface Shape {
  aspectRatio: AspectRatio;
  resolution: Resolution;
  duration: Duration;
}

/** A request, as far as rules speak of it. */
export interface Wish extends Shape {
  mode: Mode;
  hasNegativePrompt: boolean;
  references: number;
  /** Null: nothing is said of people. */
  personGeneration: PersonGeneration | null;
  seed: number | null;
  /** False for a silent clip. */
  audio: boolean;
}

export type Refusal =
  | { field: 'mode'; value: Mode }
  | { field: 'aspectRatio'; value: AspectRatio; range: Range<AspectRatio> }
  | { field: 'resolution'; value: Resolution; range: Range<Resolution> }
  | { field: 'duration'; value: Duration; range: Range<Duration> }
  | { field: 'references'; value: number; most: number }
  | { field: 'personGeneration'; value: PersonGeneration; mode: Mode; allowed: readonly PersonGeneration[] }
  | { field: 'negativePrompt' | 'seed' | 'audio' };

export type RuleField = Refusal['field'];

function holds({ when }: Limit, mode: Mode, resolution: Resolution | null): boolean {
  if (when.modes && !when.modes.includes(mode)) return false;
  return !when.resolutions || (resolution !== null && when.resolutions.includes(resolution));
}

/** What each limit leaves of `values`, and the last one that took something away. */
function narrowed<Value>(
  values: readonly Value[],
  limits: readonly (readonly [Limit, readonly Value[] | undefined])[],
  cause: (limit: Limit) => Because,
): Range<Value> {
  return limits.reduce<Range<Value>>(
    (range, [limit, allowed]) => {
      const left = range.values.filter((value) => allowed?.includes(value) ?? true);
      return left.length === range.values.length ? range : { values: left, because: cause(limit) };
    },
    { values, because: null },
  );
}

/** The resolutions in which a model makes clips of this mode. */
export function resolutionsFor(model: ModelInfo, mode: Mode): Range<Resolution> {
  const limits = model.limits.filter((limit) => holds(limit, mode, null));
  return narrowed(
    model.resolutions,
    limits.map((limit) => [limit, limit.resolutions] as const),
    () => ({ mode }),
  );
}

/** The durations that a resolution can be had in. */
export function durationsFor(model: ModelInfo, mode: Mode, resolution: Resolution): Range<Duration> {
  const limits = model.limits.filter((limit) => holds(limit, mode, resolution));
  return narrowed(
    model.durations,
    limits.map((limit) => [limit, limit.durations] as const),
    ({ when }) => (when.modes ? { mode } : { resolution }),
  );
}

/** What can be said of people; empty where the model takes nothing about them. */
export function peopleFor(model: ModelInfo, mode: Mode): readonly PersonGeneration[] {
  return model.people[mode] ?? [];
}

/** The longest of `values` that is no longer than `wanted`, else the shortest; in `order`, which has both. */
function atMost<Value>(values: readonly Value[], wanted: Value, order: (value: Value) => number): Value {
  if (values.includes(wanted)) return wanted;
  const below = values.filter((value) => order(value) < order(wanted));
  return below.at(-1) ?? (values[0] as Value);
}

/** The shortest of `values` that is no shorter than `wanted`, else the longest. */
function atLeast(values: readonly Duration[], wanted: Duration): Duration {
  return values.find((value) => Number(value) >= Number(wanted)) ?? (values.at(-1) as Duration);
}

const pixels: Record<Resolution, number> = { '360p': 360, '720p': 720, '1080p': 1080, '4k': 2160 };

/** What of `wanted` a model can do in this mode, and the nearest to the rest. */
export function settle(model: ModelInfo, mode: Mode, wanted: Shape): Shape {
  const resolution = atMost(resolutionsFor(model, mode).values, wanted.resolution, (value) => pixels[value]);
  return {
    aspectRatio: atMost(model.aspectRatios, wanted.aspectRatio, () => 0),
    resolution,
    duration: atLeast(durationsFor(model, mode, resolution).values, wanted.duration),
  };
}

/** Everything in a request that the model does not do; empty when it does all of it. */
export function check(model: ModelInfo, wish: Wish): Refusal[] {
  const { mode, aspectRatio, resolution, duration, references, personGeneration } = wish;
  if (!model.modes.includes(mode)) return [{ field: 'mode', value: mode }];
  const found: Refusal[] = [];
  if (!model.aspectRatios.includes(aspectRatio)) {
    const range = { values: model.aspectRatios, because: null };
    found.push({ field: 'aspectRatio', value: aspectRatio, range });
  }
  const resolutions = resolutionsFor(model, mode);
  if (!resolutions.values.includes(resolution)) {
    found.push({ field: 'resolution', value: resolution, range: resolutions });
  }
  const durations = durationsFor(model, mode, resolution);
  if (!durations.values.includes(duration)) {
    found.push({ field: 'duration', value: duration, range: durations });
  }
  if (references > model.mostReferences) {
    found.push({ field: 'references', value: references, most: model.mostReferences });
  }
  if (wish.hasNegativePrompt && !model.takesNegativePrompt) found.push({ field: 'negativePrompt' });
  const allowed = peopleFor(model, mode);
  if (personGeneration !== null && !allowed.includes(personGeneration)) {
    found.push({ field: 'personGeneration', value: personGeneration, mode, allowed });
  }
  if (wish.seed !== null && !model.takesSeed) found.push({ field: 'seed' });
  if (!wish.audio && !model.canBeSilent) found.push({ field: 'audio' });
  return found;
}

/** USD for one clip; null when the model's price for this resolution is not known. */
export function estimateUsd(
  model: Pick<ModelInfo, 'usdPerSecond'>,
  resolution: Resolution,
  duration: Duration,
): number | null {
  const perSecond = model.usdPerSecond[resolution];
  // Whole cents of a cent: keeps 8 × 0.1 from being 0.8000000000000002.
  return perSecond === undefined ? null : Math.round(perSecond * Number(duration) * 10_000) / 10_000;
}

/** The original's status for a phase. */
export function statusOf(phase: Phase): Status {
  switch (phase) {
    case 'queued':
    case 'submitting':
      return 'pending';
    case 'processing':
    case 'downloading':
      return 'processing';
    case 'completed':
      return 'completed';
    case 'blocked':
    case 'unknown':
    case 'expired':
    case 'error':
      return 'error';
  }
}

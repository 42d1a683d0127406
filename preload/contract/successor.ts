/**
 * Another model for a request whose own model is gone: the nearest one, with the request translated and what is lost
 * of it. Pure; the window shows it before anything is sent, and main works it out again by itself.
 */
import type { Duration, OperationRequest, Resolution, VideoChoices } from './domain.ts';
import type { ModelInfo } from './models.ts';
import type { PersonGeneration } from './modes.ts';
import { check, estimateUsd, peopleFor, settle } from './rules.ts';
import type { Wish } from './rules.ts';
import { areKin } from './source-rules.ts';

/** Something of a request that another model does not make as it was asked for. */
export type Loss =
  | { field: 'resolution'; from: Resolution; to: Resolution }
  | { field: 'duration'; from: Duration; to: Duration }
  /** `to`: what is said of people instead; null: nothing. */
  | { field: 'personGeneration'; from: PersonGeneration; to: PersonGeneration | null }
  | { field: 'negativePrompt' | 'seed' | 'audio' };

export interface Translation {
  wish: Wish;
  /** Empty when it is made just as it was asked for. */
  lost: Loss[];
}

export interface Successor extends Translation {
  model: ModelInfo;
  /** For one clip. */
  usd: number;
}

/** What is said of people instead; null: nothing. Undefined where the user wanted nobody and the model cannot do that. */
function translatePeople(
  model: ModelInfo,
  { mode, personGeneration: wanted }: Wish,
): PersonGeneration | null | undefined {
  const allowed = peopleFor(model, mode);
  if (wanted === null || allowed.includes(wanted)) return wanted;
  if (wanted === 'dont_allow') return undefined;
  return allowed.includes('allow_adult') ? 'allow_adult' : null;
}

/**
 * A request as `model` makes it. Null where what it is about would be lost: the way it begins, its images, its aspect
 * ratio, or nobody in it where the user asked for that.
 */
export function translate(model: ModelInfo, wish: Wish): Translation | null {
  const { mode, references, aspectRatio } = wish;
  if (!model.modes.includes(mode) || references > model.mostReferences) return null;
  if (!model.aspectRatios.includes(aspectRatio)) return null;
  const personGeneration = translatePeople(model, wish);
  if (personGeneration === undefined) return null;
  const shape = settle(model, mode, wish);
  // A clip that is changed keeps its length.
  if (mode === 'edit' && shape.duration !== wish.duration) return null;
  const next: Wish = {
    ...wish,
    ...shape,
    hasNegativePrompt: wish.hasNegativePrompt && model.takesNegativePrompt,
    personGeneration,
    seed: model.takesSeed ? wish.seed : null,
    audio: wish.audio || !model.canBeSilent,
  };
  if (check(model, next).length > 0) return null;
  return { wish: next, lost: lossesOf(wish, next) };
}

/** A request that was made, as the window has it or as it is kept. */
export type MadeRequest = Pick<
  OperationRequest,
  'mode' | 'negativePrompt' | 'personGeneration' | 'seed' | 'audio'
> &
  VideoChoices & { references: readonly unknown[] };

/** What rules say of a request that was made. */
export function wishOfRequest(request: MadeRequest): Wish {
  const { mode, aspectRatio, resolution, duration, personGeneration, seed, audio } = request;
  return {
    ...{ mode, aspectRatio, resolution, duration, personGeneration, seed, audio },
    hasNegativePrompt: Boolean(request.negativePrompt),
    references: request.references.length,
  };
}

function lossesOf(from: Wish, to: Wish): Loss[] {
  const lost: Loss[] = [];
  if (from.resolution !== to.resolution) {
    lost.push({ field: 'resolution', from: from.resolution, to: to.resolution });
  }
  if (from.duration !== to.duration) lost.push({ field: 'duration', from: from.duration, to: to.duration });
  if (from.personGeneration !== null && from.personGeneration !== to.personGeneration) {
    lost.push({ field: 'personGeneration', from: from.personGeneration, to: to.personGeneration });
  }
  if (from.hasNegativePrompt && !to.hasNegativePrompt) lost.push({ field: 'negativePrompt' });
  if (from.seed !== null && to.seed === null) lost.push({ field: 'seed' });
  if (from.audio !== to.audio) lost.push({ field: 'audio' });
  return lost;
}

/** How many times the price of before: 1 for the same and for less, and where that is not known. */
const dearer = (usd: number, before: number | null): number =>
  before === null ? 1 : Math.max(1, usd / before);

/**
 * The nearest model for a request of `gone`: the one that loses least of it, then one of the same service, then the
 * one that is least dearer; among equals the first of `offered`, which has the best ones first. Null when none does.
 */
export function successorOf(gone: ModelInfo, wish: Wish, offered: readonly ModelInfo[]): Successor | null {
  const before = estimateUsd(gone, wish.resolution, wish.duration);
  const ranked = offered.flatMap((model) => {
    if (model.id === gone.id) return [];
    // The service takes a clip back from the model that made it, or from its kin.
    if ((wish.mode === 'extend' || wish.mode === 'edit') && !areKin(model, gone)) return [];
    const translation = translate(model, wish);
    if (translation === null) return [];
    const usd = estimateUsd(model, translation.wish.resolution, translation.wish.duration);
    if (usd === null) return [];
    const rank = [translation.lost.length, model.service === gone.service ? 0 : 1, dearer(usd, before)];
    return [{ rank, successor: { ...translation, model, usd } }];
  });
  ranked.sort(({ rank: one }, { rank: other }) => {
    const at = one.findIndex((value, index) => value !== other[index]);
    return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  });
  return ranked[0]?.successor ?? null;
}

/** Aspect ratio, resolution and duration, and what choosing one, or a model, does to the others. Pure. */
import type { Settings } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import { check, settle } from '../../../preload/contract/rules.ts';
import type { Refusal, Shape } from '../../../preload/contract/rules.ts';

export const firstChoices: Shape = { aspectRatio: '16:9', resolution: '720p', duration: '8' };

/** What a choice changed without being asked to; said to the user. */
export type ChoiceNote =
  /** `refusal` says why what was wanted cannot be had. */
  | { kind: 'forced'; field: keyof Shape; value: string; refusal: Refusal | null }
  | { kind: 'restored'; field: keyof Shape; value: string };

const fields = ['aspectRatio', 'resolution', 'duration'] as const;

/** A wish with nothing in it but its shape. */
function shapeWish(mode: Mode, shape: Shape) {
  return {
    ...shape,
    mode,
    hasNegativePrompt: false,
    references: 0,
    personGeneration: null,
    seed: null,
    audio: true,
  };
}

/**
 * What became of the choices that nobody touched. `wanted` is what the user chose at some time, which comes back as
 * soon as it can be had.
 */
export function notesOf(
  model: ModelInfo,
  mode: Mode,
  change: { before: Shape; after: Shape; wanted: Shape; chosen: keyof Shape | null },
): ChoiceNote[] {
  const { before, after, wanted, chosen } = change;
  return fields.flatMap((field): ChoiceNote[] => {
    if (field === chosen || before[field] === after[field]) return [];
    if (after[field] === wanted[field]) return [{ kind: 'restored', field, value: after[field] }];
    // With the others as they are now: that is what is in its way.
    const asked = shapeWish(mode, { ...after, [field]: wanted[field] });
    const refusal = check(model, asked).find((each) => each.field === field) ?? null;
    return [{ kind: 'forced', field, value: after[field], refusal }];
  });
}

/** The default settings as what is wanted. */
export function defaultChoices(settings: Settings): Shape {
  return {
    aspectRatio: settings.defaultAspectRatio,
    resolution: settings.defaultResolution,
    duration: settings.defaultDuration,
  };
}

/** What a model makes of what is wanted; as wanted while no model is known. */
export function settled(model: ModelInfo | null, mode: Mode, wanted: Shape): Shape {
  return model === null ? wanted : settle(model, mode, wanted);
}

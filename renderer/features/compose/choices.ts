/** Aspect ratio, resolution and duration, and what choosing one does to the others. Pure. */
import type { AspectRatio, Duration, Resolution, Settings } from '../../../preload/contract/domain.ts';
import { forcedDuration } from '../../../preload/contract/rules.ts';

export interface Choices {
  aspectRatio: AspectRatio;
  resolution: Resolution;
  duration: Duration;
  /** The duration that a resolution pushed aside; it comes back with a resolution that has it. */
  heldDuration: Duration | null;
}

/** What a choice changed without being asked to; said to the user. */
export type ChoiceNote =
  { kind: 'forced'; resolution: Resolution; duration: Duration } | { kind: 'restored'; duration: Duration };

export const firstChoices: Choices = {
  aspectRatio: '16:9',
  resolution: '720p',
  duration: '8',
  heldDuration: null,
};

export function chooseResolution(
  choices: Choices,
  resolution: Resolution,
): { choices: Choices; note: ChoiceNote | null } {
  const wanted = choices.heldDuration ?? choices.duration;
  const forced = forcedDuration(resolution, wanted);
  if (forced !== null) {
    return {
      choices: { ...choices, resolution, duration: forced, heldDuration: wanted },
      note: { kind: 'forced', resolution, duration: forced },
    };
  }
  const restored = choices.heldDuration !== null && choices.duration !== wanted;
  return {
    choices: { ...choices, resolution, duration: wanted, heldDuration: null },
    note: restored ? { kind: 'restored', duration: wanted } : null,
  };
}

/** The default settings as choices; a pair that does not go together is put right without a word. */
export function defaultChoices(settings: Settings): Choices {
  const duration = forcedDuration(settings.defaultResolution, settings.defaultDuration);
  return {
    aspectRatio: settings.defaultAspectRatio,
    resolution: settings.defaultResolution,
    duration: duration ?? settings.defaultDuration,
    heldDuration: null,
  };
}

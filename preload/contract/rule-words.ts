/** The sentence for each rule that a request breaks. Main's errors and the window say it from here. */
import type { Duration, Resolution } from './domain.ts';
import type { Mode, PersonGeneration } from './modes.ts';
import type { Because, Refusal } from './rules.ts';

/** `4, 6 or 8` */
export function either(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}

/** `8 seconds`, `4, 6 or 8 seconds`, `3 to 15 seconds` */
export function secondsWords(durations: readonly Duration[]): string {
  const numbers = durations.map(Number);
  const first = numbers[0] ?? 0;
  const isRow = numbers.length > 2 && numbers.every((value, index) => value === first + index);
  return `${isRow ? `${first} to ${numbers.at(-1) ?? first}` : either(durations)} seconds`;
}

const doings: Record<Mode, string> = {
  text: 'make clips of a prompt alone',
  image: 'start from an image',
  frames: 'lead from a first to a last frame',
  references: 'use reference images',
  extend: 'extend clips',
  edit: 'change clips',
};

/** What narrowed a choice, as the beginning of a sentence. */
const modeNeeds: Record<Mode, string> = {
  text: 'A prompt alone needs',
  image: 'A first frame needs',
  frames: 'A first and a last frame need',
  references: 'Reference images need',
  extend: 'Extending a clip needs',
  edit: 'Changing a clip needs',
};

const people: Record<PersonGeneration, string> = {
  allow_all: 'everybody',
  allow_adult: 'adults only',
  dont_allow: 'nobody',
};

function needs(because: NonNullable<Because>): string {
  return 'mode' in because ? modeNeeds[because.mode] : `${because.resolution} needs`;
}

const sized = (resolutions: readonly Resolution[]) => either(resolutions);

/** What a model does not do, as one sentence. `label` is the model's. */
export function ruleWords(refusal: Refusal, label: string): string {
  switch (refusal.field) {
    case 'mode':
      return `${label} cannot ${doings[refusal.value]}.`;
    case 'aspectRatio':
      return `${label} makes ${either(refusal.range.values)} only.`;
    case 'resolution': {
      const { values, because } = refusal.range;
      return because === null
        ? `${label} does not make ${refusal.value}; it makes ${sized(values)}.`
        : `${needs(because)} ${sized(values)}.`;
    }
    case 'duration': {
      const { values, because } = refusal.range;
      return because === null
        ? `${label} makes clips of ${secondsWords(values)}.`
        : `${needs(because)} ${secondsWords(values)}.`;
    }
    case 'references':
      return refusal.most === 0
        ? `${label} takes no reference images.`
        : `${label} takes at most ${refusal.most} reference images.`;
    case 'negativePrompt':
      return `${label} takes no negative prompt. Say in the prompt what you want instead.`;
    case 'personGeneration':
      return refusal.allowed.length === 0
        ? `${label} has no setting for people.`
        : `${label} takes for people here: ${either(refusal.allowed.map((each) => people[each]))}.`;
    case 'seed':
      return `${label} takes no seed.`;
    case 'audio':
      return `${label} always makes sound.`;
  }
}

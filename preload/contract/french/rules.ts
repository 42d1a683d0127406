/** The sentence for each rule that a request breaks, in French: the twin of `rule-words.ts`. */
import type { Duration } from '../domain.ts';
import type { Mode, PersonGeneration } from '../modes.ts';
import type { Because, Refusal } from '../rules.ts';

/** `4, 6 ou 8` */
function eitherFrench(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} ou ${values.at(-1) ?? ''}`;
}

/** `8 secondes`, `4, 6 ou 8 secondes`, `3 à 15 secondes` */
export function frenchSeconds(durations: readonly Duration[]): string {
  const numbers = durations.map(Number);
  const first = numbers[0] ?? 0;
  const isRow = numbers.length > 2 && numbers.every((value, index) => value === first + index);
  return `${isRow ? `${first} à ${numbers.at(-1) ?? first}` : eitherFrench(durations)} secondes`;
}

const doings: Record<Mode, string> = {
  text: 'créer un clip à partir d’un prompt seul',
  image: 'partir d’une image',
  frames: 'mener d’une première à une dernière image',
  references: 'utiliser des images de référence',
  extend: 'prolonger des clips',
  edit: 'modifier des clips',
};

const modeNeeds: Record<Mode, string> = {
  text: 'Un prompt seul demande',
  image: 'Une première image demande',
  frames: 'Une première et une dernière image demandent',
  references: 'Les images de référence demandent',
  extend: 'Prolonger un clip demande',
  edit: 'Modifier un clip demande',
};

const people: Record<PersonGeneration, string> = {
  allow_all: 'tout le monde',
  allow_adult: 'adultes seulement',
  dont_allow: 'personne',
};

function needs(because: NonNullable<Because>): string {
  return 'mode' in because ? modeNeeds[because.mode] : `La ${because.resolution} demande`;
}

/** What a model does not do, as one sentence. `label` is the model's. */
export function frenchRule(refusal: Refusal, label: string): string {
  switch (refusal.field) {
    case 'mode':
      return `${label} ne sait pas ${doings[refusal.value]}.`;
    case 'aspectRatio':
      return `${label} ne fait que du ${eitherFrench(refusal.range.values)}.`;
    case 'resolution': {
      const { values, because } = refusal.range;
      return because === null
        ? `${label} ne fait pas de ${refusal.value} ; il fait ${eitherFrench(values)}.`
        : `${needs(because)} ${eitherFrench(values)}.`;
    }
    case 'duration': {
      const { values, because } = refusal.range;
      return because === null
        ? `${label} fait des clips de ${frenchSeconds(values)}.`
        : `${needs(because)} ${frenchSeconds(values)}.`;
    }
    case 'references':
      return refusal.most === 0
        ? `${label} ne prend pas d’images de référence.`
        : `${label} prend au plus ${refusal.most} images de référence.`;
    case 'negativePrompt':
      return `${label} ne prend pas de prompt négatif. Dites plutôt dans le prompt ce que vous voulez.`;
    case 'personGeneration':
      return refusal.allowed.length === 0
        ? `${label} n’a pas de réglage pour les personnes.`
        : `${label} accepte ici, pour les personnes : ${eitherFrench(refusal.allowed.map((each) => people[each]))}.`;
    case 'seed':
      return `${label} ne prend pas de graine.`;
    case 'audio':
      return `${label} fait toujours du son.`;
  }
}

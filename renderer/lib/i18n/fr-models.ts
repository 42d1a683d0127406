import type { models as enModels } from './en-models.ts';

export const models = {
  choose: 'Choisir un modèle',
  button: (label) => `Modèle : ${label}`,
  none: 'Aucun modèle',
  best: (label) => (label === '' ? 'Le meilleur de votre clé' : `Le meilleur de votre clé (${label})`),
  noAccess: {
    gemini: 'Demande une clé Gemini API.',
    'agent-platform': 'Demande une clé ou un projet Agent Platform.',
  },
  problems: {
    'not-with-key': 'Votre clé ne l’a pas.',
    retired: 'Google l’a retiré.',
  },
  makes: (resolutions, seconds) => `${resolutions} · ${seconds}`,
  perSecond: (price) => `${price}/s`,
  check: 'Vérifier de nouveau',
  checking: 'Demande des modèles de votre clé…',
  checked: (moment) => `Vérifié le ${moment}`,
  neverChecked: 'Pas encore vérifié',
  why: {
    'no-access': 'il n’y a pas de clé pour lui',
    'not-with-key': 'votre clé ne l’a pas',
    retired: 'Google l’a retiré',
  },
  replaced: (from, why, to) => `${from} ne peut pas être utilisé : ${why}. ${to} est choisi à sa place.`,
  nowCosts: (now, before) => `Une seconde coûte maintenant ${now} au lieu de ${before}.`,
  makeWith: (label) => `Le faire avec ${label}`,
  instead: (to, from) => `${to} au lieu de ${from}.`,
  peopleInstead: (people) => `Personnes : ${people.toLowerCase()}.`,
  lost: {
    people: 'Votre choix de personnes est laissé de côté.',
    negativePrompt: 'Le prompt négatif est laissé de côté.',
    seed: 'La graine est laissée de côté.',
    audio: 'Il aura du son.',
  },
  noSuccessor:
    'Aucun autre modèle que vous pouvez utiliser ne fait exactement cela. Modifiez la demande pour en essayer un autre.',
  perSecondUpTo: (from, to) => `${from} à ${to}/s`,
} satisfies typeof enModels;

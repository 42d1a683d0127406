import type { ModelProblem, ModelService } from '../../../preload/contract/models.ts';

const noAccess: Record<ModelService, string> = {
  gemini: 'Needs a Gemini API key.',
  'agent-platform': 'Needs an Agent Platform key or project.',
};

const problems: Record<Exclude<ModelProblem, 'no-access'>, string> = {
  'not-with-key': 'Your key does not have it.',
  retired: 'Google has retired it.',
};

/** The choice of a model. */
export const models = {
  choose: 'Choose a model',
  button: (label: string) => `Model: ${label}`,
  none: 'No model',
  best: (label: string) =>
    label === '' ? 'The best one your key has' : `The best one your key has (${label})`,
  noAccess,
  problems,
  makes: (resolutions: string, seconds: string) => `${resolutions} · ${seconds}`,
  perSecond: (price: string) => `${price}/s`,
  check: 'Check again',
  checking: 'Asking which models your key has…',
  checked: (moment: string) => `Checked ${moment}`,
  neverChecked: 'Not checked yet',
  /** After the model's name. */
  why: {
    'no-access': 'there is no key for it',
    'not-with-key': 'your key does not have it',
    retired: 'Google has retired it',
  } satisfies Record<ModelProblem, string>,
  replaced: (from: string, why: string, to: string) =>
    `${from} cannot be used: ${why}. ${to} is chosen instead.`,
  nowCosts: (now: string, before: string) => `A second costs ${now} now, not ${before}.`,
  makeWith: (label: string) => `Make it with ${label}`,
  instead: (to: string, from: string) => `${to} instead of ${from}.`,
  peopleInstead: (people: string) => `People: ${people.toLowerCase()}.`,
  lost: {
    people: 'What you said of people is left out.',
    negativePrompt: 'The negative prompt is left out.',
    seed: 'The seed is left out.',
    audio: 'It will have sound.',
  },
  noSuccessor: 'No other model that you can use makes just this. Edit the request to try another one.',
  perSecondUpTo: (from: string, to: string) => `${from} to ${to}/s`,
};

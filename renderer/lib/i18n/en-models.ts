import type { ModelProblem } from '../../../preload/contract/models.ts';

const problems: Record<ModelProblem, string> = {
  'no-access': 'Needs an Agent Platform key or project.',
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
  problems,
  makes: (resolutions: string, seconds: string) => `${resolutions} · ${seconds}`,
  perSecond: (price: string) => `${price}/s`,
  perSecondUpTo: (from: string, to: string) => `${from} to ${to}/s`,
};

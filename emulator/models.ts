/** The models that the emulator plays. Source: Google's lists of models for its two services, November 2026. */
import type { ServiceError } from './answers.ts';
import { retiredModel, unknownModel } from './answers.ts';

/** Veo and Omni over the Gemini API, image models of the Gemini API, Veo on the Agent Platform. */
export type ModelFamily = 'veo' | 'omni' | 'image' | 'agent';

export interface Model {
  id: string;
  family: ModelFamily;
  displayName: string;
  version: string;
  /** As `models.list` gives them. Omni says generateContent and answers Interactions only. */
  methods: readonly string[];
}

const predict = ['predictLongRunning'];
const generate = ['generateContent', 'countTokens'];

const models: readonly Model[] = [
  veo('veo-3.1-generate-preview', 'Veo 3.1', 'veo'),
  veo('veo-3.1-fast-generate-preview', 'Veo 3.1 fast', 'veo'),
  veo('veo-3.1-lite-generate-preview', 'Veo 3.1 lite', 'veo'),
  omni('gemini-omni-1.2-flash', 'Gemini Omni 1.2 Flash', '1.2'),
  omni('gemini-omni-1.1-flash', 'Gemini Omni 1.1 Flash', '1.1'),
  image('gemini-3.1-flash-image', 'Gemini 3.1 Flash Image', '3.1'),
  image('gemini-3-pro-image', 'Gemini 3 Pro Image', '3'),
  image('gemini-3.1-flash-lite-image', 'Gemini 3.1 Flash Lite Image', '3.1'),
  veo('veo-3.1-generate-001', 'Veo 3.1', 'agent'),
  veo('veo-3.1-fast-generate-001', 'Veo 3.1 Fast', 'agent'),
  veo('veo-3.1-lite-generate-001', 'Veo 3.1 Lite', 'agent'),
];

function veo(id: string, displayName: string, family: ModelFamily): Model {
  return { id, family, displayName, version: '3.1', methods: predict };
}

function omni(id: string, displayName: string, version: string): Model {
  return { id, family: 'omni', displayName, version, methods: generate };
}

function image(id: string, displayName: string, version: string): Model {
  return { id, family: 'image', displayName, version, methods: generate };
}

/** What a key has of the models. */
export interface Offer {
  families: readonly ModelFamily[];
  /** Taken out of use by the service for everybody. */
  retired: readonly string[];
}

export function offered({ families, retired }: Offer): Model[] {
  return models.filter(({ id, family }) => families.includes(family) && !retired.includes(id));
}

/** Why a key cannot use a model of this family for a method; null when it can. */
export function modelProblem(
  offer: Offer,
  id: string,
  family: ModelFamily,
  called: { version: string; method: string },
): ServiceError | null {
  const known = models.find((model) => model.id === id && model.family === family);
  if (known === undefined) return unknownModel(id, called.version, called.method);
  if (offer.retired.includes(id)) return retiredModel(id);
  if (offer.families.includes(family)) return null;
  // A key without Veo is one from after its end at the Gemini API.
  return family === 'veo' ? retiredModel(id) : unknownModel(id, called.version, called.method);
}

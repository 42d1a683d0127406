/** The models that the app knows, as data. What a key really has, only the service can say. */
import type { Duration } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { Mode, PersonGeneration } from '../../../preload/contract/modes.ts';

const priced = {
  priceDate: '2026-11-22',
  priceSource: 'Published price lists for the Gemini API, per second of video with sound',
};
const veoFacts = { factsDate: '2026-11-22', factsSource: 'Google’s documentation of Veo 3.1' };
const omniFacts = { factsDate: '2026-11-22', factsSource: 'Google’s documentation of Omni Flash' };

/** Everybody only where no picture says who is in it. In the EU, UK, Switzerland and MENA: adults only, everywhere. */
const geminiPeople = {
  text: ['allow_all', 'allow_adult'],
  extend: ['allow_all', 'allow_adult'],
  image: ['allow_adult'],
  frames: ['allow_adult'],
  references: ['allow_adult'],
} as const satisfies ModelInfo['people'];

const agentPeople: readonly PersonGeneration[] = ['allow_adult', 'dont_allow'];

const veo = {
  aspectRatios: ['16:9', '9:16'],
  resolutions: ['720p', '1080p', '4k'],
  durations: ['4', '6', '8'],
  modes: ['text', 'image', 'frames', 'references', 'extend'],
  limits: [
    { when: { resolutions: ['1080p', '4k'] }, durations: ['8'] },
    { when: { modes: ['references'] }, durations: ['8'] },
    { when: { modes: ['extend'] }, durations: ['8'], resolutions: ['720p'] },
  ],
  mostReferences: 3,
  takesNegativePrompt: true,
  extension: { addsSeconds: 7, mostTimes: 20, longestSeconds: 141, resolutions: ['720p'] },
  ...priced,
  ...veoFacts,
} as const satisfies Partial<ModelInfo>;

/** Makes no 4k, takes no references and extends nothing. */
const lite = {
  ...veo,
  resolutions: ['720p', '1080p'],
  modes: ['text', 'image', 'frames'],
  limits: [{ when: { resolutions: ['1080p'] }, durations: ['8'] }],
  mostReferences: 0,
  extension: null,
} as const satisfies Partial<ModelInfo>;

const prices = {
  veo: { '720p': 0.4, '1080p': 0.4, '4k': 0.6 },
  fast: { '720p': 0.1, '1080p': 0.12, '4k': 0.3 },
  lite: { '720p': 0.05, '1080p': 0.08 },
};

const onGemini = { service: 'gemini', people: geminiPeople, takesSeed: false, canBeSilent: false } as const;

/** The same models under other ids, with more settings. */
function onAgentPlatform(supported: readonly Mode[]) {
  const people = Object.fromEntries(supported.map((mode) => [mode, agentPeople]));
  return { service: 'agent-platform', people, takesSeed: true, canBeSilent: true } as const;
}

function seconds(first: number, last: number): Duration[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index) as Duration);
}

const omni = {
  service: 'gemini',
  modes: ['text', 'image', 'frames', 'references', 'edit'],
  aspectRatios: ['16:9', '9:16'],
  resolutions: ['360p', '720p', '1080p', '4k'],
  people: {},
  takesNegativePrompt: false,
  takesSeed: false,
  canBeSilent: false,
  // It has a task for it, of which Google has published no limits yet.
  extension: null,
  ...priced,
  ...omniFacts,
} as const satisfies Partial<ModelInfo>;

/** The best ones first: the first that a key has is its default. */
export const models: readonly [ModelInfo, ...ModelInfo[]] = [
  { id: 'veo-3.1-generate-preview', label: 'Veo 3.1', ...veo, ...onGemini, usdPerSecond: prices.veo },
  {
    id: 'veo-3.1-generate-001',
    label: 'Veo 3.1 (Agent Platform)',
    ...veo,
    ...onAgentPlatform(veo.modes),
    usdPerSecond: prices.veo,
  },
  {
    id: 'veo-3.1-fast-generate-preview',
    label: 'Veo 3.1 Fast',
    ...veo,
    ...onGemini,
    usdPerSecond: prices.fast,
  },
  {
    id: 'veo-3.1-fast-generate-001',
    label: 'Veo 3.1 Fast (Agent Platform)',
    ...veo,
    ...onAgentPlatform(veo.modes),
    usdPerSecond: prices.fast,
  },
  {
    id: 'gemini-omni-1.2-flash',
    label: 'Omni Flash 1.2',
    ...omni,
    durations: seconds(3, 15),
    limits: [{ when: { modes: ['frames'] }, durations: seconds(3, 10) }],
    mostReferences: 6,
    usdPerSecond: { '360p': 0.023, '720p': 0.07, '1080p': 0.105, '4k': 0.21 },
  },
  {
    id: 'gemini-omni-1.1-flash',
    label: 'Omni Flash 1.1',
    ...omni,
    durations: seconds(3, 10),
    limits: [],
    mostReferences: 3,
    usdPerSecond: { '360p': 0.03, '720p': 0.1, '1080p': 0.15, '4k': 0.3 },
  },
  {
    id: 'veo-3.1-lite-generate-preview',
    label: 'Veo 3.1 Lite',
    ...lite,
    ...onGemini,
    usdPerSecond: prices.lite,
  },
  {
    id: 'veo-3.1-lite-generate-001',
    label: 'Veo 3.1 Lite (Agent Platform)',
    ...lite,
    ...onAgentPlatform(lite.modes),
    usdPerSecond: prices.lite,
  },
];

export const defaultModel = models[0];

export function findModel(id: string): ModelInfo | null {
  return models.find((model) => model.id === id) ?? null;
}

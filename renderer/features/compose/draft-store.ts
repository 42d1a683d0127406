/** The request that is being written. UI state: main learns of it when Generate is pressed. */
import { create } from 'zustand';
import type {
  AspectRatio,
  Duration,
  ImageFacts,
  OperationRequest,
  Resolution,
  Settings,
} from '../../../preload/contract/domain.ts';
import type { ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { defaultChoices, firstChoices, notesOf, settled } from './choices.ts';
import type { ChoiceNote } from './choices.ts';

/** An image that main found good. Its bytes go to the service as they are. */
export interface DraftImage extends ImageFacts {
  data: Uint8Array<ArrayBuffer>;
  /** `blob:` URL of the preview; revoked when the image goes. */
  previewUrl: string;
}

/** Where a problem is shown. */
export type DraftField = 'prompt' | 'negativePrompt' | 'image' | 'request';

export type DraftProblem =
  | { kind: 'prompt-missing' }
  | { kind: 'too-long' }
  | { kind: 'image-checking' }
  | { kind: 'refused'; error: AppError };

export type Problems = Partial<Record<DraftField, DraftProblem>>;

interface DraftState {
  prompt: string;
  negativePrompt: string;
  models: ModelList | null;
  /** The default settings' model, where it is offered. */
  defaultModelId: string | null;
  /** What the user chose; null for the default. */
  modelId: string | null;
  /** The model that the request goes to; null until main has listed them, and where none can be used. */
  model: ModelOffer | null;
  /** What the user chose at some time; the model may not make it just now. */
  wanted: Shape;
  /** What of it the model makes. */
  choices: Shape;
  /** False as long as the choices are the default settings. */
  touched: boolean;
  notes: ChoiceNote[];
  image: DraftImage | null;
  /** A file is being read and checked. */
  imageBusy: boolean;
  /** Why the last file was not taken, in words. */
  imageProblem: string | null;
  problems: Problems;
  setPrompt: (prompt: string) => void;
  setNegativePrompt: (negativePrompt: string) => void;
  setModels: (models: ModelList) => void;
  setModel: (id: string) => void;
  setAspectRatio: (value: AspectRatio) => void;
  setResolution: (value: Resolution) => void;
  setDuration: (value: Duration) => void;
  /** New defaults reach a composer whose choices nobody has touched. */
  applyDefaults: (settings: Settings) => void;
  setImage: (image: DraftImage | null) => void;
  setImageBusy: (busy: boolean) => void;
  setImageProblem: (problem: string | null) => void;
  setProblems: (problems: Problems) => void;
  /** Puts a whole request back. */
  putBack: (request: PutBack) => void;
}

/** What of a request goes back into the composer; its images follow. */
export type PutBack = Pick<OperationRequest, 'prompt' | 'negativePrompt' | 'model'> & { shape: Shape };

function without(problems: Problems, ...fields: DraftField[]): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([field]) => !fields.some((name) => name === field)),
  );
}

const empty = {
  prompt: '',
  negativePrompt: '',
  models: null,
  defaultModelId: null,
  modelId: null,
  model: null,
  wanted: firstChoices,
  choices: firstChoices,
  touched: false,
  notes: [],
  image: null,
  imageBusy: false,
  imageProblem: null,
  problems: {},
};

type Choosing = Pick<DraftState, 'models' | 'defaultModelId' | 'modelId' | 'wanted' | 'image'>;

export function modeOf({ image }: Pick<DraftState, 'image'>): Mode {
  return image === null ? 'text' : 'image';
}

function modelOf({ models, defaultModelId, modelId }: Choosing): ModelOffer | null {
  if (models === null) return null;
  const usable = (id: string | null) =>
    models.offers.find((offer) => offer.id === id && offer.problem === null) ?? null;
  return usable(modelId) ?? usable(defaultModelId) ?? usable(models.defaultId);
}

/** The state after a change of what decides on the choices, with what that did to them. */
function chosen(
  before: DraftState,
  change: Partial<Choosing>,
  field: keyof Shape | null = null,
): Partial<DraftState> {
  const next = { ...before, ...change };
  const model = modelOf(next);
  const choices = settled(model, modeOf(next), next.wanted);
  const moved = { before: before.choices, after: choices, wanted: next.wanted, chosen: field };
  return {
    ...change,
    model,
    choices,
    notes: model === null ? [] : notesOf(model, modeOf(next), moved),
    problems: without(before.problems, 'request'),
  };
}

function choose<Field extends keyof Shape>(before: DraftState, field: Field, value: Shape[Field]) {
  return { ...chosen(before, { wanted: { ...before.wanted, [field]: value } }, field), touched: true };
}

function isOffered({ models }: DraftState, id: string): boolean {
  return models?.offers.some((offer) => offer.id === id && offer.problem === null) ?? false;
}

export const useDraft = create<DraftState>((set, get) => ({
  ...empty,
  setPrompt: (prompt) => {
    set((state) => ({ prompt, problems: without(state.problems, 'prompt', 'request') }));
  },
  setNegativePrompt: (negativePrompt) => {
    set((state) => ({ negativePrompt, problems: without(state.problems, 'negativePrompt', 'request') }));
  },
  setModels: (models) => {
    set((state) => ({ ...chosen(state, { models }), ...(state.models === null ? { notes: [] } : {}) }));
  },
  setModel: (modelId) => {
    set((state) => chosen(state, { modelId }));
  },
  setAspectRatio: (aspectRatio) => {
    set((state) => choose(state, 'aspectRatio', aspectRatio));
  },
  setResolution: (resolution) => {
    set((state) => choose(state, 'resolution', resolution));
  },
  setDuration: (duration) => {
    set((state) => choose(state, 'duration', duration));
  },
  applyDefaults: (settings) => {
    set((state) => ({
      ...chosen(state, {
        defaultModelId: settings.defaultModel,
        ...(state.touched ? {} : { wanted: defaultChoices(settings) }),
      }),
      ...(state.touched ? {} : { notes: [] }),
    }));
  },
  setImage: (image) => {
    const before = get().image;
    if (before !== null && before.previewUrl !== image?.previewUrl) URL.revokeObjectURL(before.previewUrl);
    set((state) => ({
      ...chosen(state, { image }),
      imageProblem: null,
      problems: without(state.problems, 'image', 'request'),
    }));
  },
  setImageBusy: (imageBusy) => {
    set({ imageBusy });
  },
  setImageProblem: (imageProblem) => {
    set((state) => ({ imageProblem, problems: without(state.problems, 'image') }));
  },
  setProblems: (problems) => {
    set({ problems });
  },
  putBack: ({ prompt, negativePrompt, model, shape }) => {
    set((state) => ({
      // A model that is not offered any more leaves the choice as it is.
      ...chosen(state, { wanted: shape, ...(isOffered(state, model) ? { modelId: model } : {}) }),
      prompt,
      negativePrompt: negativePrompt ?? '',
      touched: true,
      problems: {},
    }));
  },
}));

/** Back to an empty composer, for tests. */
export function resetDraft(): void {
  useDraft.setState(empty);
}

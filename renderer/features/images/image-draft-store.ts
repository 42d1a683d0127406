/** The image that is being written. UI state: main learns of it when Generate is pressed. */
import { create } from 'zustand';
import { imageLimits } from '../../../preload/contract/images.ts';
import type { ImageShape } from '../../../preload/contract/images.ts';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { ImageModelOffer, ModelList } from '../../../preload/contract/models.ts';
import { without } from '../compose/draft-store.ts';
import type { DraftProblem } from '../compose/draft-store.ts';
import { createIntake } from '../compose/intake.ts';
import type { DraftImage } from '../compose/ways.ts';
import { firstShape, settledShape } from './shape.ts';

/** The image that the conversation goes on from. */
export interface ImageSource {
  operationId: string;
  prompt: string;
  posterUrl: string | null;
}

/** Where a problem is shown. */
export type ImageDraftField = 'prompt' | 'image' | 'request';
export type ImageProblems = Partial<Record<ImageDraftField, DraftProblem>>;

export interface ImageDraft {
  prompt: string;
  models: ModelList | null;
  /** What the user chose; null for the default. */
  modelId: string | null;
  /** The model that the request goes to; null until main has listed them, and where none can be used. */
  model: ImageModelOffer | null;
  /** What the user chose at some time; the model may not make it just now. */
  wanted: ImageShape;
  /** What of it the model makes. */
  choices: ImageShape;
  /** What is changed or combined. */
  inputs: DraftImage[];
  source: ImageSource | null;
  /** How often the same request is made, 1–4; each one is an operation of its own. */
  takes: number;
  /** A file is being read and checked. */
  imageBusy: boolean;
  /** Why the last file was not taken, in words. */
  imageProblem: string | null;
  problems: ImageProblems;
}

interface ImageDraftState extends ImageDraft {
  setPrompt: (prompt: string) => void;
  setModels: (models: ModelList) => void;
  setModel: (id: string) => void;
  setShape: (shape: Partial<ImageShape>) => void;
  setInputs: (inputs: DraftImage[]) => void;
  /** Null: the image begins anew. */
  setSource: (source: ImageSource | null) => void;
  setTakes: (takes: number) => void;
  setProblems: (problems: ImageProblems) => void;
  /** Puts a request back, without its images: they follow. */
  putBack: (request: Pick<ImageDraft, 'prompt' | 'source'> & { model: string; shape: ImageShape }) => void;
}

const empty: ImageDraft = {
  prompt: '',
  models: null,
  modelId: null,
  model: null,
  wanted: firstShape,
  choices: firstShape,
  inputs: [],
  source: null,
  takes: 1,
  imageBusy: false,
  imageProblem: null,
  problems: {},
};

function usable(models: ModelList | null, id: string | null): ImageModelOffer | null {
  return models?.images.find((offer) => offer.id === id && offer.problem === null) ?? null;
}

/** The draft after a change of what decides on the choices. */
function chosen(before: ImageDraft, change: Partial<ImageDraft>): Partial<ImageDraft> {
  const { models, modelId, wanted } = { ...before, ...change };
  const model = usable(models, modelId) ?? usable(models, models?.defaultImageId ?? null);
  const problems = without(before.problems, 'image', 'request');
  return { ...change, model, choices: settledShape(model, wanted), problems };
}

/** Previews that are not shown any more are let go. */
function letGo(before: readonly DraftImage[], after: readonly DraftImage[]): void {
  const kept = new Set(after.map(({ previewUrl }) => previewUrl));
  for (const { previewUrl } of before) if (!kept.has(previewUrl)) URL.revokeObjectURL(previewUrl);
}

export const useImageDraft = create<ImageDraftState>((set, get) => ({
  ...empty,
  setPrompt: (prompt) => {
    set({ prompt, problems: without(get().problems, 'prompt', 'request') });
  },
  setModels: (models) => {
    set(chosen(get(), { models }));
  },
  setModel: (modelId) => {
    set(chosen(get(), { modelId }));
  },
  setShape: (shape) => {
    set(chosen(get(), { wanted: { ...get().wanted, ...shape } }));
  },
  setInputs: (inputs) => {
    const before = get().inputs;
    set({ ...chosen(get(), { inputs }), imageProblem: null });
    letGo(before, inputs);
  },
  setSource: (source) => {
    set(chosen(get(), { source }));
  },
  setTakes: (takes) => {
    set({ takes });
  },
  setProblems: (problems) => {
    set({ problems });
  },
  putBack: ({ prompt, source, model, shape }) => {
    const isOffered = usable(get().models, model) !== null;
    get().setInputs([]);
    set({
      ...chosen(get(), { wanted: shape, source, ...(isOffered ? { modelId: model } : {}) }),
      prompt,
      takes: 1,
      problems: {},
    });
  },
}));

/** The finished image as one to go on from; null where it is none. */
export function imageSourceOf({ id, request, clip, phase }: Operation): ImageSource | null {
  if (request.medium !== 'image' || phase !== 'completed' || clip === null) return null;
  return { operationId: id, prompt: request.prompt, posterUrl: clip.posterUrl };
}

/** The way of files into the wells of an image that is being written. */
export const inputIntake = createIntake<'input'>({
  setBusy: (slot) => {
    useImageDraft.setState({ imageBusy: slot !== null });
  },
  setProblem: (imageProblem) => {
    useImageDraft.setState({ imageProblem });
  },
  refusalOf(count) {
    const most = mostInputs(useImageDraft.getState());
    return useImageDraft.getState().inputs.length + count > most
      ? { kind: 'too-many', of: 'inputs', most }
      : null;
  },
  put,
  putAgain: put,
});

function put(image: DraftImage): void {
  useImageDraft.getState().setInputs([...useImageDraft.getState().inputs, image]);
}

export function mostInputs({ model }: Pick<ImageDraft, 'model'>): number {
  return model?.mostInputs ?? imageLimits.inputs;
}

/** Takes the image at `index` away. */
export function removeInput(index: number): void {
  inputIntake.forget();
  const { inputs, setInputs } = useImageDraft.getState();
  setInputs(inputs.filter((_, at) => at !== index));
}

/** Back to an empty composer, for tests. */
export function resetImageDraft(): void {
  useImageDraft.setState(empty);
}

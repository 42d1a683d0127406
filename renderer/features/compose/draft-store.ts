/** The request that is being written. UI state: main learns of it when Generate is pressed. */
import { create } from 'zustand';
import type {
  AspectRatio,
  Duration,
  OperationRequest,
  Resolution,
  ServiceId,
  Settings,
} from '../../../preload/contract/domain.ts';
import type { PersonGeneration } from '../../../preload/contract/modes.ts';
import type { ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import { defaultChoices, firstChoices, notesOf, settled } from './choices.ts';
import type { ChoiceNote } from './choices.ts';
import { modeOf, wantedWith } from './ways.ts';
import type { DraftImage, DraftSource, Extras, Made, Slot, Way } from './ways.ts';

/** Where a problem is shown. */
export type DraftField = 'prompt' | 'negativePrompt' | 'image' | 'seed' | 'request';

export type DraftProblem =
  | { kind: 'prompt-missing' }
  | { kind: 'too-long' }
  | { kind: 'image-checking' }
  | { kind: 'frame-missing'; which: 'first' | 'last' }
  | { kind: 'reference-missing' }
  | { kind: 'bad-seed' }
  /** The service would not take the clip that is extended or edited; `words` say why, and what to do. */
  | { kind: 'source'; task: SourceTask; words: string }
  | { kind: 'no-model' }
  | { kind: 'refused'; error: AppError };

export type Problems = Partial<Record<DraftField, DraftProblem>>;

export interface Draft extends Made, Extras {
  prompt: string;
  negativePrompt: string;
  models: ModelList | null;
  /** Where requests go; null while that is not known. */
  service: ServiceId | null;
  /** The default settings' model, where it is offered. */
  defaultModelId: string | null;
  /** What the user chose; null for the default. */
  modelId: string | null;
  /** The model that the request goes to; null until main has listed them, and where none can be used. */
  model: ModelOffer | null;
  /** The model that the draft had until the user's keys had it no longer; null when nothing was replaced. */
  missingModel: ModelOffer | null;
  /** What the user chose at some time; the model may not make it just now. */
  wanted: Shape;
  /** What of it the model makes. */
  choices: Shape;
  /** False as long as the choices are the default settings. */
  touched: boolean;
  notes: ChoiceNote[];
  references: DraftImage[];
  /** How often the same request is made, 1–4; each one is an operation of its own. */
  takes: number;
  /** Where a file is being read and checked. */
  imageBusy: Slot | null;
  /** Why the last file was not taken, in words. */
  imageProblem: string | null;
  problems: Problems;
}

interface DraftState extends Draft {
  setPrompt: (prompt: string) => void;
  setNegativePrompt: (negativePrompt: string) => void;
  setModels: (models: ModelList) => void;
  setService: (service: ServiceId | null) => void;
  setModel: (id: string) => void;
  setAspectRatio: (value: AspectRatio) => void;
  setResolution: (value: Resolution) => void;
  setDuration: (value: Duration) => void;
  /** New defaults reach a composer whose choices nobody has touched. */
  applyDefaults: (settings: Settings) => void;
  setWay: (way: Way) => void;
  /** Null: the clip begins anew. */
  setSource: (source: DraftSource | null) => void;
  setImage: (image: DraftImage | null) => void;
  setLastFrame: (image: DraftImage | null) => void;
  setReferences: (images: DraftImage[]) => void;
  swapFrames: () => void;
  setPeople: (people: PersonGeneration | null) => void;
  setSeed: (seed: string) => void;
  setAudio: (audio: boolean) => void;
  setTakes: (takes: number) => void;
  setImageBusy: (slot: Slot | null) => void;
  setImageProblem: (problem: string | null) => void;
  setProblems: (problems: Problems) => void;
  /** Puts a request back, without its images and its source: they follow. */
  putBack: (request: PutBack) => void;
}

/** What of a request goes back into the composer at once. */
export interface PutBack extends Pick<
  OperationRequest,
  'prompt' | 'negativePrompt' | 'model' | 'personGeneration' | 'seed' | 'audio'
> {
  shape: Shape;
  way: Way;
}

/** What is still wrong after these fields have changed. */
export function without<Field extends DraftField>(
  problems: Partial<Record<Field, DraftProblem>>,
  ...fields: Field[]
): Partial<Record<Field, DraftProblem>> {
  const left = Object.entries(problems).filter(([field]) => !fields.some((name) => name === field));
  return Object.fromEntries(left) as Partial<Record<Field, DraftProblem>>;
}

const empty: Draft = {
  prompt: '',
  negativePrompt: '',
  models: null,
  service: null,
  defaultModelId: null,
  modelId: null,
  model: null,
  missingModel: null,
  wanted: firstChoices,
  choices: firstChoices,
  touched: false,
  notes: [],
  way: 'start',
  source: null,
  image: null,
  lastFrame: null,
  references: [],
  people: null,
  seed: '',
  audio: true,
  takes: 1,
  imageBusy: null,
  imageProblem: null,
  problems: {},
};

function usable(models: ModelList | null, id: string | null): ModelOffer | null {
  return models?.offers.find((offer) => offer.id === id && offer.problem === null) ?? null;
}

function modelOf({ models, defaultModelId, modelId }: Draft): ModelOffer | null {
  return (
    usable(models, modelId) ?? usable(models, defaultModelId) ?? usable(models, models?.defaultId ?? null)
  );
}

/**
 * The model that would be used if the user's keys had it: their choice, their default, or else what the draft had until
 * now. Null when it is used.
 */
function missingOf(before: Draft, { models, modelId, defaultModelId }: Draft): ModelOffer | null {
  const wantedId = modelId ?? defaultModelId ?? before.missingModel?.id ?? before.model?.id;
  const offer = models?.offers.find(({ id }) => id === wantedId);
  return offer === undefined || offer.problem === null ? null : offer;
}

/** The draft after a change of what decides on the choices, with what that did to them. */
function chosen(before: Draft, change: Partial<Draft>, field: keyof Shape | null = null): Partial<Draft> {
  const next = { ...before, ...change };
  const made = { ...next, model: modelOf(next) };
  const mode = modeOf(made);
  const wanted = wantedWith(next.source, next.wanted);
  const choices = settled(made.model, mode, wanted);
  const moved = { before: before.choices, after: choices, wanted, chosen: field };
  return {
    ...change,
    model: made.model,
    missingModel: missingOf(before, next),
    choices,
    notes: made.model === null ? [] : notesOf(made.model, mode, moved),
    problems: without(next.problems, 'request'),
  };
}

function choose<Field extends keyof Shape>(before: Draft, field: Field, value: Shape[Field]): Partial<Draft> {
  return { ...chosen(before, { wanted: { ...before.wanted, [field]: value } }, field), touched: true };
}

/** Previews that nothing in the draft shows any more are let go. */
function letGo(before: Draft, after: Draft): void {
  const shown = (draft: Draft) =>
    [draft.image, draft.lastFrame, ...draft.references].flatMap((image) => image?.previewUrl ?? []);
  const kept = new Set(shown(after));
  for (const url of new Set(shown(before))) if (!kept.has(url)) URL.revokeObjectURL(url);
}

export const useDraft = create<DraftState>((set, get) => {
  /** A change of the images, which is the end of what was said about them. */
  const setImages = (change: Partial<Draft>): void => {
    const before = get();
    set({
      ...chosen(before, change),
      imageProblem: null,
      problems: without(before.problems, 'image', 'request'),
    });
    letGo(before, get());
  };

  return {
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
    setService: (service) => {
      set((state) => ({ service, problems: without(state.problems, 'request') }));
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
    setWay: (way) => {
      setImages({ way, source: null });
    },
    setSource: (source) => {
      setImages({ source });
    },
    setImage: (image) => {
      setImages({ image });
    },
    setLastFrame: (lastFrame) => {
      setImages({ lastFrame });
    },
    setReferences: (references) => {
      setImages({ references });
    },
    swapFrames: () => {
      const { image, lastFrame } = get();
      setImages({ image: lastFrame, lastFrame: image });
    },
    setPeople: (people) => {
      set((state) => ({ people, problems: without(state.problems, 'request') }));
    },
    setSeed: (seed) => {
      set((state) => ({ seed, problems: without(state.problems, 'seed', 'request') }));
    },
    setAudio: (audio) => {
      set((state) => ({ audio, problems: without(state.problems, 'request') }));
    },
    setTakes: (takes) => {
      set({ takes });
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
    putBack: ({ prompt, negativePrompt, model, shape, way, ...extras }) => {
      // A model that is not offered any more leaves the choice as it is.
      const isOffered = usable(get().models, model) !== null;
      setImages({
        wanted: shape,
        way,
        ...(isOffered ? { modelId: model } : {}),
        source: null,
        image: null,
        lastFrame: null,
        references: [],
      });
      set({
        prompt,
        negativePrompt: negativePrompt ?? '',
        people: extras.personGeneration,
        seed: extras.seed === null ? '' : String(extras.seed),
        audio: extras.audio,
        takes: 1,
        touched: true,
        problems: {},
      });
    },
  };
});

/** Back to an empty composer, for tests. */
export function resetDraft(): void {
  useDraft.setState(empty);
}

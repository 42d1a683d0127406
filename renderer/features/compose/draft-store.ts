/** The request that is being written. UI state: main learns of it when Generate is pressed. */
import { create } from 'zustand';
import type {
  AspectRatio,
  Duration,
  ImageFacts,
  Operation,
  Resolution,
  Settings,
} from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { chooseResolution, defaultChoices, firstChoices } from './choices.ts';
import type { ChoiceNote, Choices } from './choices.ts';

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
  choices: Choices;
  /** False as long as the choices are the default settings. */
  touched: boolean;
  note: ChoiceNote | null;
  image: DraftImage | null;
  /** A file is being read and checked. */
  imageBusy: boolean;
  /** Why the last file was not taken, in words. */
  imageProblem: string | null;
  problems: Problems;
  setPrompt: (prompt: string) => void;
  setNegativePrompt: (negativePrompt: string) => void;
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
  putBack: (operation: Operation) => void;
}

function without(problems: Problems, ...fields: DraftField[]): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([field]) => !fields.some((name) => name === field)),
  );
}

const empty = {
  prompt: '',
  negativePrompt: '',
  choices: firstChoices,
  touched: false,
  note: null,
  image: null,
  imageBusy: false,
  imageProblem: null,
  problems: {},
};

export const useDraft = create<DraftState>((set, get) => ({
  ...empty,
  setPrompt: (prompt) => {
    set((state) => ({ prompt, problems: without(state.problems, 'prompt', 'request') }));
  },
  setNegativePrompt: (negativePrompt) => {
    set((state) => ({ negativePrompt, problems: without(state.problems, 'negativePrompt', 'request') }));
  },
  setAspectRatio: (aspectRatio) => {
    set((state) => ({
      choices: { ...state.choices, aspectRatio },
      touched: true,
      note: null,
      problems: without(state.problems, 'request'),
    }));
  },
  setResolution: (resolution) => {
    set((state) => ({
      ...chooseResolution(state.choices, resolution),
      touched: true,
      problems: without(state.problems, 'request'),
    }));
  },
  setDuration: (duration) => {
    set((state) => ({
      choices: { ...state.choices, duration, heldDuration: null },
      touched: true,
      note: null,
      problems: without(state.problems, 'request'),
    }));
  },
  applyDefaults: (settings) => {
    if (!get().touched) set({ choices: defaultChoices(settings), note: null });
  },
  setImage: (image) => {
    const before = get().image;
    if (before !== null && before.previewUrl !== image?.previewUrl) URL.revokeObjectURL(before.previewUrl);
    set((state) => ({ image, imageProblem: null, problems: without(state.problems, 'image', 'request') }));
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
  putBack: ({ request }) => {
    set({
      prompt: request.prompt,
      negativePrompt: request.negativePrompt ?? '',
      choices: {
        aspectRatio: request.aspectRatio,
        resolution: request.resolution,
        duration: request.duration,
        heldDuration: null,
      },
      touched: true,
      note: null,
      problems: {},
    });
  },
}));

/** Back to an empty composer, for tests. */
export function resetDraft(): void {
  useDraft.setState(empty);
}

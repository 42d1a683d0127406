/** Making the library anew from the files of clips and images, as the windows see it. Types only. */
import type { Mode, PersonGeneration } from './modes.ts';

export interface RebuildProgress {
  /** Files that were looked at. */
  done: number;
  total: number;
}

/** What became of the MP4 and image files of the library folder. Images that are not the app's are passed over. */
export interface RebuildResult {
  /** Clips and images that the library had not, or had without their file. */
  added: number;
  /** Those whose file was somewhere else than the library thought. */
  relinked: number;
  /** Those that were there already; a second copy of one counts here. */
  known: number;
  /** MP4 files that no app of ours wrote a recipe into. */
  foreign: number;
  /** Files with a recipe that cannot be read, and files that could not be opened. */
  unreadable: number;
  /** The user ended it before it was through. */
  cancelled: boolean;
}

/** An image of a recipe, where this computer still has it. */
export interface RecipeImage {
  name: string;
  mimeType: string;
  data: Uint8Array<ArrayBuffer>;
}

/** What an MP4 of ours was made of, for making another one like it. */
export interface RecipeRequest {
  prompt: string;
  negativePrompt: string | null;
  aspectRatio: string;
  resolution: string;
  duration: string;
  model: string;
  mode: Mode;
  /** The first frame, where this computer still has it; null where there was none. */
  image: RecipeImage | null;
  lastFrame: RecipeImage | null;
  references: RecipeImage[];
  /** There was an image that is not here any more. */
  imageIsGone: boolean;
  /** The clip that it was made of; the library may not have it. */
  source: { operationId: string; prompt: string } | null;
  personGeneration: PersonGeneration | null;
  seed: number | null;
  audio: boolean;
}

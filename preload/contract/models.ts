/** What the models can do, as data that main and the renderers share. Types and constants only. */
import type { AspectRatio, Duration, Resolution } from './domain.ts';
import type { ImageAspectRatio, ImageSize } from './mediums.ts';
import type { Mode, PersonGeneration } from './modes.ts';

/** Who offers a model: the Gemini API or the Agent Platform. Each has a key of its own. */
export const modelServices = ['gemini', 'agent-platform'] as const;
export type ModelService = (typeof modelServices)[number];

/** USD per second for each resolution a model makes. */
export type PricePerSecond = Partial<Record<Resolution, number>>;

/** Where every part of `when` holds, only these are made. */
export interface Limit {
  when: { resolutions?: readonly Resolution[]; modes?: readonly Mode[] };
  durations?: readonly Duration[];
  resolutions?: readonly Resolution[];
}

/** What a clip must be so that the service extends it. */
export interface ExtensionLimits {
  /** Seconds that each extension adds. */
  addsSeconds: number;
  mostTimes: number;
  /** Seconds of the clip that is extended. */
  longestSeconds: number;
  resolutions: readonly Resolution[];
}

export interface ModelInfo {
  id: string;
  service: ModelService;
  label: string;
  modes: readonly Mode[];
  aspectRatios: readonly AspectRatio[];
  /** In order of size. */
  resolutions: readonly Resolution[];
  /** In order of length. */
  durations: readonly Duration[];
  limits: readonly Limit[];
  /** Images that one request may hold beside its prompt in the mode `references`. */
  mostReferences: number;
  /** What can be said of people in each mode; nothing where a mode is left out. */
  people: Partial<Record<Mode, readonly PersonGeneration[]>>;
  takesNegativePrompt: boolean;
  takesSeed: boolean;
  canBeSilent: boolean;
  /** Null where it extends nothing. */
  extension: ExtensionLimits | null;
  usdPerSecond: PricePerSecond;
  /** The day on which the price was read, ISO date. */
  priceDate: string;
  priceSource: string;
  /** The day on which the rest was read, ISO date. */
  factsDate: string;
  factsSource: string;
}

/**
 * Why a model cannot be chosen: `no-access`: the user has no key for its service; `not-with-key`: the key does not
 * have it; `retired`: the service had it and has it no longer.
 */
export type ModelProblem = 'no-access' | 'not-with-key' | 'retired';

/** A model as the picker shows it. */
export interface ModelOffer extends ModelInfo {
  problem: ModelProblem | null;
}

export interface ImageModelInfo {
  id: string;
  service: ModelService;
  label: string;
  aspectRatios: readonly ImageAspectRatio[];
  /** In order of size. */
  sizes: readonly ImageSize[];
  mostInputs: number;
  /** USD for one image; what the prompt costs, less than a cent, comes on top. */
  usdPerImage: Partial<Record<ImageSize, number>>;
  /** The day on which the price was read, ISO date. */
  priceDate: string;
  priceSource: string;
}

/** An image model as the picker shows it. */
export interface ImageModelOffer extends ImageModelInfo {
  problem: ModelProblem | null;
}

export interface ModelList {
  /** The best ones first. */
  offers: ModelOffer[];
  /** What is used where nobody chose; null when none can be used. */
  defaultId: string | null;
  /** For image mode, the best ones first. */
  images: ImageModelOffer[];
  /** What image mode uses where nobody chose; null when none can be used. */
  defaultImageId: string | null;
  /** When the service was last asked, milliseconds since 1970; null when it never was. */
  checkedAt: number | null;
}

/** Prompts that the user has not to write from nothing: worked examples, templates of their own. Types and limits only. */
import type { AspectRatio, Duration, Resolution } from './domain.ts';
import type { Mode } from './modes.ts';
import type { AppError } from './result.ts';
import type { Shape } from './rules.ts';

/** One text in the languages that the examples are explained in. */
export interface Bilingual {
  en: string;
  fr: string;
}

/** As in assets/prompts/examples.json. */
export interface PromptExample {
  id: string;
  /** The id of a category. */
  category: string;
  title: Bilingual;
  prompt: string;
  negativePrompt: string | null;
  settings: {
    mode: Exclude<Mode, 'extend' | 'edit'>;
    aspectRatio: AspectRatio;
    resolution: Resolution;
    duration: Duration;
  };
  /** The images that the user has to bring; null for none. */
  needs: Bilingual | null;
  why: Bilingual;
}

/** As in assets/prompts/categories.json. */
export interface PromptCategory {
  id: string;
  label: Bilingual;
}

/** As in assets/prompts/negative-presets.json. */
export interface NegativePreset {
  id: string;
  label: Bilingual;
  words: string;
  use: Bilingual;
}

export const templateLimits = {
  nameCharacters: 80,
  /** In the whole collection, and in one file. */
  templates: 500,
  fileBytes: 2 * 1024 * 1024,
} as const;

/** A prompt that the user keeps. `{name}` and `{name=default}` in it are asked for when it is used. */
export interface PromptTemplate {
  id: string;
  name: string;
  prompt: string;
  /** Null: the composer's own stays as it is. */
  negativePrompt: string | null;
  /** Null: the composer's own settings stay as they are. */
  shape: Shape | null;
}

export interface TemplateImport {
  templates: PromptTemplate[];
  /** Null when the user chose no file. */
  added: number | null;
  /** Those of the file that were there already. */
  known: number;
}

/** So many of an opened file's templates are shown before they are added. */
export const openedTemplatesShown = 50;

/** A file of templates that the user opened with the app; nothing of it is kept yet. */
export interface OpenedTemplates {
  id: string;
  /** Without its folder. */
  fileName: string;
  /** Why it cannot be added; null where it can. */
  error: AppError | null;
  /** All that are in it. */
  count: number;
  /** Those of them that are there already. */
  known: number;
  /** The first ones. */
  templates: { name: string; prompt: string }[];
}

export interface PromptVersion {
  /** What it adds, in a few words. */
  change: string;
  prompt: string;
}

/** What asking for versions of a prompt means: a paid call to a text model, or rules on this computer. */
export type EnhanceOffer =
  | {
      kind: 'model';
      label: string;
      /** USD. */
      usualUsd: number;
      mostUsd: number;
    }
  | { kind: 'local' };

export interface Enhancement {
  versions: PromptVersion[];
  /** `usd` is what it has cost. */
  by: { kind: 'model'; label: string; usd: number } | { kind: 'local' };
}

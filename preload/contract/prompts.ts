/** Prompts that the user has not to write from nothing: worked examples, templates of their own. Types and limits only. */
import type { AspectRatio, Duration, Resolution } from './domain.ts';
import type { Mode } from './modes.ts';

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

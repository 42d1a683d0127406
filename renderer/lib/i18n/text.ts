import { createContext, use } from 'react';
import { en } from './en.ts';
import type { Dictionary } from './en.ts';

export type { Dictionary };

/** The language of the window. Another dictionary of the same type is another language. */
export const TextContext = createContext<Dictionary>(en);

export function useText(): Dictionary {
  return use(TextContext);
}

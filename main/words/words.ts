import type { Language } from '../../preload/contract/domain.ts';
import { en } from './en.ts';
import type { MainWords } from './en.ts';
import { fr } from './fr.ts';

const dictionaries: Record<Language, MainWords> = { en, fr };

export function wordsOf(language: Language): MainWords {
  return dictionaries[language];
}

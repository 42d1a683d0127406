import { languages } from '../../../preload/contract/domain.ts';
import type { Language } from '../../../preload/contract/domain.ts';
import { en } from './en.ts';
import type { Dictionary } from './en.ts';

const lastKey = 'language';

/** English is at hand; another language is a file of its own, loaded when somebody speaks it. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'en') return en;
  const { fr } = await import('./fr.ts');
  return fr;
}

/** What the window spoke the last time, so that the first frame speaks it too; the first time, the browser's. */
export function lastLanguage(): Language {
  const last = localStorage.getItem(lastKey) ?? navigator.language.slice(0, 2);
  return languages.find((language) => language === last) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(lastKey, language);
}

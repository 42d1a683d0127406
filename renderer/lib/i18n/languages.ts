import type { Language } from '../../../preload/contract/domain.ts';
import { en } from './en.ts';
import type { Dictionary } from './en.ts';

/** English is at hand; another language is a file of its own, loaded when somebody speaks it. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'en') return en;
  const { fr } = await import('./fr.ts');
  return fr;
}

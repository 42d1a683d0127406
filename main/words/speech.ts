import { languages } from '../../preload/contract/domain.ts';
import type { Language, LanguageChoice } from '../../preload/contract/domain.ts';

export interface Speech {
  language: Language;
  /** BCP 47, for numbers and times. */
  locale: string;
}

export interface System {
  /** BCP 47 or what the system has instead, the most wanted first. */
  languages: readonly string[];
  locale: string;
}

const locales: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' };

/** `fr-CA`, `fr_FR.UTF-8` and `fr` are French. */
function languageOf(tag: string): Language | null {
  const [first] = tag.toLowerCase().split(/[-_.]/);
  return languages.find((language) => language === first) ?? null;
}

/**
 * What the app speaks. Numbers and times are those of the system's own country where it speaks the same language:
 * Canada's French, Britain's English. Who chooses nothing keeps the system's numbers in any case.
 */
export function speechOf(choice: LanguageChoice, system: System): Speech {
  const { locale } = system;
  if (choice === 'system') {
    const language = system.languages.map((tag) => languageOf(tag)).find((found) => found !== null) ?? 'en';
    return {
      language,
      locale: languageOf(locale) === null || languageOf(locale) === language ? locale : locales[language],
    };
  }
  return { language: choice, locale: languageOf(locale) === choice ? locale : locales[choice] };
}

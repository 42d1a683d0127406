import { app } from 'electron';
import type { System } from '../words/speech.ts';

/** What the system speaks. Only when the app is ready. */
export function systemSpeech(): System {
  return { languages: app.getPreferredSystemLanguages(), locale: app.getLocale() || 'en' };
}

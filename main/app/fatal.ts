import { app, dialog } from 'electron';
import { speechOf, wordsOf } from '../words/speech.ts';
import { systemSpeech } from './system-speech.ts';
import type { AppLog } from './logging.ts';

/** The app cannot start: says so, says why, and ends. Nothing was sent or lost. */
export function endWithError(error: unknown, dataFolder: string, log: AppLog): void {
  // The user's choice may be what cannot be read: the system's language.
  const { fatal } = wordsOf(speechOf('system', systemSpeech()).language);
  log.error('The app could not start', { error });
  const reason = error instanceof Error ? error.message : fatal.noReason;
  dialog.showErrorBox(fatal.title, `${reason}\n\n${fatal.untouched(dataFolder)}`);
  app.exit(1);
}

import { app, dialog } from 'electron';
import { startTroubleOf } from '../services/start-trouble.ts';
import type { StartTrouble } from '../services/start-trouble.ts';
import { speechOf } from '../words/speech.ts';
import { wordsOf } from '../words/words.ts';
import { systemSpeech } from './system-speech.ts';
import type { AppLog } from './logging.ts';

/**
 * The app cannot start: says so, says why and what to do, and ends. Nothing was sent or lost. `otherwise` is what an
 * error is that does not tell by itself.
 */
export function endWithError(
  error: unknown,
  dataFolder: string,
  log: AppLog,
  otherwise: StartTrouble = 'other',
): void {
  // The user's choice may be what cannot be read: the system's language.
  const { fatal, said } = wordsOf(speechOf('system', systemSpeech()).language);
  log.error('The app could not start', { error });
  const reason = error instanceof Error ? said(error.message) : fatal.noReason;
  const told = startTroubleOf(error);
  const trouble = told === 'other' ? otherwise : told;
  const what = trouble === 'other' ? reason : `${fatal[trouble](dataFolder)}\n\n${fatal.reason(reason)}`;
  dialog.showErrorBox(fatal.title, `${what}\n\n${fatal.untouched(dataFolder)}`);
  app.exit(1);
}

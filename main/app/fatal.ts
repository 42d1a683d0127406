import { app, dialog } from 'electron';
import type { AppLog } from './logging.ts';

/** The app cannot start: says so, says why, and ends. Nothing was sent or lost. */
export function endWithError(error: unknown, dataFolder: string, log: AppLog): void {
  log.error('The app could not start', { error });
  const reason = error instanceof Error ? error.message : 'No reason was given.';
  dialog.showErrorBox(
    'Zoetrope could not start',
    `${reason}\n\nYour clips and settings are untouched. The log is in ${dataFolder}.`,
  );
  app.exit(1);
}

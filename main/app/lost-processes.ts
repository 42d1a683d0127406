/** Chromium's helper processes that end by themselves: it starts them again; the log has it, and graphics are counted. */
import { app } from 'electron';
import { createGraphicsWatch } from '../services/graphics-watch.ts';
import { noteGraphicsFailed } from '../settings/graphics.ts';
import type { AppLog } from './logging.ts';

/** `unreliable` is called once, when the graphics process was lost again and again. */
export function watchLostProcesses(dataFolder: string, log: AppLog, unreliable: () => void): void {
  const graphics = createGraphicsWatch(() => {
    try {
      noteGraphicsFailed(dataFolder, Date.now());
    } catch (error) {
      log.error('That the graphics failed could not be written down', { error });
    }
    unreliable();
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name, serviceName }) => {
    if (reason === 'clean-exit') return;
    log.warn('A helper process ended by itself', { type, reason, exitCode, name: name ?? serviceName });
    if (type === 'GPU') graphics.lost(Date.now());
  });
}

import { protocol } from 'electron';
import { appResponse } from './app-response.ts';

/** Serves `app://zoetrope/…` from the built renderer. */
export function serveApp(folder: string): void {
  protocol.handle('app', (request) => appResponse(folder, request));
}

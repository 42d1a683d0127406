import { protocol } from 'electron';
import type { Language } from '../../preload/contract/domain.ts';
import { appResponse } from './app-response.ts';

/** Serves `app://zoetrope/…` from the built renderer; `language` is what its page is to speak from the first. */
export function serveApp(folder: string, language: () => Language): void {
  protocol.handle('app', (request) => appResponse(folder, request, language));
}

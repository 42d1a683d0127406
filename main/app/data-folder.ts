import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** Puts Electron's own files and ours where the environment says. Must run before the app is ready. */
export function setUpDataFolder(fromEnvironment: string | null): string {
  if (fromEnvironment !== null) {
    mkdirSync(fromEnvironment, { recursive: true });
    app.setPath('userData', fromEnvironment);
  }
  return app.getPath('userData');
}

/** `Videos/Zoetrope`, or the library in the folder that the environment names. */
export function defaultLibraryFolder(fromEnvironment: string | null): string {
  return fromEnvironment === null
    ? path.join(app.getPath('videos'), 'Zoetrope')
    : path.join(fromEnvironment, 'library');
}

import { ensureBuilt } from './build.mjs';
import { PROJECT_ROOT } from './command-line.mjs';
import { openDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * What the app needs to run: Electron and its libraries, and the build.
 * @returns {Promise<{ executable: string }>} Electron's path, absolute
 */
export async function prepareProgram() {
  const { executable } = await ensureElectron(PROJECT_ROOT);
  await ensureSystemLibraries(executable);
  await ensureBuilt(PROJECT_ROOT);
  return { executable };
}

/**
 * What the app needs to open its windows: the program, and a display, which the caller stops.
 * @returns {Promise<{ executable: string, display: import('./display.mjs').Display }>} Electron's path, absolute
 */
export async function prepareApp() {
  const { executable } = await prepareProgram();
  return { executable, display: await openDisplay() };
}

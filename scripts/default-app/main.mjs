// Runs the app that the command line names: what Electron's own default app does for `electron <folder>`, cut down
// to what this project uses. Only the fallback runtime carries it (see ../fallback-runtime.mjs).
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { parseTarget } from './target.mjs';

// Two setters that Electron has for its default app and leaves out of its types.
const defaultApp =
  /** @type {typeof app & { setAppPath(path: string): void, setVersion(version: string): void }} */ (app);
const target = parseTarget(process.argv.slice(1));

if (target.version) {
  process.stdout.write(`v${process.versions['electron']}\n`);
  process.exit(0);
}

try {
  const require = createRequire(import.meta.url);
  for (const module of target.modules) require(path.resolve(module));
  // Awaited at top level on purpose: Electron holds `ready` back until this module is done, so the app can still
  // do what must come before it, such as registering its schemes.
  await import(pathToFileURL(entryOf(path.resolve(target.path))).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}

/**
 * Gives the app its name, version and paths from its package.json.
 * @param {string} given a folder or an entry file
 * @returns {string} the entry file
 */
function entryOf(given) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  if (statSync(given).isFile()) {
    defaultApp.setAppPath(path.dirname(given));
    return given;
  }
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(given, 'package.json'), 'utf8'));
  const manifest = /** @type {{ name?: string, productName?: string, version?: string, main?: string }} */ (
    parsed
  );
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) defaultApp.setVersion(manifest.version);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  defaultApp.setAppPath(given);
  return path.join(given, manifest.main ?? 'index.js');
}

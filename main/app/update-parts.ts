import path from 'node:path';
import { app } from 'electron';
import type { Clock } from '../services/clock.ts';
import { createUpdates } from '../services/updates.ts';
import type { Updates } from '../services/updates.ts';
import type { Environment } from '../settings/environment.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { AppLog } from './logging.ts';
import { findFeed } from './update-feed.ts';
import { createUpdateSource } from './update-source.ts';

export interface UpdatePartsDeps {
  environment: Pick<Environment, 'updateConfig'>;
  clock: Clock;
  log: AppLog;
  preferences: Preferences;
  window: Pick<StudioWindow, 'send'>;
  quit(kept: () => void): void;
}

/** New versions of the app, with where this copy of it gets them from. */
export function createUpdateParts(deps: UpdatePartsDeps): Updates {
  const { environment, clock, log, preferences, window } = deps;
  const tried = app.isPackaged ? null : environment.updateConfig;
  const feed = findFeed({
    platform: process.platform,
    configFile: tried ?? path.join(process.resourcesPath, 'app-update.yml'),
    variables: process.env,
  });
  return createUpdates({
    source: createUpdateSource(feed, log),
    clock,
    log,
    wanted: () => preferences.settings().lookForUpdates,
    skippedVersion: () => preferences.skippedVersion(),
    skip: (version) => {
      preferences.skipVersion(version);
    },
    quit: (kept) => {
      deps.quit(kept);
    },
    changed: (state) => {
      window.send('updateChanged', state);
    },
  });
}

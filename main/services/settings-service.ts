import { mkdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Settings } from '../../preload/contract/domain.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { settle } from '../../preload/contract/rules.ts';
import type { Preferences } from '../settings/preferences.ts';
import { defaultModel, findModel } from './models/catalogue.ts';

/** Some of the settings, as a form sends them; a field left out stays as it is. */
export type SettingsPatch = {
  [Name in Exclude<keyof Settings, 'libraryFolder'>]?: Settings[Name] | undefined;
};

export interface SettingsService {
  get(): Settings;
  update(patch: SettingsPatch): Settings;
  /** Asks the user for a folder; clips that are there already stay where they are. */
  chooseLibraryFolder(): Promise<Result<Settings>>;
}

export interface SettingsServiceDeps {
  preferences: Preferences;
  /** The native folder dialog; gives null when it was closed without a choice. */
  askFolder(current: string): Promise<string | null>;
  changed(settings: Settings): void;
}

async function canWrite(folder: string): Promise<boolean> {
  const probe = path.join(folder, `.zoetrope-${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

/** Defaults that go together: what the model does not make of them is the nearest that it does. */
function settled(settings: Settings): Settings {
  const model = (settings.defaultModel === null ? null : findModel(settings.defaultModel)) ?? defaultModel;
  const { aspectRatio, resolution, duration } = settle(model, 'text', {
    aspectRatio: settings.defaultAspectRatio,
    resolution: settings.defaultResolution,
    duration: settings.defaultDuration,
  });
  return {
    ...settings,
    defaultAspectRatio: aspectRatio,
    defaultResolution: resolution,
    defaultDuration: duration,
  };
}

export function createSettingsService({
  preferences,
  askFolder,
  changed,
}: SettingsServiceDeps): SettingsService {
  const tell = (stored: Settings): Settings => {
    const settings = settled(stored);
    changed(settings);
    return settings;
  };
  return {
    get: () => settled(preferences.settings()),
    update(patch) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      return tell(preferences.update(given));
    },
    async chooseLibraryFolder() {
      const folder = await askFolder(preferences.settings().libraryFolder);
      if (folder === null) return ok(settled(preferences.settings()));
      if (!(await canWrite(folder))) {
        return fail({
          code: 'library_unavailable',
          message:
            'Zoetrope may not write to this folder, so the library stays where it is. Choose another one.',
          retryable: true,
        });
      }
      return ok(tell(preferences.setLibraryFolder(folder)));
    },
  };
}

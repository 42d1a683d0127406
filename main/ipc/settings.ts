import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { SettingsService } from '../services/settings-service.ts';
import type { Handlers } from './registry.ts';

export function settingsHandlers(settings: SettingsService): Handlers<ZoetropeContract['settings']> {
  return {
    get: () => ok(settings.get()),
    update: (patch) => ok(settings.update(patch)),
    chooseLibraryFolder: () => settings.chooseLibraryFolder(),
  };
}

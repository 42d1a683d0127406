import type { ServiceState } from '../../preload/contract/domain.ts';
import type { Preferences } from '../settings/preferences.ts';

export interface WelcomeDeps {
  preferences: Preferences;
  /** Demo mode was asked for, so there is nothing to choose. */
  isDemoWanted: boolean;
  mode: ServiceState['mode'];
  /** Something was made here before, or its list was damaged. */
  hasLibrary(): boolean;
}

/** Decides at start who needs no first steps: whoever has a key, asked for the demo or has made something. */
export function settleWelcome({ preferences, isDemoWanted, mode, hasLibrary }: WelcomeDeps): void {
  if (preferences.settings().welcomed) return;
  if (isDemoWanted || mode !== 'demo' || hasLibrary()) preferences.update({ welcomed: true });
}

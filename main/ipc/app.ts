import type { ZoetropeContract } from '../../preload/contract/api.ts';
import type { CommandId } from '../../preload/contract/commands.ts';
import { ok } from '../../preload/contract/result.ts';
import type { AppStateService } from '../services/app-state.ts';
import type { Handlers } from './registry.ts';

/** The only addresses that the app opens in a browser. */
const links = {
  'get-key': 'https://aistudio.google.com/apikey',
  pricing: 'https://ai.google.dev/gemini-api/docs/pricing',
  'video-guide': 'https://ai.google.dev/gemini-api/docs/video',
  'key-limits': 'https://console.cloud.google.com/apis/credentials',
  'enable-api': 'https://console.cloud.google.com/apis/library/generativelanguage.googleapis.com',
  'enable-agent-platform': 'https://console.cloud.google.com/apis/library/aiplatform.googleapis.com',
  billing: 'https://console.cloud.google.com/billing',
  usage: 'https://aistudio.google.com/usage',
  regions: 'https://ai.google.dev/gemini-api/docs/available-regions',
  status: 'https://aistudio.google.com/status',
} as const;

export function appHandlers(
  appState: AppStateService,
  openExternal: (url: string) => Promise<void>,
  takeShown: () => string[],
  setImpossible: (commands: CommandId[]) => void,
): Handlers<ZoetropeContract['app']> {
  return {
    state: () => ok(appState.get()),
    openLink: async ({ link }) => {
      await openExternal(links[link]);
      return ok(null);
    },
    shown: () => ok({ operationIds: takeShown() }),
    setImpossible: ({ commands }) => {
      setImpossible(commands);
      return ok(null);
    },
    dismissNotice: ({ notice }) => ok(appState.dismiss(notice)),
  };
}

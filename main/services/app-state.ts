import type { AppState, NoticeCode, Restored } from '../../preload/contract/domain.ts';
import type { Connection } from './connection.ts';

export interface AppStateService {
  get(): AppState;
  /** Adds something that the user should know of. */
  notice(code: NoticeCode): void;
  /** More is known of how the library came back. */
  restored(found: Pick<Restored, 'clips' | 'followed'>): void;
  dismiss(code: NoticeCode): AppState;
  /** Tells the window that something of it has changed. */
  refresh(): AppState;
}

export interface AppStateDeps {
  version: string;
  platform: NodeJS.Platform;
  /** What the app speaks just now, and how it writes numbers. */
  speech(): Pick<AppState, 'language' | 'locale'>;
  connection: Connection;
  notices: readonly NoticeCode[];
  restored: Restored | null;
  changed(state: AppState): void;
}

export function createAppState({ connection, changed, ...facts }: AppStateDeps): AppStateService {
  const notices = new Set<NoticeCode>(facts.notices);
  let { restored } = facts;
  const platform = facts.platform === 'darwin' || facts.platform === 'win32' ? facts.platform : 'linux';
  const get = (): AppState => ({
    version: facts.version,
    platform,
    ...facts.speech(),
    service: connection.state(),
    key: connection.gemini.keyState(),
    agentPlatform: connection.agentPlatform.state(),
    notices: [...notices],
    restored,
  });
  const refresh = (): AppState => {
    const state = get();
    changed(state);
    return state;
  };
  return {
    get,
    refresh,
    notice(code) {
      notices.add(code);
      refresh();
    },
    restored(found) {
      if (restored === null) return;
      restored = { ...restored, ...found };
      refresh();
    },
    dismiss(code) {
      notices.delete(code);
      return refresh();
    },
  };
}

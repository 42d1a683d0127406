/** Who makes the clips: the user's service by the key, or the demo service, which has the media window draw them. */
import path from 'node:path';
import type { BaseUrl } from '../../preload/contract/base-url.ts';
import type { Senders } from '../security/senders.ts';
import type { Clock } from '../services/clock.ts';
import { createAgentConnection } from '../services/agent-connection.ts';
import { createConnection } from '../services/connection.ts';
import type { Connection } from '../services/connection.ts';
import { createGeminiConnection } from '../services/gemini-connection.ts';
import { createDemoService } from '../services/demo/demo-service.ts';
import { createMediaWorker } from '../services/media/media-worker.ts';
import type { MediaWorker } from '../services/media/media-worker.ts';
import type { Environment } from '../settings/environment.ts';
import { openKeyVault } from '../settings/key-vault.ts';
import { openPlaceStore } from '../settings/place-store.ts';
import { createMediaWindows } from '../windows/media-window.ts';
import { keyEncryption } from './key-encryption.ts';
import type { AppLog } from './logging.ts';

export interface MakersDeps {
  environment: Environment;
  dataFolder: string;
  clock: Clock;
  log: AppLog;
  senders: Senders;
  developmentServer: string | null;
  fetch: typeof fetch;
}

export interface Makers {
  connection: Connection;
  worker: MediaWorker;
  /** The media window has loaded. */
  workerReady(): void;
  /** True when a stored key cannot be decrypted any more. */
  isKeyUnreadable: boolean;
  /** Never fails: what goes wrong is in the log, and demo operations wait. */
  startDemo(): Promise<void>;
  /** Ends the demo service and the media window. */
  stop(): Promise<void>;
}

export async function createMakers(deps: MakersDeps): Promise<Makers> {
  const { environment, dataFolder, clock, log, senders, developmentServer, fetch: send } = deps;
  const windows = createMediaWindows(senders, developmentServer);
  const worker = createMediaWorker({ clock, log, openWindow: (gone) => windows.open(gone) });
  const demo = createDemoService({ stateFolder: path.join(dataFolder, 'demo'), worker, fetch: send });
  const startDemo = (): Promise<void> =>
    demo.start().catch((error: unknown) => {
      log.error('The demo service could not start', { error });
    });
  const customUrl = (baseUrl: BaseUrl) => (baseUrl.kind === 'custom' ? baseUrl.url : null);
  const { apiKey, baseUrl, agentPlatform } = environment;
  const [vault, agentVault, places] = await Promise.all([
    openKeyVault({
      ...{ dataFolder, encryption: keyEncryption, fileName: 'key.json' },
      environment: { key: apiKey, baseUrl: customUrl(baseUrl) },
    }),
    openKeyVault({
      ...{ dataFolder, encryption: keyEncryption, fileName: 'agent-platform-key.json' },
      environment: { key: agentPlatform.apiKey, baseUrl: customUrl(agentPlatform.baseUrl) },
    }),
    openPlaceStore(dataFolder),
  ]);
  log.setSecrets(() => [...vault.secrets(), ...agentVault.secrets()]);
  return {
    connection: createConnection({
      gemini: createGeminiConnection({ baseUrl, vault, fetch: send }),
      agentPlatform: createAgentConnection({
        ...{ environment: agentPlatform, vault: agentVault, places, fetch: send },
      }),
      demo: environment.demo,
      demoBackend: () => demo.backend(),
      startDemo,
    }),
    worker,
    workerReady: () => {
      windows.ready();
    },
    isKeyUnreadable: vault.isUnreadable || agentVault.isUnreadable,
    startDemo,
    async stop() {
      // Before the worker: a drawing that ends with the app is no failure of the demo service, it begins anew next time.
      await demo.stop();
      worker.stop();
    },
  };
}

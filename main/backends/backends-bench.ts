/** The three backends against one emulator, for tests that hold for all of them. */
import { OAuth2Client } from 'google-auth-library';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator, EmulatorOptions } from '../../emulator/server.ts';
import { tinyMp4 } from '../../tests/support/tiny-mp4.ts';
import { createAgentPlatformVeo } from './agent-platform-veo.ts';
import type { AgentPlatformAccess } from './agent-client.ts';
import { createGemini } from './gemini.ts';
import type { StartRequest, VideoBackend } from './video-backend.ts';

export const apiKey = 'a-key-for-tests';
export const token = 'a-token-for-tests';
export const clip = tinyMp4(4_000);

export interface Service {
  name: string;
  model: string;
  make(url: string, send?: typeof fetch): VideoBackend;
  createPath: string;
}

const agent = (url: string, send: typeof fetch, more: Partial<AgentPlatformAccess> = {}) =>
  createAgentPlatformVeo({
    ...{ baseUrl: url, storageUrl: url, outputUri: null, fetch: send },
    credentials: { kind: 'key', apiKey },
    ...more,
  });

/** As Application Default Credentials end: a client with a token that is good for a while. */
export function credentials(accessToken = token): AgentPlatformAccess['credentials'] {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: accessToken, expiry_date: Date.now() + 3_600_000 });
  return { kind: 'project', project: 'my-project', location: 'us-central1', authClient };
}

export const services: Service[] = [
  {
    name: 'Veo at the Gemini API',
    model: 'veo-3.1-generate-preview',
    make: (baseUrl, send = fetch) => createGemini({ baseUrl, apiKey, fetch: send }),
    createPath: '/v1beta/models/veo-3.1-generate-preview:predictLongRunning',
  },
  {
    name: 'Omni Flash at the Gemini API',
    model: 'gemini-omni-1.2-flash',
    make: (baseUrl, send = fetch) => createGemini({ baseUrl, apiKey, fetch: send }),
    createPath: '/v1beta/interactions',
  },
  {
    name: 'Veo on the Agent Platform, with a key',
    model: 'veo-3.1-generate-001',
    make: (url, send = fetch) => agent(url, send),
    createPath: '/v1/publishers/google/models/veo-3.1-generate-001:predictLongRunning',
  },
  {
    name: 'Veo on the Agent Platform, with a project and a bucket',
    model: 'veo-3.1-generate-001',
    make: (url, send = fetch) =>
      agent(url, send, { credentials: credentials(), outputUri: 'gs://my-bucket/clips' }),
    createPath:
      '/v1/projects/my-project/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning',
  },
];

export function lionFor({ model }: Service): StartRequest {
  return {
    ...{ model, prompt: 'lion walking', negativePrompt: null, image: null },
    ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
  };
}

export interface Bench {
  emulator: Emulator;
  pass(ms: number): void;
}

export async function emulatorBench(options: Partial<EmulatorOptions> = {}): Promise<Bench> {
  let time = Date.UTC(2026, 10, 22);
  const emulator = await startEmulator({
    clips: { clip: () => Promise.resolve(clip) },
    ...{ apiKey, tokens: [token], delayMs: 3_000, now: () => time, ...options },
  });
  return {
    emulator,
    pass(ms) {
      time += ms;
    },
  };
}

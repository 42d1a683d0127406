/** How main reaches the Agent Platform: a key, or a project with the credentials of this computer. */
import type { GoogleGenAI } from '@google/genai';
import type { AuthClient } from 'google-auth-library';
import type { AgentCredentials } from './agent-credentials.ts';
import { withoutRedirects } from './gemini-client.ts';

export interface AgentPlatformAccess {
  /** Without a trailing slash; null for Google's own, which hangs on the location. */
  baseUrl: string | null;
  /** Where buckets are read; null for Google's own. */
  storageUrl: string | null;
  credentials:
    | { kind: 'key'; apiKey: string }
    /** Application Default Credentials, unless a client is given. */
    | { kind: 'project'; project: string; location: string; authClient?: AuthClient };
  /** `gs://…` for clips to be written to; null for clips inside the answer. */
  outputUri: string | null;
  /** Node's own fetch, for the reason that `GeminiAccess` gives. */
  fetch: typeof fetch;
}

export function agentBaseUrl({ baseUrl, credentials }: AgentPlatformAccess): string {
  if (baseUrl !== null) return baseUrl;
  if (credentials.kind === 'key' || credentials.location === 'global')
    return 'https://aiplatform.googleapis.com';
  const { location } = credentials;
  return ['us', 'eu'].includes(location)
    ? `https://aiplatform.${location}.rep.googleapis.com`
    : `https://${location}-aiplatform.googleapis.com`;
}

/**
 * Loads the SDK when it is first needed. The models of this service are of its first version.
 * @param own null where a key is used
 * @throws where the credentials of this computer do not work
 */
export async function agentClient(
  access: AgentPlatformAccess,
  own: AgentCredentials | null,
  timeoutMs: number,
): Promise<GoogleGenAI> {
  const { GoogleGenAI: Client } = await import('@google/genai');
  const { credentials } = access;
  return new Client({
    // Said explicitly, so that the SDK's own environment switches decide nothing.
    vertexai: true,
    apiVersion: 'v1',
    ...(credentials.kind === 'key'
      ? { apiKey: credentials.apiKey }
      : {
          project: credentials.project,
          location: credentials.location,
          ...(own ? { googleAuthOptions: { authClient: await own.client() } } : {}),
        }),
    httpOptions: {
      baseUrl: agentBaseUrl(access),
      apiVersion: 'v1',
      timeout: timeoutMs,
      fetch: withoutRedirects(access.fetch),
    },
  });
}

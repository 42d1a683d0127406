/** This computer's Google Cloud credentials (Application Default Credentials), found when they are first needed. */
import type { AuthClient } from 'google-auth-library';
import type { AppError } from '../../preload/contract/result.ts';
import { noCredentials } from './outcomes.ts';
import { networkError, wasNeverSent } from './service-errors.ts';

export interface AgentCredentials {
  /** @throws where there are no credentials that work */
  client(): Promise<AuthClient>;
  /** The token, and the project that is billed for it. @throws as `token` */
  headers(): Promise<Headers>;
  /** Renewed before it ends. @throws where there are no credentials that work, or they cannot be renewed */
  token(): Promise<string | null>;
}

const scope = 'https://www.googleapis.com/auth/cloud-platform';

/** @param given instead of those of this computer */
export function createAgentCredentials(send: typeof fetch, given?: AuthClient): AgentCredentials {
  let found: AuthClient | null = given ?? null;

  async function client(): Promise<AuthClient> {
    if (found !== null) return found;
    const { GoogleAuth } = await import('google-auth-library');
    // A new one for each try: whoever logs in meanwhile need not start the app again.
    const auth = new GoogleAuth({
      scopes: [scope],
      clientOptions: { transporterOptions: { fetchImplementation: send } },
    });
    found = await auth.getClient();
    return found;
  }

  return {
    client,
    headers: async () => (await client()).getRequestHeaders(),
    async token() {
      const { token } = await (await client()).getAccessToken();
      return token ?? null;
    },
  };
}

/** Why there is no token: no network, or no credentials that work. Nothing was sent to the service. */
export function credentialsError(error: unknown): AppError {
  const wasAnswered = error instanceof Error && 'response' in error && error.response !== undefined;
  if (wasAnswered || !wasNeverSent(error)) return noCredentials();
  const problem = networkError(error);
  return { ...problem, details: { ...problem.details, charged: false } };
}

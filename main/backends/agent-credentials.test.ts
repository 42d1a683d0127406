import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { createAgentCredentials, credentialsError } from './agent-credentials.ts';

let file: string;

beforeEach(async () => {
  file = path.join(await temporaryFolder(), 'credentials.json');
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', file);
});
afterEach(() => vi.unstubAllEnvs());

/** As `gcloud auth application-default login` leaves them. */
const logIn = () =>
  writeFile(
    file,
    JSON.stringify({
      ...{ type: 'authorized_user', client_id: 'id', client_secret: 'of-the-tests' },
      ...{ refresh_token: 'of-the-tests', quota_project_id: 'who-pays' },
    }),
  );

const tokens = (): typeof fetch =>
  vi.fn(() => Promise.resolve(Response.json({ access_token: 'a-token', expires_in: 3600 })));

async function failureOf(send: typeof fetch) {
  const error: unknown = await createAgentCredentials(send)
    .token()
    .catch((failure: unknown) => failure);
  return credentialsError(error);
}

test('the token comes through the app’s own fetch, once, with the project that pays', async () => {
  await logIn();
  const send = tokens();
  const credentials = createAgentCredentials(send);
  expect(await credentials.token()).toBe('a-token');
  const headers = await credentials.headers();
  expect(headers.get('authorization')).toBe('Bearer a-token');
  expect(headers.get('x-goog-user-project')).toBe('who-pays');
  expect(send).toHaveBeenCalledOnce();
});

test('whoever logs in meanwhile need not start the app again', async () => {
  const credentials = createAgentCredentials(tokens());
  await expect(credentials.token()).rejects.toThrow();
  await logIn();
  expect(await credentials.token()).toBe('a-token');
});

test('credentials that are missing or have ended are told from a network that is down', async () => {
  expect((await failureOf(tokens())).details?.failure).toBe('no_credentials');
  await logIn();
  const ended = () => Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));
  expect((await failureOf(ended)).details?.failure).toBe('no_credentials');
  const down = () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ENOTFOUND' }) }),
    );
  const offline = await failureOf(down);
  expect(offline.details).toEqual({ failure: 'offline', charged: false });
  expect(JSON.stringify(offline)).not.toContain('of-the-tests');
}, 20_000);

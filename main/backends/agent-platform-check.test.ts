import { expect, onTestFinished, test } from 'vitest';
import type { AgentPlatformAccess } from './agent-client.ts';
import { checkAgentPlatform } from './agent-platform-check.ts';
import { apiKey, credentials, emulatorBench } from './backends-bench.ts';

const access = (more: Partial<AgentPlatformAccess>): AgentPlatformAccess => ({
  ...{ credentials: { kind: 'key', apiKey }, baseUrl: null, storageUrl: null, outputUri: null, fetch },
  ...more,
});

/** A service that gives one answer to everything. */
const answering =
  (status: number, body: unknown): typeof fetch =>
  // A text that is no JSON, or Google's form of an error.
  () =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

const refusal = (code: number, status: string, message: string, reason?: string) => ({
  error: { code, message, status, ...(reason === undefined ? {} : { details: [{ reason }] }) },
});

test.each([
  ['a key', { kind: 'key', apiKey } as const],
  ['a project', credentials()],
])('%s that works is told by a question that starts nothing', async (_what, own) => {
  const { emulator } = await emulatorBench();
  onTestFinished(() => emulator.close());
  expect(await checkAgentPlatform(access({ credentials: own, baseUrl: emulator.url }))).toBeNull();
  expect(emulator.requests).toHaveLength(1);
  expect(emulator.creates()).toEqual([]);
  expect(JSON.stringify([emulator.requests[0]?.path, emulator.requests[0]?.body])).not.toContain(apiKey);
});

test('a wrong key and wrong credentials are told apart', async () => {
  const { emulator } = await emulatorBench();
  onTestFinished(() => emulator.close());
  const wrong = access({ credentials: { kind: 'key', apiKey: 'wrong' }, baseUrl: emulator.url });
  expect(await checkAgentPlatform(wrong)).toMatchObject({
    code: 'invalid_key',
    details: { failure: 'agent_key' },
  });
  const old = access({ credentials: credentials('of-yesterday'), baseUrl: emulator.url });
  expect(await checkAgentPlatform(old)).toMatchObject({
    code: 'client_not_initialized',
    message: expect.stringContaining('gcloud auth application-default login') as string,
  });
});

test.each([
  [403, refusal(403, 'PERMISSION_DENIED', 'API has not been used', 'SERVICE_DISABLED'), 'agent_api_off'],
  [
    403,
    refusal(403, 'PERMISSION_DENIED', 'Requests are blocked.', 'API_KEY_SERVICE_BLOCKED'),
    'agent_denied',
  ],
  [
    403,
    refusal(403, 'PERMISSION_DENIED', "Permission 'x' denied on resource (or it may not exist)."),
    'agent_project',
  ],
  [403, refusal(403, 'PERMISSION_DENIED', 'Billing is off', 'BILLING_DISABLED'), 'billing_off'],
  [404, refusal(404, 'NOT_FOUND', 'Publisher Model `veo` was not found in location.'), 'model_gone'],
  [503, refusal(503, 'UNAVAILABLE', 'Overloaded.'), 'overload'],
  [407, '', 'proxy'],
] as const)('%i %j is %s', async (status, body, failure) => {
  const problem = await checkAgentPlatform(
    access({ credentials: credentials(), fetch: answering(status, body) }),
  );
  expect(problem?.details?.failure).toBe(failure);
});

test('another server at the address is told from the service', async () => {
  const send = answering(404, '<html>Not found</html>');
  expect((await checkAgentPlatform(access({ fetch: send })))?.message).toMatch(/is not the Agent Platform/);
  const named = answering(400, refusal(400, 'INVALID_ARGUMENT', 'The operation name is malformed.'));
  expect(await checkAgentPlatform(access({ fetch: named }))).toBeNull();
});

test('without credentials on this computer nothing is sent to the service', async () => {
  const problem = await checkAgentPlatform(
    access({ credentials: { ...credentials(), authClient: undefined } as never, fetch: answering(200, {}) }),
  );
  expect(problem).toMatchObject({ details: { failure: 'no_credentials', charged: false } });
}, 20_000);

/** Asks the Agent Platform whether a key or a project works, at no cost. */
import { agentBaseUrl } from './agent-client.ts';
import type { AgentPlatformAccess } from './agent-client.ts';
import { createAgentCredentials, credentialsError } from './agent-credentials.ts';
import { atAgentPlatform } from './agent-words.ts';
import { failureError, failureToError, networkError } from './service-errors.ts';
import { readFailure } from './service-failure.ts';
import type { ServiceFailure } from './service-failure.ts';
import type { AppError } from '../../preload/contract/result.ts';

const timeoutMs = 20_000;

const model = 'publishers/google/models/veo-3.1-generate-001';
/**
 * An operation that nobody has made. The service checks who asks before it looks for it: "not found" and "not a valid
 * name" are what a good key hears. Its lists of models say nothing, they take no keys.
 */
const noOperation = `${model}/operations/00000000-0000-4000-8000-000000000000`;

/** Google's errors are JSON; what says "not found" in other words is something else. */
function notTheService(): AppError {
  return {
    code: 'service_refused',
    message: 'What answers at this address is not the Agent Platform. Check the address and try again.',
    retryable: false,
    details: { httpStatus: 404, charged: false },
  };
}

function problemOf(failure: ServiceFailure, kind: AgentPlatformAccess['credentials']['kind']) {
  const { httpStatus, message } = failure;
  if (httpStatus === 404) {
    if (message === '') return notTheService();
    if (!/publisher model/i.test(message)) return null;
    const todo = 'Choose another location, for example us-central1.';
    return failureError('model_gone', { todo, httpStatus, serviceMessage: message });
  }
  const error = failureToError(failure);
  const isAboutTheName = httpStatus === 400 && error.details?.failure === 'refused';
  return isAboutTheName && message !== '' ? null : atAgentPlatform(error, kind);
}

/** Null when it works. Never throws. */
export async function checkAgentPlatform(access: AgentPlatformAccess): Promise<AppError | null> {
  const { credentials } = access;
  const own =
    credentials.kind === 'project' ? createAgentCredentials(access.fetch, credentials.authClient) : null;
  let headers: Headers;
  try {
    headers = own ? await own.headers() : new Headers();
  } catch (error) {
    return credentialsError(error);
  }
  if (credentials.kind === 'key') headers.set('x-goog-api-key', credentials.apiKey);
  headers.set('content-type', 'application/json');
  const place =
    credentials.kind === 'key' ? '' : `projects/${credentials.project}/locations/${credentials.location}/`;
  try {
    const response = await access.fetch(`${agentBaseUrl(access)}/v1/${place}${model}:fetchPredictOperation`, {
      ...{ method: 'POST', headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) },
      body: JSON.stringify({ operationName: place + noOperation }),
    });
    const body = await response.text();
    return response.ok ? null : problemOf(readFailure(response.status, body), credentials.kind);
  } catch (error) {
    return networkError(error);
  }
}

/** The Agent Platform's refusals in its own words: its keys come from elsewhere, and it has projects. */
import type { FailureId } from '../../preload/contract/failures.ts';
import type { AppError, ErrorDetails } from '../../preload/contract/result.ts';
import type { AgentPlatformAccess } from './agent-client.ts';
import { failureError } from './service-errors.ts';

type Kind = AgentPlatformAccess['credentials']['kind'];

const words: Record<Kind, Partial<Record<FailureId, FailureId>>> = {
  key: { bad_key: 'agent_key', restricted_key: 'agent_denied', api_off: 'agent_api_off' },
  project: { restricted_key: 'agent_denied', api_off: 'agent_api_off' },
};

/** Google does not tell a project that is not there from one that the account may not see. */
const unknownProject = /\bproject\b.*(not found|not exist|invalid)|may not exist|CONSUMER_INVALID/i;

function ofProject(failure: FailureId, { httpStatus, serviceMessage = '' }: ErrorDetails) {
  if (failure === 'bad_key' && httpStatus === 401) return 'no_credentials';
  if (failure === 'restricted_key' && unknownProject.test(serviceMessage)) return 'agent_project';
  return words.project[failure];
}

/** The same error, with what the user of this service can do about it. */
export function atAgentPlatform(error: AppError, kind: Kind): AppError {
  const { failure, ...details } = error.details ?? {};
  if (failure === undefined) return error;
  const id = kind === 'project' ? ofProject(failure, details) : words.key[failure];
  return id === undefined ? error : failureError(id, details);
}

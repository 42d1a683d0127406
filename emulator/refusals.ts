/** Requests that the service refuses for what they ask or where they come from. */
import { ServiceError, invalidArgument } from './answers.ts';

export function billingOff(): ServiceError {
  return new ServiceError(
    400,
    'FAILED_PRECONDITION',
    'Please enable billing on your project to use this model.',
  );
}

export function region(): ServiceError {
  return new ServiceError(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.');
}

export function personSetting(): ServiceError {
  return invalidArgument('allow_all for personGeneration is currently not supported.');
}

export function filteredPrompt(): ServiceError {
  return invalidArgument(
    "The prompt could not be submitted. This prompt contains sensitive words that violate Google's Responsible AI practices. Try rephrasing the prompt. Support codes: 42876398",
  );
}

export function filteredImage(): ServiceError {
  return invalidArgument(
    "The input image violates Google's Responsible AI practices. Try another image. Support codes: 63429089",
  );
}

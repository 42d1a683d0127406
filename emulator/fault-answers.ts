/** The answers that faults give in place of the real ones. */
import { ServiceError, invalidArgument, retiredModel, sendText } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { cut } from './exchange.ts';
import type { FaultSpec } from './faults.ts';
import { apiOff, badKey, leakedKey, restrictedKey, unauthenticated } from './keys.ts';
import { dayQuota, noQuota, rateLimit } from './quotas.ts';
import { billingOff, filteredImage, filteredPrompt, personSetting, region } from './refusals.ts';
import { unsupported } from './veo-fields.ts';

const internal = () => new ServiceError(500, 'INTERNAL', 'An internal error has occurred. Please retry.');
const unavailable = () =>
  new ServiceError(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.');

const defaultRetrySeconds = 23;

/** @throws ServiceError always: what a refused create is answered with */
export function playCreateFault(fault: FaultSpec, model: string): never {
  throw refusalOf(fault, model).as(fault.form ?? 'google');
}

function refusalOf(fault: FaultSpec, model: string): ServiceError {
  switch (fault.name) {
    case 'rate-limit':
      return rateLimit(fault.seconds ?? defaultRetrySeconds);
    case 'rate-limit-bare':
      return rateLimit(null);
    case 'unavailable':
      return unavailable();
    case 'bad-key':
      return badKey();
    case 'restricted-key':
      return restrictedKey();
    case 'api-off':
      return apiOff();
    case 'retired-model':
      return retiredModel(model);
    case 'unsupported':
      return unsupported();
    case 'quota-day':
      return dayQuota();
    case 'no-quota':
      return noQuota(model);
    case 'leaked-key':
      return leakedKey();
    case 'billing-off':
      return billingOff();
    case 'region':
      return region();
    case 'person-setting':
      return personSetting();
    case 'filtered-prompt':
      return filteredPrompt();
    case 'filtered-image':
      return filteredImage();
    default:
      return internal();
  }
}

/** The beginning of a good answer, which then breaks off. */
export function sendBrokenJson(exchange: Exchange, text: string): void {
  sendText(exchange.response, 200, text, 'application/json; charset=UTF-8');
}

/**
 * @param unknown what this wire says of an operation that it does not know
 * @throws ServiceError unless the fault is one of the connection or of the format
 */
export function playPollFault(
  fault: FaultSpec,
  exchange: Exchange,
  operationName: string,
  unknown: () => ServiceError,
): void {
  switch (fault.name) {
    case 'poll-cut':
      cut(exchange);
      return;
    case 'poll-malformed':
      sendBrokenJson(exchange, `{"name": "${operationName}", "done`);
      return;
    case 'poll-503':
      throw unavailable().as(fault.form ?? 'google');
    case 'poll-404':
      throw unknown();
    case 'poll-401':
      throw unauthenticated().as(fault.form ?? 'google');
    case 'poll-403':
      throw restrictedKey().as(fault.form ?? 'google');
    case 'multiple-credentials':
      // As clients have seen it: in a list, although nothing was sent but the key.
      throw invalidArgument('Multiple authentication credentials received. Please pass only one.').as(
        fault.form ?? 'array',
      );
    default:
      throw internal().as(fault.form ?? 'google');
  }
}

/**
 * The faults of the list of models that refuse it.
 * @throws ServiceError unless the connection is cut
 */
export function playModelsFault(fault: FaultSpec, exchange: Exchange): void {
  switch (fault.name) {
    case 'models-cut':
      cut(exchange);
      return;
    case 'bad-key':
      throw badKey();
    case 'restricted-key':
      throw restrictedKey();
    case 'api-off':
      throw apiOff();
    case 'leaked-key':
      throw leakedKey();
    default:
      throw internal();
  }
}

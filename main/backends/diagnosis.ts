/**
 * Tells from a service's answer what is wrong. Statuses and reasons decide where there are any (google.rpc.ErrorInfo,
 * QuotaFailure); Google's sentences only where nothing else tells two cases apart.
 */
import type { FailureId } from '../../preload/contract/failures.ts';
import type { ServiceFailure } from './service-failure.ts';

export type FilterId = Extract<FailureId, `filtered${string}`>;

export function isFilter(id: FailureId): id is FilterId {
  return id.startsWith('filtered');
}

/** Words that only the filter uses. Source: messages of Veo and Imagen as users report them. */
const filterWords =
  /responsible ai|safety (filter|polic)|usage guidelines|sensitive words|support codes?|violates? (our|google|the) .*(polic|guidelines|practices)/i;

/**
 * Which part of a request the filter minded, by its words and its support codes. Source of the codes: Google's
 * "Responsible AI and usage guidelines" for Veo and Imagen.
 */
export function diagnoseFilter(reason: string): FilterId {
  const codes = supportCodes(reason);
  if (codes.some((code) => personCodes.has(code))) return 'filtered_person';
  if (/\b(audio|sound|speech|voice)\b/i.test(reason)) return 'filtered_audio';
  if (/\b(celebrit|child|children|minor|person|people|face|likeness)/i.test(reason)) return 'filtered_person';
  if (
    /\b(input|your|the|provided|uploaded) (image|photo|frame)|\bimages?\b.*\b(contain|violat|blocked)/i.test(
      reason,
    )
  ) {
    return 'filtered_image';
  }
  if (/\bprompt\b.*(could not|couldn't|can't|contain|violat|blocked|sensitive)/i.test(reason))
    return 'filtered_prompt';
  return 'filtered';
}

/** Children, celebrities, people and faces. */
const personCodes = new Set(['58061214', '17301594', '29310472', '15236754', '39322892']);

/** `Support codes: 29310472, 15236754` in a filter's words. */
export function supportCodes(reason: string): string[] {
  const list = /support codes?:?\s*((?:\d{6,10}[\s,]*)+)/i.exec(reason)?.[1] ?? '';
  return list.match(/\d+/g) ?? [];
}

/** What an answer with an error status says. */
export function diagnose(failure: ServiceFailure): FailureId {
  const { httpStatus: status, message, reason } = failure;
  if (reason === 'API_KEY_INVALID' || status === 401 || /api key (not valid|expired)/i.test(message))
    return 'bad_key';
  if (/reported as leaked/i.test(message)) return 'leaked_key';
  if (reason === 'BILLING_DISABLED') return 'billing_off';
  switch (status) {
    case 400:
      return diagnoseRefusal(message);
    case 403:
      if (reason === 'SERVICE_DISABLED' || /has not been used in project|it is disabled/i.test(message)) {
        return 'api_off';
      }
      return /billing/i.test(message) ? 'billing_off' : 'restricted_key';
    case 404:
      return 'model_gone';
    case 407:
      return 'proxy';
    case 429:
      return diagnoseLimit(failure);
    case 503:
      return 'overload';
    default:
      return status >= 500 ? 'service_down' : 'refused';
  }
}

/** A 400 says by its sentence alone what it minds. */
function diagnoseRefusal(message: string): FailureId {
  if (/location is not supported/i.test(message)) return 'region';
  if (/billing/i.test(message)) return 'billing_off';
  if (filterWords.test(message)) return diagnoseFilter(message);
  if (/person_?generation|allow_(all|adult)|dont_allow/i.test(message)) return 'person_setting';
  if (/not supported|unsupported|out of bound|isn't supported/i.test(message)) return 'unsupported';
  return 'refused';
}

/** Google says "exceeded your current quota" of every limit: the limit's own name tells a minute's from a day's. */
function diagnoseLimit({ message, quotaIds = [] }: ServiceFailure): FailureId {
  if (/limit:\s*0\b/.test(message)) return 'no_quota';
  return quotaIds.some((id) => /per_?day/i.test(id)) ? 'quota' : 'rate_limit';
}

/** An operation's own error, which has a sentence and no status. Null: nothing is known but that it failed. */
export function diagnoseEnd(message: string): FilterId | null {
  return filterWords.test(message) ? diagnoseFilter(message) : null;
}

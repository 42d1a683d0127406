/** Which keys are good and what they have; the service's answers to those that are not. */
import { ServiceError, invalidArgument } from './answers.ts';
import type { Exchange } from './exchange.ts';
import type { ModelFamily } from './models.ts';

/** What a key can be: having all models or some of them, or refused. */
export const keyKinds = ['all', 'veo', 'omni', 'restricted', 'api-off', 'bad'] as const;
export type KeyKind = (typeof keyKinds)[number];

const families: Record<KeyKind, readonly ModelFamily[]> = {
  all: ['veo', 'omni', 'image', 'agent'],
  veo: ['veo'],
  omni: ['omni', 'image'],
  restricted: [],
  'api-off': [],
  bad: [],
};

export interface KeyRules {
  /** The only good key; undefined when any is good. */
  apiKey: string | undefined;
  /** What single keys are, whatever {@link apiKey} says. */
  keys: Readonly<Record<string, KeyKind>>;
  /** What all other keys are. */
  otherKeys: KeyKind;
  /** The only good OAuth tokens; undefined when any is good. */
  tokens: readonly string[] | undefined;
}

const noCredentials = () =>
  new ServiceError(
    403,
    'PERMISSION_DENIED',
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  );

/**
 * Lets a good key pass and says what it has. The header is what Google documents; `?key=` is what other clients still
 * send.
 * @throws ServiceError 403 without a key, 400 API_KEY_INVALID (not 401) with a wrong one
 */
export function checkKey(exchange: Exchange, rules: KeyRules): readonly ModelFamily[] {
  const key = keyOf(exchange);
  if (key === '') throw noCredentials();
  return judge(key, rules);
}

/**
 * The same where an OAuth token is as good as a key, as on the Agent Platform.
 * @throws ServiceError 401 for a wrong token
 */
export function checkKeyOrToken(exchange: Exchange, rules: KeyRules): readonly ModelFamily[] {
  const token = /^Bearer +(\S+)$/i.exec(exchange.request.headers.authorization ?? '')?.[1];
  if (token === undefined) return checkKey(exchange, rules);
  if (rules.tokens !== undefined && !rules.tokens.includes(token)) {
    throw unauthenticated();
  }
  return families.all;
}

function keyOf({ request, url }: Exchange): string {
  const header = request.headers['x-goog-api-key'];
  return ((typeof header === 'string' ? header : '') || (url.searchParams.get('key') ?? '')).trim();
}

function judge(key: string, { apiKey, keys, otherKeys }: KeyRules): readonly ModelFamily[] {
  const listed = Object.hasOwn(keys, key) ? keys[key] : undefined;
  const kind = listed ?? (apiKey === undefined || key === apiKey ? otherKeys : 'bad');
  if (kind === 'bad') throw badKey();
  if (kind === 'restricted') throw restrictedKey();
  if (kind === 'api-off') throw apiOff();
  return families[kind];
}

const service = 'generativelanguage.googleapis.com';

const errorInfo = (reason: string, metadata: Record<string, string>) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata,
});

/** The credentials are wrong, or have been taken back. */
export function unauthenticated(): ServiceError {
  return new ServiceError(
    401,
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );
}

export function badKey(): ServiceError {
  const message = 'API key not valid. Please pass a valid API key.';
  return invalidArgument(message, [
    errorInfo('API_KEY_INVALID', { service }),
    { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
  ]);
}

export function restrictedKey(): ServiceError {
  const message = `Requests to this API ${service} are blocked.`;
  return new ServiceError(403, 'PERMISSION_DENIED', message, [
    errorInfo('API_KEY_SERVICE_BLOCKED', { service }),
  ]);
}

/** Google found the key in public. */
export function leakedKey(): ServiceError {
  return new ServiceError(
    403,
    'PERMISSION_DENIED',
    'Your API key was reported as leaked. Please use another API key.',
  );
}

/** The key's project has not turned the API on. */
export function apiOff(): ServiceError {
  const page = `https://console.developers.google.com/apis/api/${service}/overview?project=123456789012`;
  const message = `Generative Language API has not been used in project 123456789012 before or it is disabled. Enable it by visiting ${page} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`;
  return new ServiceError(403, 'PERMISSION_DENIED', message, [
    errorInfo('SERVICE_DISABLED', {
      service,
      consumer: 'projects/123456789012',
      activationUrl: page,
    }),
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [{ description: 'Google developers console API activation', url: page }],
    },
  ]);
}

/**
 * What can go wrong at a service, told apart as far as its answers allow: what happened, whether it costs anything,
 * what to do, and the button that does it. The window, main's errors and docs/TROUBLESHOOTING.md say it from here.
 */
import type { ErrorCode } from './error-codes.ts';

/** Google's pages that help; `app.openLink` opens them. */
export const remedyLinks = [
  'get-key',
  'key-limits',
  'enable-api',
  'enable-agent-platform',
  'billing',
  'usage',
  'regions',
  'status',
] as const;
export type RemedyLink = (typeof remedyLinks)[number];

/** What a button beside an error does, besides asking again and editing: `key` opens Settings, the others a page. */
export type Remedy = 'key' | RemedyLink;

export interface Failure {
  code: ErrorCode;
  /** Above the sentence. */
  title: string;
  happened: string;
  todo: string;
  /**
   * Whether the service takes money for it. `no`: Google says so, or nothing was made; `unknown`: only the user's
   * usage at Google tells.
   */
  charged: 'no' | 'unknown';
  /** The very same request may succeed later. */
  retryable: boolean;
  remedies: readonly Remedy[];
}

/** Google's documentation says that blocked clips are not charged; of failed ones it says nothing. */
export const usageTells = 'Your usage at Google shows whether it was charged.';

/** Ids are kept with the operations that failed: they may be added, never renamed. */
export const failures = {
  bad_key: {
    code: 'invalid_key',
    title: 'The service does not accept this key',
    happened: 'The service does not accept this key.',
    todo: 'Copy it again from Google AI Studio, or make a new one.',
    charged: 'no',
    retryable: false,
    remedies: ['key', 'get-key'],
  },
  leaked_key: {
    code: 'restricted_key',
    title: 'Google has locked this key',
    happened: 'Google found this key in public and has locked it.',
    todo: 'Delete it at Google, make a new one and keep it to yourself.',
    charged: 'no',
    retryable: false,
    remedies: ['key', 'get-key'],
  },
  restricted_key: {
    code: 'restricted_key',
    title: 'This key may not do that',
    happened: 'This key may not use the Gemini API.',
    todo: 'Allow it in the Google Cloud console (API restrictions, API enabled), or use another key.',
    charged: 'no',
    retryable: false,
    remedies: ['key-limits', 'key'],
  },
  api_off: {
    code: 'restricted_key',
    title: 'The Gemini API is turned off',
    happened: 'The key’s Google project has not turned on the Gemini API.',
    todo: 'Turn it on in the Google Cloud console, wait a few minutes, then try again.',
    charged: 'no',
    retryable: false,
    remedies: ['enable-api', 'key'],
  },
  agent_key: {
    code: 'invalid_key',
    title: 'The Agent Platform does not accept this key',
    happened: 'The Agent Platform does not accept this key.',
    todo: 'Copy it again from the Google Cloud console, or make a new one. A key of Google AI Studio does not work here.',
    charged: 'no',
    retryable: false,
    remedies: ['key', 'key-limits'],
  },
  agent_denied: {
    code: 'restricted_key',
    title: 'No permission at the Agent Platform',
    happened: 'This key or account may not use the Agent Platform.',
    todo: 'Allow it in the Google Cloud console (a key: its API restrictions; an account: the role roles/aiplatform.user), or use another one.',
    charged: 'no',
    retryable: false,
    remedies: ['key-limits', 'key'],
  },
  agent_api_off: {
    code: 'restricted_key',
    title: 'The Agent Platform API is turned off',
    happened: 'The project has not turned on the Agent Platform API (aiplatform.googleapis.com).',
    todo: 'Turn it on in the Google Cloud console, wait a few minutes, then try again.',
    charged: 'no',
    retryable: false,
    remedies: ['enable-agent-platform', 'key'],
  },
  agent_project: {
    code: 'restricted_key',
    title: 'The project cannot be used',
    happened: 'Google does not know this project, or this computer’s account may not use it.',
    todo: 'Check the project in Settings, or log in with another account: "gcloud auth application-default login".',
    charged: 'no',
    retryable: false,
    remedies: ['key'],
  },
  no_credentials: {
    code: 'client_not_initialized',
    title: 'There are no credentials',
    happened: 'Zoetrope found no Google Cloud credentials that work on this computer, so nothing was sent.',
    todo: 'Run "gcloud auth application-default login", then try again.',
    charged: 'no',
    retryable: true,
    remedies: ['key'],
  },
  billing_off: {
    code: 'service_refused',
    title: 'Google wants a billing account',
    happened:
      'The service makes no clips for a project without a billing account: there is no free tier for video.',
    todo: 'Turn on billing for the key’s project at Google, then try again.',
    charged: 'no',
    retryable: false,
    remedies: ['billing', 'key'],
  },
  rate_limit: {
    code: 'rate_limited',
    title: 'Too many requests',
    happened: 'Your key has reached its limit at the service.',
    todo: 'Wait a minute and try again, or look at your quota.',
    charged: 'no',
    retryable: true,
    remedies: ['usage'],
  },
  quota: {
    code: 'rate_limited',
    title: 'The day’s quota is used up',
    happened: 'Your key has used what Google lets it make in a day.',
    todo: 'It begins anew at midnight Pacific time. Wait, raise the quota at Google, or use another key.',
    charged: 'no',
    retryable: true,
    remedies: ['usage', 'key'],
  },
  no_quota: {
    code: 'rate_limited',
    title: 'This key has no quota for this model',
    happened: 'Google lets this key make nothing with this model.',
    todo: 'Turn on billing for the key’s project, or choose another model or key.',
    charged: 'no',
    retryable: true,
    remedies: ['billing', 'key'],
  },
  spending_limit: {
    code: 'service_error',
    title: 'Your spending limit at Google is reached',
    happened: `The spending limit that is set at Google was reached. ${usageTells}`,
    todo: 'Raise it at Google, or wait until it begins anew.',
    charged: 'unknown',
    retryable: true,
    remedies: ['billing'],
  },
  unsupported: {
    code: 'service_refused',
    title: 'The service refused the request',
    happened: 'This model does not have this combination of settings.',
    todo: 'Change the settings, or choose another model.',
    charged: 'no',
    retryable: false,
    remedies: [],
  },
  region: {
    code: 'service_refused',
    title: 'Not in this country',
    happened: 'Google does not offer this in the country that your connection comes from.',
    todo: 'Look at Google’s list of countries; a VPN or proxy may be in the way, or billing may be needed.',
    charged: 'no',
    retryable: false,
    remedies: ['regions', 'billing'],
  },
  person_setting: {
    code: 'service_refused',
    title: 'This choice of people is not allowed here',
    happened: 'The service does not allow this setting for people with this request, or not in your country.',
    todo: 'Set People to adults only and try again.',
    charged: 'no',
    retryable: false,
    remedies: [],
  },
  filtered_prompt: {
    code: 'blocked',
    title: 'Video generation blocked: the prompt',
    happened: 'Google’s filter found words in the prompt that it does not allow.',
    todo: 'Say it in other words. It is sometimes wrong: trying again is free if it is stopped again.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  filtered_image: {
    code: 'blocked',
    title: 'Video generation blocked: the image',
    happened: 'Google’s filter does not allow this image.',
    todo: 'Use another image, or crop what it may have seen.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  filtered_audio: {
    code: 'blocked',
    title: 'Video generation blocked: the sound',
    happened: 'Google’s filter did not like the sound of the clip.',
    todo: 'Try the same again first: this filter is often wrong. Or describe the sound in other words.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  filtered_person: {
    code: 'blocked',
    title: 'Video generation blocked: a person',
    happened: 'Google’s filter saw a well-known person, a child, or a face that it does not allow.',
    todo: 'Describe a person without a name, and adults only; or use an image without a face.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  filtered: {
    code: 'blocked',
    title: 'Video generation blocked',
    happened: 'Google’s filter held the clip back.',
    todo: 'Try it again, or change the prompt.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  overload: {
    code: 'service_unavailable',
    title: 'The service is not available',
    happened: 'The service is overloaded at the moment.',
    todo: 'Try again in a few minutes.',
    charged: 'no',
    retryable: true,
    remedies: ['status'],
  },
  service_down: {
    code: 'service_error',
    title: 'The service failed',
    happened: 'The service had an internal error.',
    todo: 'Try again.',
    charged: 'unknown',
    retryable: true,
    remedies: ['status'],
  },
  model_gone: {
    code: 'model_retired',
    title: 'This model is gone',
    happened: 'The service does not offer this model to your key, or no longer.',
    todo: 'Another key may still have it.',
    charged: 'no',
    retryable: false,
    remedies: ['key'],
  },
  offline: {
    code: 'network',
    title: 'No connection',
    happened: 'The service cannot be reached.',
    todo: 'Check your internet connection, then try again.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  proxy: {
    code: 'network',
    title: 'The proxy is in the way',
    happened: 'A proxy between you and the service refused the connection, or wants a password.',
    todo: 'Check the proxy of this computer, or ask who runs your network.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  proxy_socks: {
    code: 'network',
    title: 'The proxy is of a kind that does not work here',
    happened: 'This computer is set up to use a SOCKS proxy, which Zoetrope cannot use. Nothing was sent.',
    todo: 'Use an HTTP or HTTPS proxy, or none, and try again.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  not_secure: {
    code: 'network',
    title: 'The connection is not safe',
    happened: 'The service’s certificate could not be trusted, so nothing was sent.',
    todo: 'Check this computer’s date and time. On a company network its certificate must be known to this computer.',
    charged: 'no',
    retryable: true,
    remedies: [],
  },
  refused: {
    code: 'service_refused',
    title: 'The service refused the request',
    happened: 'The service refused the request.',
    todo: 'Change the prompt or the settings and try again.',
    charged: 'no',
    retryable: false,
    remedies: [],
  },
  failed: {
    code: 'service_error',
    title: 'The service failed',
    happened: `The service could not make this clip. ${usageTells}`,
    todo: 'Try again, or change the prompt.',
    charged: 'unknown',
    retryable: true,
    remedies: [],
  },
  empty: {
    code: 'empty_result',
    title: 'Nothing came back',
    happened: `The service finished without a clip and without a reason. ${usageTells}`,
    todo: 'Try again.',
    charged: 'unknown',
    retryable: true,
    remedies: [],
  },
} as const satisfies Record<string, Failure>;

export type FailureId = keyof typeof failures;

export const failureIds = Object.keys(failures) as FailureId[];

/** What both of Google's services need: an address that a key may go to, and a backend that is made once. */
import { readBaseUrl } from '../../preload/contract/base-url.ts';
import type { BaseUrl } from '../../preload/contract/base-url.ts';
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { VideoBackend } from '../backends/video-backend.ts';
import type { ServiceAccess } from './models/offers.ts';

/** One of Google's services, as far as the user has set it up. */
export interface ServiceConnection {
  /** There is a key, or what takes its place. */
  isSetUp(): boolean;
  /** Why nothing can go to it although it is set up; else null. */
  problem(): AppError | null;
  /** Null where it is not set up, or cannot be used. */
  backend(): VideoBackend | null;
  /** Whose models they are, and how to ask for them; null where it is not set up, or cannot be used. */
  modelAccess(): ServiceAccess | null;
  /** The host that requests and the key go to, where that is not Google's own. */
  customHost(): string | null;
  /**
   * Asks the service, at no cost, whether what is kept still works. Gives the ids of the models that it has, null where
   * the service gives no list.
   */
  check(): Promise<Result<string[] | null>>;
  remove(): Promise<void>;
}

export interface KeyGiven {
  key: string;
  /** As the user typed it; empty or null for Google's own. */
  baseUrl: string | null;
  keepWithoutKeyring: boolean;
}

const invalidAddress: AppError = {
  code: 'invalid_base_url',
  message:
    'This address cannot be used, so nothing was sent. It must begin with https://, or with http:// on this computer only, and hold no password and no “?”.',
  retryable: false,
};

const notSetUp: AppError = {
  code: 'client_not_initialized',
  message: 'There is no key to check. Nothing was sent. Add one first.',
  retryable: false,
};

/** What a key can look like; anything else would break the request's header and is never a key. */
const keyPattern = /^[\x21-\x7e]+$/;

const notAKey: AppError = {
  code: 'invalid_key',
  message:
    'This is not a key: it has spaces or letters that no key has. Copy it again from where it was made.',
  retryable: false,
};

/** The address that a key goes to, null for Google's own: the environment's, else the one that was given with it. */
export function addressOf(given: string | null, environment: BaseUrl): Result<string | null> {
  const read = environment.kind === 'custom' ? environment : readBaseUrl(given);
  if (read.kind === 'invalid') return fail(invalidAddress);
  return ok(read.kind === 'custom' ? read.url : null);
}

/** A key and its address, if both can be what they are meant to be. */
export function readKey(
  { key, baseUrl }: KeyGiven,
  environment: BaseUrl,
): Result<{ key: string; baseUrl: string | null }> {
  if (!keyPattern.test(key)) return fail(notAKey);
  const address = addressOf(baseUrl, environment);
  return address.ok ? ok({ key, baseUrl: address.value }) : address;
}

export function hostOf(baseUrl: string | null): string | null {
  return baseUrl === null ? null : new URL(baseUrl).host;
}

/** Asks about `access`, where there is one. */
export async function checked<Access, Answer>(
  access: Access | null,
  ask: (access: Access) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  return access === null ? fail(notSetUp) : ask(access);
}

/** Makes a backend anew only when what it is made of has changed: it may hold clips that came inside answers. */
export function makeOnce<Access extends object>(
  make: (access: Access) => VideoBackend,
): (access: Access | null) => VideoBackend | null {
  let made: { of: string; backend: VideoBackend } | null = null;
  return (access) => {
    if (access === null) return null;
    const of = JSON.stringify(access);
    if (made?.of !== of) made = { of, backend: make(access) };
    return made.backend;
  };
}

import type { ErrorCode } from './error-codes.ts';
import type { FailureId } from './failures.ts';

/** What an error may add to its sentence. All of it may be shown to the user; none of it holds a key. */
export interface ErrorDetails {
  /** The names of the request's fields that were refused. */
  fields?: string[];
  /** The service's own words, as it sent them. */
  serviceMessage?: string;
  /** The service's HTTP status, where there was one. */
  httpStatus?: number;
  /** How long the service asks to wait, in seconds. */
  retryAfterSeconds?: number;
  /** Whether the service takes money for what failed. Left out where that is not known. */
  charged?: boolean;
  /** What went wrong at the service, as far as its answer tells. */
  failure?: FailureId;
  /** The numbers by which Google names the filter that held a clip back. */
  supportCodes?: string[];
}

/** An error as a value: a code for the program, a sentence for the user. */
export interface AppError {
  code: ErrorCode;
  /** What happened and what to do next, in plain English. */
  message: string;
  /** True when the very same request may succeed later. */
  retryable: boolean;
  details?: ErrorDetails;
}

/** What every call over the bridge resolves to; nothing throws across it. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(error: AppError): Result<T> {
  return { ok: false, error };
}

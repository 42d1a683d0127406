/** Every code that an error crossing the bridge may carry. The renderer turns codes into words in one place. */
export const errorCodes = [
  // the request
  'invalid_request',
  'invalid_prompt',
  'invalid_negative_prompt',
  'invalid_aspect_ratio',
  'invalid_resolution',
  'invalid_duration',
  'invalid_model',
  'invalid_image',
  'operation_not_found',
  'operation_running',
  // sessions
  'session_not_found',
  'last_session',
  // the key and the service
  'client_not_initialized',
  'invalid_key',
  'restricted_key',
  'invalid_base_url',
  'rate_limited',
  'service_unavailable',
  'service_error',
  'service_refused',
  'model_retired',
  'network',
  // the operation
  'blocked',
  'empty_result',
  'unknown_outcome',
  'cancelled',
  'expired',
  'download_failed',
  'disk_full',
  'library_unavailable',
  'file_missing',
  'export_failed',
  // the app
  'forbidden',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

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

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
  'invalid_source',
  'not_offered',
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
  'invalid_file',
  // the app
  'forbidden',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

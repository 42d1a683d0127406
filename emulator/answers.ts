/** Answers in Google's JSON form. */
import type { ServerResponse } from 'node:http';

/** The canonical names that go with Google's HTTP statuses (google.rpc.Code). */
type CanonicalStatus =
  | 'INVALID_ARGUMENT'
  | 'OUT_OF_RANGE'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL'
  | 'UNAVAILABLE';

/** One entry of an error's `details`, told apart by its `@type`. */
interface ErrorDetail {
  '@type': string;
  [field: string]: unknown;
}

/** Thrown by a route to answer with an error body of the service. */
export class ServiceError extends Error {
  readonly code: number;
  readonly status: CanonicalStatus;
  readonly details: readonly ErrorDetail[];

  constructor(code: number, status: CanonicalStatus, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** 400 INVALID_ARGUMENT. */
export function invalidArgument(message: string, details: readonly ErrorDetail[] = []): ServiceError {
  return new ServiceError(400, 'INVALID_ARGUMENT', message, details);
}

/** 404 NOT_FOUND. */
export function notFound(message: string): ServiceError {
  return new ServiceError(404, 'NOT_FOUND', message);
}

export function unknownModel(model: string, version: string, method: string): ServiceError {
  return notFound(
    `models/${model} is not found for API version ${version}, or is not supported for ${method}. Call ListModels to see the list of available models and their supported methods.`,
  );
}

export function sendJson(response: ServerResponse, code: number, value: unknown): void {
  sendText(response, code, `${JSON.stringify(value, null, 2)}\n`, 'application/json; charset=UTF-8');
}

export function sendText(response: ServerResponse, code: number, text: string, contentType: string): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(text);
  response.writeHead(code, { 'content-type': contentType, 'content-length': bytes.length });
  response.end(bytes);
}

export function sendError(response: ServerResponse, error: ServiceError): void {
  const { code, status, message, details } = error;
  sendJson(response, code, { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } });
}

/** Answers in Google's JSON form. */
import type { ServerResponse } from 'node:http';

/** The canonical names that go with Google's HTTP statuses (google.rpc.Code). */
type CanonicalStatus =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'OUT_OF_RANGE'
  | 'UNAUTHENTICATED'
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

/** Google's own form of an error, the same in a list of one, and the short form of Interactions. */
export const errorForms = ['google', 'array', 'short'] as const;
export type ErrorForm = (typeof errorForms)[number];

/** Thrown by a route to answer with an error body of the service. */
export class ServiceError extends Error {
  readonly code: number;
  readonly status: CanonicalStatus;
  readonly details: readonly ErrorDetail[];
  form: ErrorForm = 'google';

  constructor(code: number, status: CanonicalStatus, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.details = details;
  }

  /** The same error, answered in another form. */
  as(form: ErrorForm): this {
    this.form = form;
    return this;
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

/** 404 with the words for a model that the service has taken out of use. */
export function retiredModel(model: string): ServiceError {
  return notFound(
    `This model models/${model} is no longer available. Please update your code to use a newer model for the latest features and improvements.`,
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

/** What Interactions calls the failures in its short form. */
const shortCodes: Record<CanonicalStatus, string> = {
  INVALID_ARGUMENT: 'invalid_request',
  FAILED_PRECONDITION: 'failed_precondition',
  OUT_OF_RANGE: 'invalid_request',
  UNAUTHENTICATED: 'authentication_error',
  PERMISSION_DENIED: 'permission_denied',
  NOT_FOUND: 'not_found',
  RESOURCE_EXHAUSTED: 'rate_limit_exceeded',
  INTERNAL: 'internal_error',
  UNAVAILABLE: 'service_unavailable',
};

function bodyOf({ code, status, message, details, form }: ServiceError): unknown {
  if (form === 'short') return { error: { code: shortCodes[status], message } };
  const body = { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } };
  return form === 'array' ? [body] : body;
}

export function sendError(response: ServerResponse, error: ServiceError): void {
  sendJson(response, error.code, bodyOf(error));
}

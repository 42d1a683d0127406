/** What was asked of the emulator, kept for tests. */
import type { IncomingMessage } from 'node:http';

export interface RecordedRequest {
  method: string;
  /** With its query, as it came. */
  path: string;
  /** Names in lower case; repeated ones are joined by commas. */
  headers: Record<string, string>;
  /** The parsed JSON; null when there was none, when it was not JSON, or when it was let go to spare memory. */
  body: unknown;
  /** Size of the JSON as it was sent. */
  bodyBytes: number;
  /** Milliseconds on the emulator's clock. */
  at: number;
  /** What it was answered with; null while it is not answered and when the connection was cut. */
  status: number | null;
  /** The name of the operation that it created, or null. */
  operation: string | null;
}

const maxRequests = 1000;

/** Images make bodies large and demo mode runs for days, so only the newest bodies stay, up to this many bytes. */
const maxKeptBodyBytes = 64 * 1024 * 1024;

export function recordOf(request: IncomingMessage, at: number): RecordedRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  const method = request.method ?? 'GET';
  return {
    method,
    path: request.url ?? '/',
    headers,
    body: null,
    bodyBytes: 0,
    at,
    status: null,
    operation: null,
  };
}

/** Adds one at the end and lets go of what is too old. */
export function addRecord(requests: RecordedRequest[], record: RecordedRequest): void {
  requests.push(record);
  while (requests.length > maxRequests) requests.shift();
  let bytes = 0;
  for (const kept of requests.toReversed()) {
    bytes += kept.bodyBytes;
    // The newest earlier body stays however large it is: it may be the one that a test is about to look at.
    if (bytes > maxKeptBodyBytes && bytes > kept.bodyBytes) kept.body = null;
  }
}

/** The same path with the value of `key` taken out, for logs. */
export function withoutKey(path: string): string {
  return path.replace(/([?&]key=)[^&#]*/gi, '$1***');
}

/** A copy that may be shown to another program: keys are reduced to their last four characters. */
export function withoutKeys(record: RecordedRequest): RecordedRequest {
  const headers = { ...record.headers };
  for (const name of ['x-goog-api-key', 'authorization']) {
    const value = headers[name];
    if (value !== undefined) headers[name] = value.length < 12 ? '***' : `***${value.slice(-4)}`;
  }
  return { ...record, headers, path: withoutKey(record.path) };
}

/** One request and its answer, as the routes see them, and how a wire describes its routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ServiceError } from './answers.ts';
import type { RecordedRequest } from './requests.ts';

/** Largest body that is read, in bytes. */
const maxBodyBytes = 60 * 1024 * 1024;

/** How much of a refused body is still drained, in bytes, so that the client gets to read the answer. */
const maxDrainBytes = 256 * 1024 * 1024;

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The named groups of the route's pattern. */
  params: Record<string, string>;
  record: RecordedRequest;
}

/** A wire is a list of these, in a file of its own. */
export interface Route {
  methods: readonly string[];
  /** Matched against the whole decoded path, without the query. */
  pattern: RegExp;
  handle(exchange: Exchange): Promise<void> | void;
}

/** Ends the connection without an answer. */
export function cut(exchange: Exchange): void {
  exchange.request.socket.destroy();
}

/**
 * Reads the body and notes it in the record. Gives undefined when it is not JSON, so that the key can be judged
 * first, as the service does.
 * @throws ServiceError 413 for more than {@link maxBodyBytes}
 */
export async function readJson(exchange: Exchange): Promise<unknown> {
  const bytes = await readBody(exchange.request);
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    exchange.record.body = value;
    exchange.record.bodyBytes = bytes.length;
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = new ServiceError(
    413,
    'INVALID_ARGUMENT',
    `Request payload size exceeds the limit: ${maxBodyBytes} bytes.`,
  );
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > maxDrainBytes) break;
  }
  if (length > maxBodyBytes) throw tooLarge;
  return Buffer.concat(chunks);
}

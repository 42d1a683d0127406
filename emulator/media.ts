/** Sends a clip's bytes, with ranges. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ServiceError, sendError } from './answers.ts';
import { parseRange } from './range.ts';

/**
 * How a download breaks off: `half-file` never gets beyond the middle of the file, however often it is resumed;
 * `half-answer` stops in the middle of what was asked for, so that resuming helps.
 */
type Break = 'half-file' | 'half-answer' | null;

/** Answers 200, 206 or 416; HEAD without a body. */
export function sendClip(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  breakOff: Break,
): void {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const condition = request.headers['if-range'];
  const header = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = parseRange(header, bytes.length);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('etag', etag);
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${bytes.length}`);
    sendError(response, new ServiceError(416, 'OUT_OF_RANGE', 'The requested range cannot be satisfied.'));
    return;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: bytes.length - 1 } : range;
  const length = end - start + 1;
  if (range !== 'whole') response.setHeader('content-range', `bytes ${start}-${end}/${bytes.length}`);
  response.writeHead(range === 'whole' ? 200 : 206, {
    'content-type': 'video/mp4',
    'content-length': length,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  if (breakOff === null) {
    response.end(bytes.subarray(start, end + 1));
    return;
  }
  const stop = breakOff === 'half-file' ? Math.floor(bytes.length / 2) : start + Math.floor(length / 2);
  const sent = bytes.subarray(start, Math.max(start, Math.min(stop, end + 1)));
  response.flushHeaders();
  response.write(sent.length > 0 ? sent : '', () => request.socket.destroy());
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readRange } from './byte-range.ts';

/** Large: in Electron's main process each new buffer costs more than the bytes in it. */
const pieceBytes = 512 * 1024;

/** A file as an answer to `request`, whole or the range that was asked for. 404 when it is not there. */
export async function fileResponse(
  file: string,
  mimeType: string,
  request: { method: string; headers: Headers },
  headers: Record<string, string> = {},
): Promise<Response> {
  let sizeBytes: number;
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return new Response(null, { status: 404, headers });
    sizeBytes = facts.size;
  } catch {
    return new Response(null, { status: 404, headers });
  }
  const range = readRange(request.headers.get('range'), sizeBytes);
  const common = { ...headers, 'content-type': mimeType, 'accept-ranges': 'bytes' };
  if (range.kind === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...common, 'content-range': `bytes */${sizeBytes}` },
    });
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: sizeBytes - 1 };
  const answer = {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...common,
      'content-length': String(end - start + 1),
      ...(range.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${sizeBytes}` } : {}),
    },
  };
  if (request.method === 'HEAD' || sizeBytes === 0) return new Response(null, answer);
  const pieces = createReadStream(file, { start, end, highWaterMark: pieceBytes });
  const body = Readable.toWeb(pieces, { strategy: { highWaterMark: 1 } }) as ReadableStream<Uint8Array>;
  return new Response(body, answer);
}

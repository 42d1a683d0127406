import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { readRange } from './byte-range.ts';

const pieceBytes = 64 * 1024;

/**
 * The bytes from `start` to `end`, both included, no faster than they are read; the file is open from the first piece to
 * the last. Node's own streams copy each piece into a new buffer, which in Electron's main process costs more than
 * reading it.
 */
function bytesOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  let at = start;
  const close = async () => {
    const opened = handle;
    handle = null;
    await opened?.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await open(file);
          const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, end - at + 1));
          const { bytesRead } = await handle.read(piece, 0, piece.length, at);
          if (bytesRead === 0) throw new Error('The file has become shorter.');
          at += bytesRead;
          controller.enqueue(piece.subarray(0, bytesRead));
          if (at <= end) return;
          await close();
          controller.close();
        } catch (error) {
          await close();
          controller.error(error);
        }
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  );
}

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
  return new Response(bytesOf(file, start, end), answer);
}

/**
 * A GET through `node:http`, as a fetch. Node's own fetch copies every byte twice on its way to the caller, which is
 * most of what a large clip costs; here a chunk is handed on as it came from the socket.
 */
import { get as getPlain } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';

/** So long nothing may come, before the headers or between two chunks: as with Node's own fetch. */
const silenceMs = 300_000;

/** As fetch says it, with what happened as its cause. */
const broken = (message: string, cause: unknown): TypeError => new TypeError(message, { cause });

function opened(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    const request: ClientRequest = get(url, options, resolve);
    request.setTimeout(silenceMs, () => {
      request.destroy(new Error('Nothing came for a long time.'));
    });
    // After the answer has begun, its body tells of what goes wrong.
    request.on('error', reject);
  });
}

/** The chunks as they come, no faster than they are read. */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = (message as AsyncIterable<Uint8Array, undefined>)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(broken('terminated', error));
        }
      },
      cancel() {
        message.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  }
  return headers;
}

/** These have no body (RFC 9110). */
const bodiless = new Set([204, 205, 304]);

/** For downloads: GET only, each on a connection of its own; redirects are handed to the caller, nothing is unpacked. */
export const nodeDownload: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const signal = init.signal ?? undefined;
  if ((init.method ?? 'GET') !== 'GET' || input instanceof Request)
    throw new TypeError('Only for downloads.');
  const headers = Object.fromEntries(new Headers(init.headers));
  const options = { headers, agent: false, ...(signal === undefined ? {} : { signal }) } as const;
  let message: IncomingMessage;
  try {
    message = await opened(url, options);
  } catch (error) {
    throw signal?.aborted === true ? error : broken('fetch failed', error);
  }
  const status = message.statusCode ?? 0;
  if (bodiless.has(status)) message.resume();
  const body = bodiless.has(status) ? null : bodyOf(message);
  return new Response(body, { status, headers: headersOf(message) });
};

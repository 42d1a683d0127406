/**
 * A GET over a socket of its own, as a fetch. In Electron's main process each new buffer costs a third of a millisecond,
 * and Node's own HTTP makes two or three for every 64 KiB that come: seven seconds for 200 MB, of which nothing is the
 * network's. Here all bytes come through two buffers (docs/PERFORMANCE.md).
 */
import { connect, isIP } from 'node:net';
import type { OnReadOpts, Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { createAnswerReader } from './http-answer.ts';

/** So long nothing may come, before the headers or between two chunks: as with Node's own fetch. */
const silenceMs = 300_000;
const blockBytes = 1024 * 1024;
/** What TLS gives at once. */
const leastRoomBytes = 16 * 1024;
/** For readers who bring no buffer of their own. */
const chunkBytes = 64 * 1024;

/** As fetch says it, with what happened as its cause. */
const broken = (message: string, cause: unknown): TypeError => new TypeError(message, { cause });

function connectTo(url: URL, onread: OnReadOpts, ca: string | undefined): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:') return connect({ host, port: Number(url.port || 80), onread });
  // Node takes `onread` here too, which its types do not say.
  const options: ConnectionOptions & { onread: OnReadOpts } = {
    host,
    port: Number(url.port || 443),
    ALPNProtocols: ['http/1.1'],
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
    onread,
  };
  return connectSecurely(options);
}

function requestFor(url: URL, headers: Headers): string {
  const lines = [`GET ${url.pathname}${url.search} HTTP/1.1`, `host: ${url.host}`, 'connection: close'];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/**
 * Where the bytes lie until they are read: two blocks, so that one can be filled while parts of the other wait. A plain
 * socket stops when it is told to; TLS still brings what it has deciphered, which is put behind what is there.
 */
function createSpace() {
  let block = new Uint8Array(blockBytes);
  let other = new Uint8Array(blockBytes);
  let end = 0;
  return {
    /** Room for the next bytes, none of it in a part that waits. */
    free(waiting: readonly Uint8Array[]): Uint8Array {
      if (waiting.length === 0) end = 0;
      if (blockBytes - end < leastRoomBytes) {
        const isInUse = waiting.some(({ buffer }) => buffer === other.buffer);
        [block, other] = [isInUse ? new Uint8Array(blockBytes) : other, block];
        end = 0;
      }
      return block.subarray(end);
    },
    taken(room: Uint8Array, bytes: number): Uint8Array {
      end = room.byteOffset + bytes;
      return room.subarray(0, bytes);
    },
  };
}

/** One request under way: nothing more is read from its socket while bytes wait for a reader. */
function send(url: URL, headers: Headers, signal: AbortSignal | undefined, ca: string | undefined) {
  const answer = createAnswerReader();
  const space = createSpace();
  const parts: Uint8Array[] = [];
  let failure: Error | null = null;
  let wake: (() => void) | null = null;

  const tell = () => {
    wake?.();
    wake = null;
  };
  const attempt = (step: () => void) => {
    try {
      step();
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error('Given up.', { cause: error });
    }
    if (failure !== null || answer.isWhole()) socket.destroy();
    tell();
  };
  const socket = connectTo(
    url,
    {
      buffer: () => space.free(parts),
      callback(bytes, buffer) {
        attempt(() => {
          parts.push(...answer.take(space.taken(buffer, bytes)));
        });
        return parts.length === 0;
      },
    },
    ca,
  );
  const fail = (error: unknown) => {
    attempt(() => {
      throw error;
    });
  };
  const ended = () => {
    if (failure === null && !answer.isWhole()) attempt(answer.end);
  };
  const abort = () => {
    fail(signal?.reason);
  };
  signal?.addEventListener('abort', abort);
  socket.on('error', (error) => {
    // What comes after the last byte takes nothing away.
    if (!answer.isWhole()) fail(error);
  });
  socket.on('end', ended);
  socket.on('close', () => {
    ended();
    signal?.removeEventListener('abort', abort);
  });
  socket.setTimeout(silenceMs, () => {
    fail(new Error('Nothing came for a long time.'));
  });
  socket.write(requestFor(url, headers));

  /** Until there is what is looked for, or nothing more will come. */
  async function until(isThere: () => boolean): Promise<void> {
    while (!isThere() && failure === null && !answer.isWhole()) {
      const news = new Promise<void>((resolve) => {
        wake = resolve;
      });
      socket.resume();
      await news;
    }
  }

  return {
    async head() {
      await until(() => answer.head() !== null);
      const head = answer.head();
      if (head === null) throw failure ?? new Error('There is no answer.');
      return head;
    },
    /** How many bytes were put into the view; 0 at the end. Throws when the answer broke off. */
    async read(view: Uint8Array): Promise<number> {
      await until(() => parts.length > 0);
      const [part] = parts;
      if (part === undefined) {
        if (failure !== null) throw failure;
        return 0;
      }
      const taken = part.subarray(0, view.length);
      view.set(taken);
      if (taken.length === part.length) parts.shift();
      else parts[0] = part.subarray(taken.length);
      return taken.length;
    },
    giveUp: () => socket.destroy(),
  };
}

type Sent = ReturnType<typeof send>;

/** The bytes as they come, no faster than they are read. */
function bodyOf(sent: Sent): ReadableStream<Uint8Array> {
  return new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: chunkBytes,
    async pull(controller) {
      const wanted = controller.byobRequest;
      const view = wanted?.view;
      if (!wanted || !view) return;
      try {
        const bytes = await sent.read(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
        if (bytes === 0) controller.close();
        wanted.respond(bytes);
      } catch (error) {
        controller.error(broken('terminated', error));
      }
    },
    cancel() {
      sent.giveUp();
    },
  });
}

/** These have none in a `Response` (https://fetch.spec.whatwg.org/#null-body-status). */
const bodiless = new Set([204, 205, 304]);

/**
 * For downloads: GET only, each on a connection of its own; redirects are handed to the caller, nothing is unpacked.
 * @param ca certificates to trust instead of the usual ones, in PEM
 */
export function createNodeDownload(ca?: string): typeof fetch {
  return async (input, init = {}) => {
    if ((init.method ?? 'GET') !== 'GET' || input instanceof Request)
      throw new TypeError('Only for downloads.');
    const url = new URL(input);
    const signal = init.signal ?? undefined;
    signal?.throwIfAborted();
    const sent = send(url, new Headers(init.headers), signal, ca);
    const { status, headers } = await sent.head().catch((error: unknown) => {
      throw signal?.aborted === true ? error : broken('fetch failed', error);
    });
    const hasBody = !bodiless.has(status);
    if (!hasBody) sent.giveUp();
    return new Response(hasBody ? bodyOf(sent) : null, { status, headers: headers.map(([...pair]) => pair) });
  };
}

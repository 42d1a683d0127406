import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { certificateFor } from '../../tests/support/certificate.ts';
import { createNodeDownload } from './node-download.ts';

const nodeDownload = createNodeDownload();

const servers: Server[] = [];

async function serve(listener: RequestListener, server: Server = createServer(listener)): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/clip`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const large = Buffer.alloc(5_000_000, 7);

test('brings the bytes, with the headers both ways', async () => {
  const asked: unknown[] = [];
  const url = await serve((request, response) => {
    asked.push([request.method, request.headers['x-goog-api-key'], request.headers.range]);
    response.writeHead(206, { 'content-range': 'bytes 5-9/10', etag: '"a"' });
    response.end(large);
  });
  const response = await nodeDownload(new URL(url), {
    headers: { 'x-goog-api-key': 'key', range: 'bytes=5-' },
  });
  expect(asked).toEqual([['GET', 'key', 'bytes=5-']]);
  expect([response.status, response.ok]).toEqual([206, true]);
  expect([response.headers.get('content-range'), response.headers.get('etag')]).toEqual([
    'bytes 5-9/10',
    '"a"',
  ]);
  expect(large.equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
});

test('hands a redirect to the caller: the key is for the first origin alone', async () => {
  let requests = 0;
  const url = await serve((_request, response) => {
    requests += 1;
    response.writeHead(302, { location: '/elsewhere' });
    response.end();
  });
  const response = await nodeDownload(url, { headers: { 'x-goog-api-key': 'key' } });
  expect([response.status, response.headers.get('location'), requests]).toEqual([302, '/elsewhere', 1]);
  await response.body?.cancel();
});

test('an answer that breaks off is an error, never a short body', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': large.length });
    response.write(large.subarray(0, 1000), () => response.destroy());
  });
  const response = await nodeDownload(url);
  await expect(response.arrayBuffer()).rejects.toThrow('terminated');
});

test('says of a service that is not there what fetch says', async () => {
  const url = await serve(() => undefined);
  servers[0]?.close();
  await once(servers[0] as Server, 'close');
  await expect(nodeDownload(url)).rejects.toMatchObject({
    message: 'fetch failed',
    cause: { code: 'ECONNREFUSED' },
  });
});

test('an abort ends it, before the answer and within it', async () => {
  const before = new AbortController();
  const silent = await serve(() => undefined);
  const asked = nodeDownload(silent, { signal: before.signal });
  before.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });

  const within = new AbortController();
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': large.length });
    response.write(large.subarray(0, 1000));
  });
  const response = await nodeDownload(url, { signal: within.signal });
  within.abort();
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test('takes no more than is read', async () => {
  let isSent = false;
  const url = await serve((_request, response) => {
    response.end(Buffer.alloc(64 * 1024 * 1024), () => {
      isSent = true;
    });
  });
  const response = await nodeDownload(url);
  // Long enough for the whole of it, if nothing held it back.
  await wait(300);
  expect(isSent).toBe(false);
  await response.body?.cancel();
});

test('every byte comes in its place, in chunks, over TLS, into whatever buffer it is read', async () => {
  const clip = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));
  const own = certificateFor('localhost');
  const answer: RequestListener = (_request, response) => {
    for (let from = 0; from < clip.length; from += 300_007)
      response.write(clip.subarray(from, from + 300_007));
    response.end();
  };
  const plain = await serve(answer);
  const secure = await serve(answer, createSecureServer(own, answer));
  const address = secure.replace('http://127.0.0.1', 'https://localhost');
  for (const response of [await nodeDownload(plain), await createNodeDownload(own.cert)(address)]) {
    const reader = (response.body as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });
    const parts: Buffer[] = [];
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(1000 + parts.length));
      if (done) break;
      parts.push(Buffer.from(value));
    }
    expect(clip.equals(Buffer.concat(parts))).toBe(true);
  }
  await expect(nodeDownload(address)).rejects.toMatchObject({
    message: 'fetch failed',
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
});

test('what is no HTTP is an error, and the connection is given up', async () => {
  const url = await serve((request) => {
    request.socket.end('hello');
  });
  await expect(nodeDownload(url)).rejects.toMatchObject({ message: 'fetch failed' });
});

test('cancelling gives the connection up', async () => {
  let closed: (() => void) | undefined;
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const url = await serve((_request, response) => {
    response.once('close', () => closed?.());
    response.write('a');
  });
  const response = await nodeDownload(url);
  await response.body?.cancel();
  await isClosed;
});

import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startEmulator } from '../../emulator/server.ts';
import { certificateFor } from '../../tests/support/certificate.ts';
import { startProxy } from '../../tests/support/proxy.ts';
import { tinyMp4 } from '../../tests/support/tiny-mp4.ts';
import { createGemini } from '../backends/gemini.ts';
import { networkError, wasNeverSent } from '../backends/service-errors.ts';
import { createProxiedFetch } from './proxied-fetch.ts';
import { readWays } from './proxy-list.ts';

test.each([
  ['DIRECT', [{ kind: 'direct' }]],
  ['', [{ kind: 'direct' }]],
  ['nonsense', [{ kind: 'direct' }]],
  ['PROXY a.example:8080; DIRECT', [{ kind: 'http', host: 'a.example', port: 8080 }, { kind: 'direct' }]],
  [
    'HTTPS a.example ; proxy [::2]:3128',
    [
      { kind: 'https', host: 'a.example', port: 443 },
      { kind: 'http', host: '::2', port: 3128 },
    ],
  ],
  ['SOCKS5 a.example:1080;SOCKS b.example', [{ kind: 'socks' }, { kind: 'socks' }]],
])('%j is %j', (text, ways) => {
  expect(readWays(text)).toEqual(ways);
});

async function proxied(answer: (port: number) => string, ca?: string) {
  const proxy = await startProxy();
  onTestFinished(() => proxy.close());
  const direct = vi.fn<typeof fetch>(() => Promise.resolve(new Response('direct')));
  const proxiesFor = vi.fn<(origin: string) => Promise<string>>(() => Promise.resolve(answer(proxy.port)));
  const send = createProxiedFetch({ proxiesFor, direct, ...(ca === undefined ? {} : { ca }) });
  return { proxy, direct, proxiesFor, send };
}

const throughIt = (port: number) => `PROXY 127.0.0.1:${port}`;

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('through a proxy', () => {
  test('TLS goes through a tunnel to the service’s own name', async () => {
    const { key, cert } = certificateFor('service.example');
    const server = createServer({ key, cert }, (request, response) => {
      response.end(`${request.method ?? ''} ${request.headers['x-goog-api-key'] as string}`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const { proxy, direct, proxiesFor, send } = await proxied(throughIt, cert);
    proxy.leadTo = (server.address() as AddressInfo).port;
    const post = { method: 'POST', body: '{}', headers: new Headers({ 'x-goog-api-key': 'key' }) };
    const response = await send('https://service.example/v1/secret?page=1', post);
    expect(await response.text()).toBe('POST key');
    expect(proxy.asked).toEqual(['service.example:443']);
    // A proxy script learns the service, not what is asked of it.
    expect(proxiesFor).toHaveBeenCalledExactlyOnceWith('https://service.example');
    expect(direct).not.toHaveBeenCalled();
  });

  test('the proxy itself may be spoken to in TLS, and is not when it is not trusted', async () => {
    const own = certificateFor('localhost');
    const proxy = await startProxy(own);
    onTestFinished(() => proxy.close());
    const emulator = await startEmulator({ clips: { clip: () => Promise.resolve(tinyMp4(4_000)) } });
    onTestFinished(() => emulator.close());
    proxy.leadTo = emulator.port;
    const proxiesFor = () => Promise.resolve(`HTTPS localhost:${proxy.port}`);
    const send = createProxiedFetch({ proxiesFor, direct: fetch, ca: own.cert });
    expect((await send('http://service.example/')).status).toBe(200);
    const careful = createProxiedFetch({ proxiesFor, direct: fetch });
    const error: unknown = await careful('http://service.example/').catch((failure: unknown) => failure);
    expect(networkError(error).details?.failure).toBe('proxy');
    expect(proxy.asked).toEqual(['service.example:80']);
  });

  test('a certificate that is not trusted is not taken, and that is said', async () => {
    const { key, cert } = certificateFor('service.example');
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.close();
    });
    const { proxy, send } = await proxied(throughIt);
    proxy.leadTo = (server.address() as AddressInfo).port;
    const error: unknown = await send('https://service.example/').catch((failure: unknown) => failure);
    expect(networkError(error).details?.failure).toBe('not_secure');
    expect(wasNeverSent(error)).toBe(true);
  });

  test('a backend makes its clip, download included', async () => {
    const clip = tinyMp4(4_000);
    const emulator = await startEmulator({
      ...{ clips: { clip: () => Promise.resolve(clip) }, delayMs: 0, apiKey: 'a-key' },
      publicUrl: 'http://service.example',
    });
    onTestFinished(() => emulator.close());
    const { proxy, direct, send } = await proxied(throughIt);
    proxy.leadTo = emulator.port;
    for (const model of ['veo-3.1-generate-preview', 'gemini-omni-1.2-flash']) {
      const backend = createGemini({ baseUrl: 'http://service.example', apiKey: 'a-key', fetch: send });
      const started = await backend.start({
        ...{ model, prompt: 'lion', negativePrompt: null, image: null },
        ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
      });
      if (started.kind !== 'accepted') throw new Error(started.error.message);
      const end = await backend.poll(started.remoteName);
      if (end.kind !== 'done') throw new Error(end.kind);
      const url = backend.downloadUrl(end.videoUri);
      const file = await (backend.downloadThrough?.(send) ?? send)(url, {
        headers: backend.downloadHeaders(url),
      });
      expect(Buffer.from(await file.arrayBuffer()).equals(clip)).toBe(true);
    }
    expect(emulator.creates()).toHaveLength(2);
    expect(new Set(proxy.asked)).toEqual(new Set(['service.example:80']));
    expect(direct).not.toHaveBeenCalled();
  });
});

describe('a proxy that does not let through', () => {
  const create = (send: typeof fetch) =>
    createGemini({ baseUrl: 'https://service.example', apiKey: 'a-key', fetch: send }).start({
      ...{ model: 'veo-3.1-generate-preview', prompt: 'lion', negativePrompt: null, image: null },
      ...{ aspectRatio: '16:9', resolution: '720p', durationSeconds: 8 },
    });

  test.each([407, 403, 502])(
    'answering %i: the create was certainly not sent, and it says why',
    async (answer) => {
      const { proxy, send } = await proxied(throughIt);
      proxy.answer = answer;
      expect(await create(send)).toMatchObject({
        kind: 'refused',
        error: { code: 'network', details: { failure: 'proxy', charged: false } },
      });
      expect(proxy.asked).toHaveLength(1);
    },
  );

  test('that is not there is told from a service that is not there', async () => {
    const port = await closedPort();
    const { send } = await proxied(() => `PROXY 127.0.0.1:${port}`);
    expect(await create(send)).toMatchObject({ kind: 'refused', error: { details: { failure: 'proxy' } } });
  });

  test('of the kind SOCKS is told in words', async () => {
    const { send } = await proxied(() => 'SOCKS5 127.0.0.1:1080');
    expect(await create(send)).toMatchObject({
      kind: 'refused',
      error: { message: expect.stringContaining('SOCKS') as string, details: { charged: false } },
    });
  });

  test('is left for the next way', async () => {
    const port = await closedPort();
    const { proxy, direct, send } = await proxied(
      (good) => `PROXY 127.0.0.1:${port}; PROXY 127.0.0.1:${good}; DIRECT`,
    );
    proxy.answer = 407;
    expect(await (await send('https://service.example/')).text()).toBe('direct');
    expect(proxy.asked).toHaveLength(1);
    expect(direct).toHaveBeenCalledOnce();
  });

  test('breaking off behind the tunnel says nothing: the create may have been sent, and is not sent again', async () => {
    const { proxy, direct, send } = await proxied((port) => `PROXY 127.0.0.1:${port}; DIRECT`);
    const server = createSocketServer((socket) => {
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.close();
    });
    proxy.leadTo = (server.address() as AddressInfo).port;
    const cut = await send('http://service.example/', { method: 'POST', body: '{}' }).catch(
      (error: unknown) => error,
    );
    expect(wasNeverSent(cut)).toBe(false);
    expect([proxy.asked.length, direct.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('directly', () => {
  test.each(['http://127.0.0.1:8787/a', 'http://localhost:1/', 'http://[::1]:8787/'])(
    '%s, this very computer, is reached without asking',
    async (url) => {
      const { direct, proxiesFor, send } = await proxied(throughIt);
      await send(url, { method: 'POST' });
      expect(direct).toHaveBeenCalledExactlyOnceWith(url, { method: 'POST' });
      expect(proxiesFor).not.toHaveBeenCalled();
    },
  );

  test('where the system says so, or cannot say anything', async () => {
    const { direct, send, proxiesFor } = await proxied(() => 'DIRECT');
    await send('https://service.example/');
    proxiesFor.mockRejectedValueOnce(new Error('no answer'));
    await send(new URL('https://service.example/'));
    expect(direct).toHaveBeenCalledTimes(2);
  });
});

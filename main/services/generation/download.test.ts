import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { createNodeDownload } from '../../network/node-download.ts';
import { downloadClip } from './download.ts';

const key = 'a-key-for-one-origin-only';

describe('the download of a finished clip', () => {
  let folder: string;
  let partFile: string;
  const servers: Server[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-download-'));
    partFile = path.join(folder, 'clip.part');
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1beta/files/abc:download?alt=media`,
    );
  }

  const download = (url: URL, part = partFile) =>
    downloadClip({
      url,
      partFile: part,
      partEtag: null,
      beginsAnew: () => undefined,
      fetch: createNodeDownload(),
      signal: new AbortController().signal,
      headersFor: (at): Record<string, string> => (at.origin === url.origin ? { 'x-goog-api-key': key } : {}),
    });

  it('brings the bytes unchanged, with the key in the header and not in the address', async () => {
    const seen: IncomingMessage[] = [];
    const clip = tinyMp4(100_000);
    const url = await serve((request, response) => {
      seen.push(request);
      response.end(clip);
    });
    expect(await download(url)).toEqual({ kind: 'saved', sizeBytes: clip.byteLength });
    expect(Buffer.compare(await readFile(partFile), clip)).toBe(0);
    expect(seen[0]?.headers['x-goog-api-key']).toBe(key);
    expect(seen[0]?.url).not.toContain(key);
  });

  it('follows a redirect to another origin without the key', async () => {
    const seen: IncomingMessage[] = [];
    const store = await serve((request, response) => {
      seen.push(request);
      response.end(tinyMp4());
    });
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: store.href }).end();
    });
    expect((await download(url)).kind).toBe('saved');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).not.toHaveProperty('x-goog-api-key');
  });

  it('gives up on a circle of redirects', async () => {
    const url = await serve((request, response) => {
      response.writeHead(302, { location: request.url }).end();
    });
    expect(await download(url)).toMatchObject({
      kind: 'failed',
      error: { code: 'download_failed', retryable: true },
    });
  });

  it.each([404, 410])(
    'calls a clip that is answered with %i deleted, and says that it was charged',
    async (status) => {
      const url = await serve((_request, response) => {
        response.writeHead(status).end();
      });
      expect(await download(url)).toMatchObject({
        kind: 'expired',
        error: { code: 'expired', details: { charged: true } },
      });
    },
  );

  it.each([403, 500, 503])('keeps trying after %i', async (status) => {
    const url = await serve((_request, response) => {
      response.writeHead(status).end('no');
    });
    expect(await download(url)).toMatchObject({ kind: 'failed', error: { retryable: true } });
  });

  it('does not take a body that ends too soon', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(tinyMp4());
      setImmediate(() => response.destroy());
    });
    expect(await download(url)).toMatchObject({ kind: 'failed', error: { code: 'download_failed' } });
  });

  it('goes on where it broke off, and asks for the rest only', async () => {
    const clip = tinyMp4(100_000);
    const ranges: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      ranges.push(request.headers.range);
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (from === 0) {
        response.writeHead(200, { 'content-length': clip.byteLength });
        response.write(clip.subarray(0, 40_000));
        // Cut once some of it has arrived.
        void vi
          .waitFor(async () => {
            expect((await stat(partFile)).size).toBeGreaterThan(0);
          })
          .then(() => response.destroy());
        return;
      }
      response.writeHead(206, {
        'content-length': clip.byteLength - from,
        'content-range': `bytes ${from}-${clip.byteLength - 1}/${clip.byteLength}`,
      });
      response.end(clip.subarray(from));
    });
    expect((await download(url)).kind).toBe('failed');
    const { size } = await stat(partFile);
    expect(size).toBeGreaterThan(0);
    expect(await download(url)).toEqual({ kind: 'saved', sizeBytes: clip.byteLength });
    expect(ranges).toEqual([undefined, `bytes=${size}-`]);
    expect(Buffer.compare(await readFile(partFile), clip)).toBe(0);
  });

  it('begins anew where the service sends the whole file again', async () => {
    const clip = tinyMp4(5_000);
    await writeFile(partFile, 'half of something');
    const url = await serve((_request, response) => response.end(clip));
    expect((await download(url)).kind).toBe('saved');
    expect(Buffer.compare(await readFile(partFile), clip)).toBe(0);
  });

  it('takes a file that was whole already, and throws a wrong one away', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(416, { 'content-range': 'bytes */5' }).end();
    });
    await writeFile(partFile, tinyMp4());
    expect((await download(url)).kind).toBe('saved');
    await writeFile(partFile, 'wrong');
    expect((await download(url)).kind).toBe('failed');
    await expect(stat(partFile)).rejects.toThrow('ENOENT');
  });

  it('does not put a part in the wrong place', async () => {
    await writeFile(partFile, 'half');
    const url = await serve((_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 9-12/13' }).end('rest');
    });
    expect((await download(url)).kind).toBe('failed');
    await expect(stat(partFile)).rejects.toThrow('ENOENT');
  });

  it('does not take what is not an MP4', async () => {
    const url = await serve((_request, response) => response.end('<html>sign in</html>'));
    expect(await download(url)).toMatchObject({ kind: 'failed', error: { code: 'download_failed' } });
  });

  it('says that the library folder is the trouble when it is', async () => {
    let letGo: (() => void) | undefined;
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const url = await serve((_request, response) => {
      response.once('close', () => letGo?.());
      response.write(tinyMp4());
    });
    expect(await download(url, path.join(folder, 'gone', 'clip.part'))).toMatchObject({
      kind: 'failed',
      error: { code: 'library_unavailable' },
    });
    // It is tried every few seconds: no connection may be left behind.
    await isLetGo;
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full, however much is still to come', async () => {
    const url = await serve((_request, response) => {
      response.write(tinyMp4(3_000_000));
      setTimeout(() => response.end(Buffer.alloc(3_000_000)), 50);
    });
    await symlink('/dev/full', partFile);
    expect(await download(url)).toMatchObject({ kind: 'failed', error: { code: 'disk_full' } });
  });

  it('puts every byte of a large clip in its place, also behind what is there', async () => {
    const clip = tinyMp4(9_000_000);
    for (let at = 64; at < clip.length; at += 1) clip[at] = (at * 7 + (at >> 8)) % 256;
    const url = await serve((request, response) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const range = { 'content-range': `bytes ${from}-${clip.length - 1}/${clip.length}` };
      response.writeHead(from > 0 ? 206 : 200, from > 0 ? range : {}).end(clip.subarray(from));
    });
    for (const there of [0, 4_000_000]) {
      await writeFile(partFile, clip.subarray(0, there));
      expect(await download(url)).toEqual({ kind: 'saved', sizeBytes: clip.length });
      expect(Buffer.compare(await readFile(partFile), clip)).toBe(0);
    }
  });

  it('never goes from TLS to the clear', async () => {
    const asked: string[] = [];
    const result = await downloadClip({
      url: new URL('https://service.example/file'),
      partFile,
      partEtag: null,
      beginsAnew: () => undefined,
      signal: new AbortController().signal,
      headersFor: () => ({}),
      fetch: (input) => {
        asked.push(input instanceof Request ? input.url : input.toString());
        return Promise.resolve(
          new Response(null, { status: 302, headers: { location: 'http://service.example/file' } }),
        );
      },
    });
    expect(result.kind).toBe('failed');
    expect(asked).toEqual(['https://service.example/file']);
  });
});

import path from 'node:path';
import { net, protocol } from 'electron';
import { pathToFileURL } from 'node:url';
import { contentSecurityPolicy } from '../security/content-security-policy.ts';
import { rendererFile } from './renderer-file.ts';

/** Serves `app://zoetrope/…` from the built renderer, each page with its Content-Security-Policy. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = rendererFile(folder, request.url);
    if (file === null || request.method !== 'GET') return new Response(null, { status: 404 });
    try {
      const response = await net.fetch(pathToFileURL(file).href);
      const headers = new Headers(response.headers);
      headers.set('content-security-policy', contentSecurityPolicy(path.basename(file)));
      headers.set('x-content-type-options', 'nosniff');
      headers.set('cross-origin-opener-policy', 'same-origin');
      return new Response(response.body, { status: response.status, headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

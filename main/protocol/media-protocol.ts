/** Serves `media://clip|poster|upload/<id>`: by id, never by path. */
import { protocol } from 'electron';
import { fileResponse } from './file-response.ts';
import { mediaFile } from './media-file.ts';
import type { MediaFileDeps } from './media-file.ts';
import { appOrigin } from './origin.ts';

export interface MediaProtocolDeps extends MediaFileDeps {
  /** The origins of the app's own pages. */
  origins: readonly string[];
}

export function serveMedia(deps: MediaProtocolDeps): void {
  protocol.handle('media', async (request) => {
    const origin = request.headers.get('origin');
    const headers = {
      // The media window reads clips with fetch; nobody else's page may.
      'access-control-allow-origin': origin !== null && deps.origins.includes(origin) ? origin : appOrigin,
      'access-control-expose-headers': 'content-length, content-range, accept-ranges',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    if (request.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: { ...headers, 'access-control-allow-headers': 'range' },
      });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers });
    const found = mediaFile(request.url, deps);
    return found
      ? fileResponse(found.file, found.mimeType, request, headers)
      : new Response(null, { status: 404, headers });
  });
}

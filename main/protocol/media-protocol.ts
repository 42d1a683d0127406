/** Serves `media://clip|poster|upload/<id>`: by id, never by path. */
import path from 'node:path';
import { protocol } from 'electron';
import { fileResponse } from './file-response.ts';
import { mediaFile } from './media-file.ts';
import type { MediaFileDeps } from './media-file.ts';
import { appOrigin } from './origin.ts';
import { realFile } from './real-file.ts';

/**
 * Before a window is opened: a page knows the schemes that were there when it was asked for. Requests wait for the
 * library, which the function that this gives is told.
 * @param origins of the app's own pages
 */
export function serveMedia(origins: readonly string[]): (library: MediaFileDeps) => void {
  let open: (library: MediaFileDeps) => void = () => undefined;
  const opened = new Promise<MediaFileDeps>((resolve) => {
    open = resolve;
  });
  protocol.handle('media', async (request) => {
    const origin = request.headers.get('origin');
    const headers = {
      // The media window reads clips with fetch; nobody else's page may.
      'access-control-allow-origin': origin !== null && origins.includes(origin) ? origin : appOrigin,
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
    const found = mediaFile(request.url, await opened);
    // The file may have been replaced by a link since its name was written down.
    const real = found && (await realFile(path.dirname(found.file), found.file));
    return found && real !== null
      ? fileResponse(real, found.mimeType, request, headers)
      : new Response(null, { status: 404, headers });
  });
  return open;
}

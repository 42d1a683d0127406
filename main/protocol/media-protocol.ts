/** Serves `media://clip|poster|upload/<id>`: by id, never by path. */
import { protocol } from 'electron';
import type { Library } from '../services/library.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { UploadRows } from '../storage/upload-rows.ts';
import { fileResponse } from './file-response.ts';
import { appOrigin } from './schemes.ts';

export interface MediaProtocolDeps {
  library: Library;
  uploads: UploadRows;
  media: MediaFiles;
  /** The origins of the app's own pages. */
  origins: readonly string[];
}

const idPattern = /^[0-9a-f-]{36}$/;

/** The file and type behind a media URL; null when there is none. */
export function mediaFile(url: string, deps: MediaProtocolDeps): { file: string; mimeType: string } | null {
  const { host, pathname } = new URL(url);
  const id = pathname.slice(1);
  if (!idPattern.test(id)) return null;
  switch (host) {
    case 'clip': {
      const file = deps.library.clipFile(id);
      return file.ok ? { file: file.value, mimeType: 'video/mp4' } : null;
    }
    case 'poster':
      return deps.library.find(id)?.clip?.hasPoster
        ? { file: deps.media.posterPath(id), mimeType: 'image/jpeg' }
        : null;
    case 'upload': {
      const upload = deps.uploads.find(id);
      return upload ? { file: deps.media.uploadPath(upload.sha256), mimeType: upload.mimeType } : null;
    }
    default:
      return null;
  }
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

import path from 'node:path';
import type { Language } from '../../preload/contract/domain.ts';
import { contentSecurityPolicy } from '../security/content-security-policy.ts';
import { fileResponse } from './file-response.ts';
import { realFile } from './real-file.ts';
import { rendererFile } from './renderer-file.ts';

/** The kinds of files that the renderer is built of; nothing else is given out. */
const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

/**
 * No `cross-origin-opener-policy`: no page here can open another or be opened (security/navigation.ts), and with it
 * Chromium ends the process that it has just started for the page and starts a second one, 0.1 s of each start.
 */
const safety = { 'x-content-type-options': 'nosniff' };

/** The studio's page is built once for each language (scripts/first-page.mjs), the English one under its own name. */
function inLanguage(file: string, language: () => Language): string {
  if (path.basename(file) !== 'index.html') return file;
  const spoken = language();
  return spoken === 'en' ? file : path.join(path.dirname(file), `index.${spoken}.html`);
}

/** Answers `app://zoetrope/…` from the built renderer, each page with its Content-Security-Policy. */
export async function appResponse(
  folder: string,
  request: Pick<Request, 'url' | 'method' | 'headers'>,
  language: () => Language,
): Promise<Response> {
  const named = rendererFile(folder, request.url);
  const file = named === null ? null : inLanguage(named, language);
  const type = file === null ? undefined : types.get(path.extname(file));
  const real = file === null || type === undefined ? null : await realFile(folder, file);
  if (file === null || type === undefined || real === null)
    return new Response(null, { status: 404, headers: safety });
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { ...safety, allow: 'GET, HEAD' } });
  return fileResponse(real, type, request, {
    ...safety,
    'content-security-policy': contentSecurityPolicy(path.basename(file)),
  });
}

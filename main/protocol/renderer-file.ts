import path from 'node:path';
import { appOrigin } from './origin.ts';

/** The file of the renderer that a URL names, or null when it names none: everything else stays out of reach. */
export function rendererFile(folder: string, url: string): string | null {
  const { origin, protocol: scheme, host, pathname } = new URL(url);
  if (`${scheme}//${host}` !== appOrigin && origin !== appOrigin) return null;
  const root = path.resolve(folder);
  try {
    const file = path.resolve(root, `.${decodeURIComponent(pathname)}`);
    return file.startsWith(root + path.sep) ? file : null;
  } catch {
    // A % that encodes nothing.
    return null;
  }
}

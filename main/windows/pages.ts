import { appOrigin } from '../protocol/origin.ts';

export type Page = 'index.html' | 'media.html';

/** The dev server's address while developing; null in every other run. */
export function developmentServer(isPackaged: boolean): string | null {
  const url = process.env['ELECTRON_RENDERER_URL'];
  return !isPackaged && url && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):/.test(url) ? url : null;
}

export function pageUrl(page: Page, server: string | null): string {
  return `${server ?? appOrigin}/${page}`;
}

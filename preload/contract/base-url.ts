/** Addresses of a service that a user may give. Main and the form hold the same rule. */

/** Google's own, another one, or one that a key must not be sent to. */
export type BaseUrl = { kind: 'default' } | { kind: 'custom'; url: string } | { kind: 'invalid' };

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A base URL that a key may be sent to: https, or http on this very computer. Without a slash at its end. */
export function readBaseUrl(text: string | null | undefined): BaseUrl {
  if (!text?.trim()) return { kind: 'default' };
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { kind: 'invalid' };
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  // A name and password in the URL would end up in logs; a query cannot be a base.
  if (!isSafe || url.username || url.password || url.search || url.hash) return { kind: 'invalid' };
  return { kind: 'custom', url: (url.origin + url.pathname).replace(/\/+$/, '') };
}

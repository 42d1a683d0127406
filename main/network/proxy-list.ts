/** The answer of a proxy script, and of Chromium for the system's settings: `PROXY a:8080; DIRECT`. */

/** A way that a request may take. */
export type Way = { kind: 'direct' } | { kind: 'socks' } | Proxy;

export interface Proxy {
  /** How the proxy itself is spoken to. */
  kind: 'http' | 'https';
  host: string;
  port: number;
}

const kinds: Record<string, Proxy['kind']> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };
const usualPorts = { http: 80, https: 443 } as const;

function readWay(text: string): Way | null {
  const [word = '', address = ''] = text.trim().split(/\s+/);
  const name = word.toUpperCase();
  if (name === 'DIRECT') return { kind: 'direct' };
  if (name.startsWith('SOCKS')) return { kind: 'socks' };
  const kind = kinds[name];
  const [, host, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(address) ?? [];
  if (kind === undefined || host === undefined) return null;
  return { kind, host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? usualPorts[kind]) };
}

/** In the order in which they are to be tried; what is not understood is left out. Nothing at all means direct. */
export function readWays(text: string): Way[] {
  const ways = text.split(';').flatMap((part) => readWay(part) ?? []);
  return ways.length === 0 ? [{ kind: 'direct' }] : ways;
}

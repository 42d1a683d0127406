/** Node's fetch knows nothing of the system's proxy: this one asks for each request which way it is to go. */
import type { Agent } from 'undici';
import type { Proxy, Way } from './proxy-list.ts';
import { readWays } from './proxy-list.ts';
import { ProxyError, endedAtProxy } from './proxy-error.ts';
import { tunnelThrough } from './tunnel.ts';

export interface ProxiedFetchOptions {
  /** The system's answer for an origin, in the form of a proxy script's: `PROXY a:8080; DIRECT`. */
  proxiesFor(origin: string): Promise<string>;
  /** For what goes no other way. */
  direct: typeof fetch;
  /** Certificates to trust besides the usual ones, in PEM. */
  ca?: string;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const noSocks = () =>
  new TypeError('fetch failed', {
    cause: new ProxyError('ERR_PROXY_SOCKS', 'The system names a SOCKS proxy only.'),
  });

/** A request taken apart: undici does not know the classes of Node's own fetch, and a body can be read only once. */
async function partsOf(request: Request): Promise<RequestInit> {
  const { method, headers, redirect, signal } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return { method, headers, redirect, signal, body };
}

/**
 * A fetch through whatever the system says; this very computer is always reached directly. A way that does not lead to
 * the service is left for the next one: nothing has reached the service then, so nothing is sent twice.
 */
export function createProxiedFetch({ proxiesFor, direct, ca }: ProxiedFetchOptions): typeof fetch {
  const agents = new Map<string, Agent>();

  async function through(proxy: Proxy, url: URL, init: RequestInit): Promise<Response> {
    const { Agent: Pool, buildConnector, fetch: send } = await import('undici');
    const name = JSON.stringify(proxy);
    const agent =
      agents.get(name) ??
      new Pool({ connect: tunnelThrough(proxy, buildConnector(ca === undefined ? {} : { ca }), ca) });
    agents.set(name, agent);
    // Node's own types and undici's of one and the same thing.
    const answer = await send(url, { ...init, dispatcher: agent } as Parameters<typeof send>[1]);
    return answer as unknown as Response;
  }

  async function waysFor(url: URL): Promise<Way[]> {
    if (loopback.test(url.hostname) || !url.protocol.startsWith('http')) return [{ kind: 'direct' }];
    try {
      return readWays(await proxiesFor(url.origin));
    } catch {
      // Nobody can say: as without a proxy.
      return [{ kind: 'direct' }];
    }
  }

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const ways = await waysFor(url);
    if (ways[0]?.kind === 'direct') return direct(input, init);
    const parts = input instanceof Request ? { ...(await partsOf(input)), ...init } : { ...init };
    let failure: unknown = noSocks();
    for (const way of ways) {
      if (way.kind === 'socks') continue;
      if (way.kind === 'direct') return direct(url, parts);
      try {
        return await through(way, url, parts);
      } catch (error) {
        if (!endedAtProxy(error)) throw error;
        failure = error;
      }
    }
    throw failure;
  };
}

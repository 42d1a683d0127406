/** Connections to a service through a proxy: a tunnel (CONNECT, RFC 9110, section 9.3.6) with TLS of our own in it. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { Proxy } from './proxy-list.ts';
import { ProxyError } from './proxy-error.ts';

const timeoutMs = 20_000;

/**
 * @param target `host:port`
 * @param ca for a proxy that is itself spoken to in TLS
 */
function openTunnel({ kind, host, port }: Proxy, target: string, ca: string | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const send = kind === 'https' ? requestHttps : requestHttp;
    const asked = send({
      ...{ host, port, method: 'CONNECT', path: target, agent: false, timeout: timeoutMs },
      headers: { host: target },
      // Else Node takes the service's name, which stands in the header, for the proxy's.
      servername: isIP(host) === 0 ? host : '',
      ...(ca === undefined ? {} : { ca }),
    });
    const refuse = (message: string, cause?: unknown) => {
      reject(new ProxyError('ERR_PROXY', message, { cause }));
    };
    asked.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      refuse(`The proxy answered ${statusCode ?? 'nothing'}.`);
    });
    asked.once('timeout', () => asked.destroy(new Error('The proxy does not answer.')));
    asked.once('error', (error) => {
      refuse('The proxy cannot be reached.', error);
    });
    asked.end();
  });
}

/**
 * How undici opens its connections. What fails before the tunnel stands is a `ProxyError`; the rest is as without a
 * proxy.
 * @param connectTls undici's own connector
 * @param ca certificates to trust besides the usual ones, in PEM
 */
export function tunnelThrough(
  proxy: Proxy,
  connectTls: buildConnector.connector,
  ca?: string,
): buildConnector.connector {
  return (options, callback) => {
    const isSecure = options.protocol === 'https:';
    const target = `${options.hostname}:${options.port || (isSecure ? '443' : '80')}`;
    openTunnel(proxy, target, ca).then(
      (httpSocket) => {
        if (isSecure) connectTls({ ...options, httpSocket }, callback);
        else callback(null, httpSocket);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  };
}

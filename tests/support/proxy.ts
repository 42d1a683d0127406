/** A proxy on this computer that opens tunnels, or does not. */
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface TestProxy {
  port: number;
  /** `host:port` of each tunnel that was asked for. */
  asked: string[];
  /** 407: it wants a password. 200: tunnels lead to `leadTo`, whatever they were asked for. */
  answer: number;
  /** The port on this computer that tunnels lead to. */
  leadTo: number;
  close(): Promise<void>;
}

/** @param tls for a proxy that is itself spoken to in TLS */
export async function startProxy(tls?: { key: string; cert: string }): Promise<TestProxy> {
  const open = new Set<Socket>();
  const server = tls === undefined ? createServer() : createSecureServer(tls);
  server.on('connect', ({ url = '' }, client: Socket) => {
    proxy.asked.push(url);
    open.add(client);
    client.on('error', () => client.destroy());
    if (proxy.answer !== 200) {
      client.end(
        `HTTP/1.1 ${proxy.answer} No\r\nproxy-authenticate: Basic realm="a"\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    const service = connect(proxy.leadTo, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      service.pipe(client).pipe(service);
    });
    open.add(service);
    service.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const proxy: TestProxy = {
    port: (server.address() as AddressInfo).port,
    ...{ asked: [], answer: 200, leadTo: 0 },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
  return proxy;
}

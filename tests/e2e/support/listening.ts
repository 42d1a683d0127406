/** Somebody out there who would notice any connection at all. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Listener {
  tcpPort: number;
  udpPort: number;
  /** What has come so far, with its first bytes. */
  heard: string[];
  close(): void;
}

export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push('a connection');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard.push(data.toString('latin1').slice(0, 80));
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
  });
  const packets = createSocket('udp4');
  packets.on('message', (data) => heard.push(`a packet: ${data.toString('latin1').slice(0, 80)}`));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  await new Promise<void>((resolve) => {
    packets.bind(0, '127.0.0.1', resolve);
  });
  return {
    tcpPort: (server.address() as AddressInfo).port,
    udpPort: packets.address().port,
    heard,
    close() {
      server.close();
      packets.close();
    },
  };
}

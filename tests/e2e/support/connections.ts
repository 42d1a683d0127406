/** Where the app's connections go: those of its main process (Node) and those of its windows (Chromium). */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './test.ts';
import type { Studio } from './studio.ts';

/** Runs before the app itself. */
const hook = `
const hosts = new Set();
globalThis.connectedTo = hosts;
require('node:diagnostics_channel').subscribe('net.client.socket', ({ socket }) => {
  socket.once('lookup', (error, address, family, host) => hosts.add(host));
  socket.once('connect', () => hosts.add(socket.remoteAddress ?? 'a pipe'));
});
`;

/** Launch options that make the app tell. */
export async function watched(folder: string): Promise<LaunchOptions & { netLog: string }> {
  const file = path.join(folder, 'watch-connections.cjs');
  const netLog = path.join(folder, 'net-log.json');
  await writeFile(file, hook);
  return { netLog, loadFirst: file, args: [`--log-net-log=${netLog}`] };
}

/** Hosts that main has connected to since its first moment. */
export function hostsOfMain({ application }: Studio): Promise<string[]> {
  return application.evaluate(() => [
    ...(globalThis as unknown as { connectedTo: ReadonlySet<string> }).connectedTo,
  ]);
}

/** Addresses outside of the app itself that the windows asked for, or names that were looked up. Read after closing. */
export async function addressesOfWindows(netLog: string): Promise<string[]> {
  const log = await readFile(netLog, 'utf8');
  const urls = [...log.matchAll(/"(?:url|host)":"([^"]+)"/g)].map(([, url = '']) => url);
  const own = /^(?:app|media|blob|data|devtools):/;
  return [...new Set(urls.filter((url) => !own.test(url)))];
}

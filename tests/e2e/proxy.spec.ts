/// <reference lib="dom" />
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer } from 'node:tls';
import { sampleClips } from '../../emulator/clips.ts';
import { startEmulator } from '../../emulator/server.ts';
import { certificateFor } from '../support/certificate.ts';
import { startProxy } from '../support/proxy.ts';
import { expect, test, testKey } from './support/test.ts';

test('the system’s proxy is used, and one that wants a password is told; then the clip comes, billed once', async ({
  launch,
  folder,
}) => {
  const host = 'service.example';
  const { key, cert } = certificateFor(host);
  const certificate = path.join(folder, 'certificate-of-the-tests.pem');
  await writeFile(certificate, cert);
  const emulator = await startEmulator({
    ...{ clips: sampleClips(path.resolve('emulator/samples')), apiKey: testKey, delayMs: 300 },
    publicUrl: `https://${host}`,
  });
  const secure = createServer({ key, cert }, (client) => {
    const service = connect(emulator.port, '127.0.0.1');
    service.on('error', () => client.destroy());
    client.on('error', () => service.destroy());
    client.pipe(service).pipe(client);
  });
  await new Promise<void>((resolve) => {
    secure.listen(0, '127.0.0.1', resolve);
  });
  const proxy = await startProxy();
  proxy.leadTo = (secure.address() as AddressInfo).port;
  proxy.answer = 407;
  try {
    const studio = await launch({
      baseUrl: `https://${host}`,
      args: [`--proxy-server=127.0.0.1:${proxy.port}`],
      environment: { NODE_EXTRA_CA_CERTS: certificate },
    });
    const card = await studio.generate('Made through a proxy');
    await expect(card).toContainText('The proxy is in the way');
    await studio.expectPhase(card, 'queued');
    expect(new Set(proxy.asked)).toEqual(new Set([`${host}:443`]));
    expect(emulator.requests).toEqual([]);

    proxy.answer = 200;
    await studio.expectPhase(card, 'completed');
    expect(emulator.creates()).toHaveLength(1);
  } finally {
    await proxy.close();
    secure.close();
    await emulator.close();
  }
});

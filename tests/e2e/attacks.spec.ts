/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { watched } from './support/connections.ts';
import { listen } from './support/listening.ts';
import { expect, test } from './support/test.ts';
import { tryWaysOut } from './support/ways-out.ts';

test('no script in the window has a way out, with or without the page’s policy', async ({
  launch,
  folder,
}) => {
  const { netLog, ...options } = await watched(folder);
  const listener = await listen();
  const host = 'secret-word.example';
  const targets = { tcpPort: listener.tcpPort, udpPort: listener.udpPort, host };
  try {
    const studio = await launch(options);
    expect(await studio.page.evaluate(tryWaysOut, targets)).toEqual([]);
    // A hole in the policy alone is not a way out.
    const protocol = await studio.page.context().newCDPSession(studio.page);
    await protocol.send('Page.setBypassCSP', { enabled: true });
    await studio.page.reload();
    await expect(studio.prompt).toBeVisible();
    expect(await studio.page.evaluate(tryWaysOut, targets)).toEqual([]);
    // Each try was refused aloud.
    expect(studio.takeProblems().length).toBeGreaterThan(20);
    await studio.close();
    studio.takeProblems();
    expect(listener.heard).toEqual([]);
    // Names are told to whoever answers for them.
    expect((await readFile(netLog, 'utf8')).match(/[\w-]+\.secret-word\.example/g)).toBeNull();
  } finally {
    listener.close();
  }
});

import { chmod, copyFile, mkdir, readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  asOrdinaryUser,
  isRoot,
  ordinaryUserId,
  outOfReach,
  runtime,
  tried,
} from './support/ordinary-user.ts';
import { expect, test } from './support/test.ts';

/** The line of `/proc/<pid>/status`. */
async function statusOf(pid: number, name: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
}

test('an ordinary user’s app runs in Chromium’s sandbox, and makes a clip', async ({ launch, folder }) => {
  test.skip(process.platform !== 'linux', 'elsewhere every test runs in the sandbox');
  const userNamespaces = tried('unshare', '--user', 'true');
  test.skip(userNamespaces !== null, `this kernel gives ordinary users no sandbox: ${userNamespaces ?? ''}`);
  const reach = outOfReach();
  test.skip(reach !== null, `an ordinary user cannot read this folder: ${reach ?? ''}`);

  const home = path.join(folder, 'home');
  await mkdir(home);
  const environment: Record<string, string> = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  const screen = process.env['XAUTHORITY'];
  if (screen !== undefined) {
    environment['XAUTHORITY'] = path.join(home, 'screen');
    await copyFile(screen, environment['XAUTHORITY']);
  }
  // Playwright adds --no-sandbox for root; the app is started by somebody else.
  const starter = path.join(folder, 'start.sh');
  const as = asOrdinaryUser.map((word) => `${word} `).join('');
  await writeFile(
    starter,
    `#!/bin/bash\nargs=()\nfor each in "$@"; do [ "$each" = --no-sandbox ] || args+=("$each"); done\nexec ${as}'${runtime}' "\${args[@]}"\n`,
  );
  await chmod(starter, 0o755);
  const studio = await launch({
    executable: starter,
    environment,
    ...(isRoot ? { ownerId: ordinaryUserId } : {}),
  });

  const { pid, arguments: given } = await studio.application.evaluate(() => ({
    pid: process.pid,
    arguments: process.argv,
  }));
  expect(given).not.toContain('--no-sandbox');
  expect(await statusOf(pid, 'Uid')).not.toMatch(/^0\b/);
  const windows = await studio.application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  expect(windows.length).toBeGreaterThan(0);
  for (const window of windows) {
    // Its system calls are filtered, and it sees no process but its own.
    expect(await statusOf(window, 'Seccomp')).toBe('2');
    expect(await statusOf(window, 'NoNewPrivs')).toBe('1');
    expect(await readlink(`/proc/${window}/ns/pid`)).not.toBe(await readlink(`/proc/${pid}/ns/pid`));
    expect(await readlink(`/proc/${window}/ns/net`)).not.toBe(await readlink(`/proc/${pid}/ns/net`));
  }
  await studio.makeClip('in the sandbox');
});

/** The program as it is shipped, but for its installer: packaged here, and started without anything attached to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { SelfTestResult } from '../../main/app/self-test.ts';
import { packageDirectory } from '../../scripts/packaging.mjs';
import type { Packaged } from '../../scripts/packaging.mjs';
import { isRootOnLinux } from '../../scripts/sandbox.mjs';
import { measureClip } from './support/files.ts';
import { expect, test } from './support/test.ts';

// Packaged once for all of them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** How the binary has it: the digit one. */
const enabled = '1'.charCodeAt(0);

let program: Packaged;

test.beforeAll(async () => {
  program = await packageDirectory(path.resolve('.'));
});

interface Ended {
  code: number | null;
  output: string;
}

async function run(
  executable: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(executable, [...(isRootOnLinux() ? ['--no-sandbox'] : []), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const resultOf = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as SelfTestResult;

test('it makes a clip, has it in its library, plays it, and ends', async ({ folder }) => {
  const file = path.join(folder, 'result.json');
  const { code, output } = await run(program.executable, [`--self-test=${file}`], {
    // All that would let somebody else's code into the program, or out of its asar.
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nonexistent.cjs',
    // Nor is the user's key looked at.
    GOOGLE_API_KEY: 'key-that-is-left-alone',
  });

  const result = await resultOf(file);
  expect(result, output).toMatchObject({ ok: true, error: '', isPackaged: true, version: '0.1.0' });
  expect(code).toBe(0);
  const library = path.join(result.dataFolder, 'library');
  const clips = (await readdir(library)).filter((name) => name.endsWith('.mp4'));
  expect(clips).toEqual([result.clip?.fileName]);
  expect(await measureClip(path.join(library, clips[0] ?? ''))).toMatchObject({
    width: 1280,
    height: 720,
    frames: 96,
  });
});

test('its fuses are as tight as they go', async () => {
  const wire = await getCurrentFuseWire(program.executable);
  const on = (fuse: FuseV1Options) => Number(wire[fuse]) === enabled;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    foreignSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    onlyAsar: true,
    foreignSnapshot: false,
    fileProtocol: false,
  });
});

test('it carries the app and this system’s database driver, and nothing else', async () => {
  const inside = listPackage(path.join(program.resources, 'app.asar'), { isPack: false });
  const top = new Set(inside.map((file) => file.split(/[\\/]/)[1]));
  expect([...top].toSorted()).toEqual(['LICENSE', 'assets', 'node_modules', 'out', 'package.json']);
  expect(inside.filter((file) => /\.(map|ts|tsx)$|[\\/](electron|vite|playwright)[\\/]/.test(file))).toEqual(
    [],
  );

  const files = await readdir(program.resources, { recursive: true });
  const binaries = files.filter((file) => /\.(node|exe|dll|so|dylib)$/.test(file));
  const driver = `prebuilds/${process.platform}-${process.arch}/`;
  expect(binaries.length).toBeGreaterThan(0);
  expect(binaries.filter((file) => !file.replaceAll('\\', '/').includes(driver))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.asar'))).toEqual(['app.asar']);
});

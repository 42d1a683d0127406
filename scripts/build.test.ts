import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardMainBundle, needsBuild } from './build.mjs';

const BUILT = new Date('2026-01-01T12:00:00Z');
const EARLIER = new Date('2026-01-01T11:00:00Z');
const LATER = new Date('2026-01-01T13:00:00Z');

let root: string;

async function put(file: string, time: Date): Promise<void> {
  const target = path.join(root, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, '');
  await utimes(target, time, time);
}

const age = (folder: string) => utimes(path.join(root, folder), EARLIER, EARLIER);

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'build-test-'));
  for (const file of ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'])
    await put(file, BUILT);
  for (const file of ['main/app/menu.ts', 'main/index.ts', 'renderer/main.tsx', 'package-lock.json']) {
    await put(file, EARLIER);
  }
  for (const folder of ['main/app', 'main', 'renderer']) await age(folder);
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('needsBuild', () => {
  it('is content with bundles that are newer than all sources', async () => {
    expect(await needsBuild(root)).toBe(false);
  });

  it.each([
    'main/app/menu.ts',
    'renderer/main.tsx',
    'package-lock.json',
    'electron.vite.config.ts',
    'assets/icon.png',
  ])('sees a change of %s', async (file) => {
    await put(file, LATER);
    expect(await needsBuild(root)).toBe(true);
  });

  it.each(['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'])(
    'misses %s',
    async (file) => {
      await unlink(path.join(root, file));
      expect(await needsBuild(root)).toBe(true);
    },
  );

  it('sees that one bundle alone is out of date', async () => {
    await put('out/renderer/index.html', new Date('2026-01-01T10:00:00Z'));
    expect(await needsBuild(root)).toBe(true);
  });

  it('sees that a source was removed', async () => {
    await unlink(path.join(root, 'main/app/menu.ts'));
    expect(await needsBuild(root)).toBe(true);
  });

  it('does not build because of a changed test', async () => {
    await put('main/app/menu.test.ts', LATER);
    await age('main/app');
    expect(await needsBuild(root)).toBe(false);
  });

  it('builds again after a development run', async () => {
    await discardMainBundle(root);
    expect(await needsBuild(root)).toBe(true);
  });
});

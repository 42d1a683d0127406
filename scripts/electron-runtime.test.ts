import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseTarget } from './default-app/target.mjs';
import { ensureElectron, installedElectron } from './electron-runtime.mjs';
import { FALLBACK, cacheDirectory, hasFallback, runtimeFileName } from './fallback-runtime.mjs';
import { integrityOf } from './integrity.mjs';

let root: string;

async function put(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, 'node_modules/electron', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

const manifest = { 'package.json': '{"name":"electron","version":"45.4.1"}' };
const complete = { ...manifest, 'path.txt': 'electron', 'dist/electron': '', 'dist/version': '45.4.1' };

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'electron-runtime-test-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('installedElectron', () => {
  it('keeps the official binary of the pinned version', async () => {
    await put(complete);
    expect(await installedElectron(root, {})).toEqual({
      kind: 'official',
      version: '45.4.1',
      executable: path.join(root, 'node_modules/electron/dist/electron'),
    });
  });

  it.runIf(hasFallback())('keeps the fallback', async () => {
    await put({ ...complete, 'dist/version': FALLBACK.electron });
    expect(await installedElectron(root, {})).toMatchObject({ kind: 'fallback', version: FALLBACK.electron });
  });

  it('does not take another version', async () => {
    await put({ ...complete, 'dist/version': '44.0.0' });
    expect(await installedElectron(root, {})).toBeUndefined();
  });

  it.each(['path.txt', 'dist/electron', 'dist/version'])('does not take one without %s', async (missing) => {
    await put(Object.fromEntries(Object.entries(complete).filter(([name]) => name !== missing)));
    expect(await installedElectron(root, {})).toBeUndefined();
  });

  it('uses the folder that Electron itself would be pointed to', async () => {
    await put(manifest);
    expect(await installedElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' })).toMatchObject({
      kind: 'override',
      executable: path.resolve('/opt/electron/electron'),
    });
  });
});

describe('ensureElectron', () => {
  it('sends someone without dependencies to npm ci', async () => {
    await expect(ensureElectron(root, { env: {} })).rejects.toThrow('npm ci');
  });

  it('says why the official binary cannot be had when no other may be used', async () => {
    await put({
      ...manifest,
      'install.js': 'console.error("node:internal/fetch:1\\nTypeError: ENOTFOUND host"); process.exit(1);',
    });
    const attempt = ensureElectron(root, { env: {}, officialOnly: true });
    await expect(attempt).rejects.toThrow('Electron 45.4.1 could not be fetched: ENOTFOUND host');
  });

  it('puts what the official installer unpacked in place of an incomplete runtime', async () => {
    const installer = `
      const fs = require('fs'), path = require('path');
      fs.mkdirSync(path.join(__dirname, 'dist'));
      fs.writeFileSync(path.join(__dirname, 'dist/electron'), 'new');
      fs.writeFileSync(path.join(__dirname, 'dist/version'), require('./package').version);
      fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;
    await put({ ...manifest, 'install.js': installer, 'dist/leftover.so': '' });
    expect(await ensureElectron(root, { env: {} })).toMatchObject({ kind: 'official', version: '45.4.1' });
    expect(existsSync(path.join(root, 'node_modules/electron/dist/leftover.so'))).toBe(false);
  });
});

describe('the fallback', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/LICENSE.electron.txt', 'LICENSE.electron.txt'],
    ['Cypress/LICENSES.chromium.html', 'LICENSES.chromium.html'],
    ['Cypress/resources/app/index.js', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['elsewhere/file', undefined],
  ])('takes %s as %s', (entry, name) => {
    expect(runtimeFileName(entry)).toBe(name);
  });

  it('is cached where the user keeps caches', () => {
    expect(cacheDirectory({ XDG_CACHE_HOME: '/var/cache/me' })).toMatch(
      /^\/var\/cache\/me\/zoetrope\/electron-runtime\//,
    );
    expect(cacheDirectory({ XDG_CACHE_HOME: 'relative' })).toContain(
      path.join(os.homedir(), '.cache', 'zoetrope'),
    );
    expect(cacheDirectory({})).toContain(path.join(os.homedir(), '.cache', 'zoetrope'));
  });
});

describe('integrityOf', () => {
  it('gives the hash as lockfiles write it', () => {
    // The example of FIPS 180-2, appendix C.1.
    expect(integrityOf(Buffer.from('abc'))).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });
});

describe('the default app', () => {
  it.each([
    [['.'], { path: '.', modules: [], version: false }],
    [['--no-sandbox', '/app', '--demo'], { path: '/app', modules: [], version: false }],
    [
      ['-r', '/loader.js', '--inspect=0', 'app', '-v'],
      { path: 'app', modules: ['/loader.js'], version: false },
    ],
    [['--version'], { path: '.', modules: [], version: true }],
    [[], { path: '.', modules: [], version: false }],
  ])('reads %j', (args, expected) => {
    expect(parseTarget(args)).toEqual(expected);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFeed } from './update-feed.ts';

function configOf(text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zoetrope-feed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'app-update.yml');
  writeFileSync(file, text);
  return file;
}

const github = 'owner: some-one\nrepo: zoetrope\nprovider: github\nupdaterCacheDirName: zoetrope-updater\n';

test.each([
  { platform: 'darwin', variables: {}, offer: 'install' },
  { platform: 'win32', variables: {}, offer: 'install' },
  { platform: 'win32', variables: { PORTABLE_EXECUTABLE_FILE: 'Z.exe' }, offer: 'page' },
  { platform: 'linux', variables: { APPIMAGE: '/home/ada/Z.AppImage' }, offer: 'install' },
  { platform: 'linux', variables: {}, offer: 'page' },
])('on $platform with $variables the app can $offer', ({ platform, variables, offer }) => {
  const feed = findFeed({ platform, variables, configFile: configOf(github) });
  expect(feed.offer).toBe(offer);
  expect(feed.pageOf('0.2.0')).toBe('https://github.com/some-one/zoetrope/releases/tag/v0.2.0');
});

test('a copy without the file has no new versions', () => {
  const feed = findFeed({ platform: 'darwin', variables: {}, configFile: '/nowhere/app-update.yml' });
  expect(feed).toMatchObject({ offer: 'nothing', configFile: null });
});

test.each([
  'provider: generic\nurl: http://127.0.0.1:1\n',
  'owner: a/../b\nrepo: x y\nprovider: github\n',
  '',
])('%j has no page', (text) => {
  const feed = findFeed({ platform: 'darwin', variables: {}, configFile: configOf(text) });
  expect(feed.pageOf('0.2.0')).toBeNull();
});

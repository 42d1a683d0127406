import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../preload/contract/domain.ts';
import { temporaryFolder } from '../storage/test-bench.ts';
import { appResponse } from './app-response.ts';

async function ask(url: string, method = 'GET', language: Language = 'en'): Promise<Response> {
  const base = await temporaryFolder();
  const folder = path.join(base, 'renderer');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(base, 'secret.js'), 'secret');
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'index.fr.html'), '<!doctype html><p>Bonjour');
  await writeFile(path.join(folder, 'assets/main.js'), 'export {};');
  await writeFile(path.join(folder, 'assets/main.js.map'), '{}');
  await symlink(path.join(base, 'secret.js'), path.join(folder, 'assets/link.js'));
  return appResponse(folder, { url, method, headers: new Headers() }, () => language);
}

test('a page comes with its policy, a script as a script', async () => {
  const page = await ask('app://zoetrope/index.html');
  expect(page.status).toBe(200);
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const script = await ask('app://zoetrope/assets/main.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await ask('app://zoetrope/index.html', 'HEAD')).body).toBeNull();
});

test('the page speaks the language of the app', async () => {
  const page = await ask('app://zoetrope/index.html', 'GET', 'fr');
  expect(await page.text()).toContain('Bonjour');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await (await ask('app://zoetrope/assets/main.js', 'GET', 'fr')).text()).toBe('export {};');
});

describe('nothing is given out of', () => {
  test.each([
    ['a link out of the folder', 'app://zoetrope/assets/link.js'],
    ['a kind of file that no page needs', 'app://zoetrope/assets/main.js.map'],
    ['a folder', 'app://zoetrope/assets'],
    ['a path out of the folder', 'app://zoetrope/..%2fsecret.js'],
    ['a path with backslashes', 'app://zoetrope/..%5csecret.js'],
    ['an absolute path', 'app://zoetrope//etc/hostname.html'],
    ['a name that ends early', 'app://zoetrope/index.html%00.js'],
    ['another host', 'app://evil/index.html'],
  ])('%s', async (_what, url) => {
    expect((await ask(url)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a %s', async (method) => {
    const response = await ask('app://zoetrope/index.html', method);
    expect(response.status).toBe(405);
    expect(await response.text()).toBe('');
  });
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { rendererFile } from './renderer-file.ts';

const folder = path.resolve('/app/out/renderer');

test.each([
  ['app://zoetrope/index.html', 'index.html'],
  ['app://zoetrope/assets/main.js?v=1#top', 'assets/main.js'],
  ['app://zoetrope/assets/a%20font.woff2', 'assets/a font.woff2'],
  // The URL parser has taken the dots out before anybody sees them.
  ['app://zoetrope/../../index.html', 'index.html'],
])('%s is a file of the renderer', (url, name) => {
  expect(rendererFile(folder, url)).toBe(path.join(folder, name));
});

test.each([
  'app://zoetrope/',
  'app://zoetrope',
  'app://zoetrope/..%2f..%2fpackage.json',
  'app://zoetrope/..%2Frenderer-secret%2Ffile',
  'app://zoetrope/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'app://zoetrope/assets/..%2f..%2f..%2fmain%2findex.js',
  'app://evil/index.html',
  'app://zoetrope.evil/index.html',
  'app://zoetrope:99/index.html',
  'media://zoetrope/index.html',
  'https://zoetrope/index.html',
  'file:///app/out/renderer/index.html',
  // Not an encoding of anything.
  'app://zoetrope/%E0%A4%A',
  'app://zoetrope/%',
])('%s is none', (url) => {
  expect(rendererFile(folder, url)).toBeNull();
});

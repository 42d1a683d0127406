import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT, errorCode } from './command-line.mjs';
import { readCalls, readEvents } from './contract-reader.mjs';
import { videoApi } from './video-api.mjs';

const read = (/** @type {string} */ file) => readFile(path.join(PROJECT_ROOT, file), 'utf8');

describe('docs/VIDEO_API_DOCS.md', () => {
  it('says what the contract says (else: npm run docs)', async () => {
    expect(await read('docs/VIDEO_API_DOCS.md')).toBe(await videoApi());
  });

  it('has a word on every call and every event', async () => {
    const silent = (await readCalls()).filter(({ comment }) => comment === '');
    expect(silent.map(({ domain, name }) => `${domain}.${name}`)).toEqual([]);
    expect((await readEvents()).filter(([, , comment]) => comment === '')).toEqual([]);
  });
});

it('what the documents name and link to is there', async () => {
  const names = (await readdir(path.join(PROJECT_ROOT, 'docs'))).filter((name) => name.endsWith('.md'));
  const missing = [];
  for (const file of [
    ...names.map((name) => `docs/${name}`),
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
  ]) {
    const text = await read(file);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) =>
      path.join(path.dirname(file), link),
    );
    const paths = [
      ...text.matchAll(/`((?:main|preload|renderer|emulator|scripts|tests|docs|assets)\/[\w./-]+\.[a-z]+)`/g),
    ].map(([, name = '']) => name);
    for (const name of [...links, ...paths]) {
      const found = await readFile(path.join(PROJECT_ROOT, name)).then(
        () => true,
        (/** @type {unknown} */ error) => errorCode(error) === 'EISDIR',
      );
      if (!found) missing.push(`${file}: ${name}`);
    }
  }
  expect(missing).toEqual([]);
});

import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT, errorCode } from './command-line.mjs';
import { readCalls, readEvents } from './contract-reader.mjs';
import { models } from '../main/services/models/catalogue.ts';
import { readme } from './readme-prices.mjs';
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

describe('README.md', () => {
  it('has the prices of the app’s own lists (else: npm run docs)', async () => {
    expect(await read('README.md')).toBe(await readme());
  });

  it('may leave the Agent Platform out: its models cost the same', () => {
    for (const { label, usdPerSecond } of models) {
      const twin = models.find((other) => label === `${other.label} (Agent Platform)`);
      if (twin !== undefined) expect(usdPerSecond, label).toEqual(twin.usdPerSecond);
    }
    const [own, others] = ['gemini', 'agent-platform'].map((name) =>
      models.filter(({ service }) => service === name),
    );
    const named = new Set(own?.map(({ label }) => `${label} (Agent Platform)`));
    expect(others?.filter(({ label }) => !named.has(label))).toEqual([]);
  });

  it('has pictures for both themes, none of them large', async () => {
    const text = await read('README.md');
    const pictures = [...text.matchAll(/(?:srcset|src)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(pictures).toHaveLength(8);
    for (const file of pictures) {
      expect((await stat(path.join(PROJECT_ROOT, file))).size, file).toBeLessThan(400_000);
    }
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
